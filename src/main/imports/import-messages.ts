import type { ListedAddress } from '../../shared/domain/sources/address-list.ts';
import type { ParseOptions, PastedText } from '../../shared/domain/sources/parsed-source.ts';
import type { TablePreview } from '../../shared/domain/sources/table-preview.ts';
import type { FileInput } from './byte-file.ts';
import type { ReadEvent } from './read-parts.ts';

interface WholeFile {
  readonly id: number;
  readonly file: FileInput;
  readonly fileName: string;
  readonly options: ParseOptions;
}

/** What the core asks the import worker to do; `id` comes back with every answer. */
export type ImportRequest =
  | {
      readonly kind: 'file';
      readonly id: number;
      readonly file: FileInput;
      readonly fileName: string;
      readonly options: ParseOptions;
      /** The parts that an earlier reading did, and whether all below each was done. */
      readonly done: readonly (readonly [name: string, complete: boolean])[];
    }
  /** What the columns of a file of articles hold. */
  | ({ readonly kind: 'preview' } & WholeFile)
  /** Which pages and files a list names. */
  | ({ readonly kind: 'addresses' } & WholeFile)
  | { readonly kind: 'pasted'; readonly id: number; readonly pasted: PastedText }
  /** Which readers there are and in which versions. */
  | { readonly kind: 'version'; readonly id: number };

/** That one part of a reading was taken, so that another may come. */
export interface PartTaken {
  readonly kind: 'taken';
  readonly id: number;
}

/** What the import worker answers: one event after another, and the end. */
export type ImportReply =
  | { readonly id: number; readonly event: ReadEvent }
  | { readonly id: number; readonly version: string }
  | { readonly id: number; readonly addresses: readonly ListedAddress[] | null }
  | { readonly id: number; readonly preview: TablePreview | { readonly problem: string } }
  | { readonly id: number; readonly end: true };

/** So many parts may be on their way, */
export const mostPartsAhead = 4;
/** and so many bytes of them, before the worker waits. */
export const mostBytesAhead = 32 * 1024 ** 2;
