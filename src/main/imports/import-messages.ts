import type {
  ParseOptions,
  ParseResult,
  PastedText,
} from '../../shared/domain/sources/parsed-source.ts';

/** What the core asks the import worker to do; `id` comes back with the answer. */
export type ImportRequest =
  | {
      readonly kind: 'file';
      readonly id: number;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly options: ParseOptions;
    }
  | { readonly kind: 'pasted'; readonly id: number; readonly pasted: PastedText };

/** What the import worker answers. */
export interface ImportReply {
  readonly id: number;
  readonly result: ParseResult;
}
