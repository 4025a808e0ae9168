import type { ParseOptions, ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import type { ByteFile } from './byte-file.ts';

/**
 * Something that a file holds, read when it is asked for. `name` is what follows the name of the file: `''` is the
 * file itself (a mail beside its attachments), `#12` its twelfth entry, `/folder/a.html` a file in it. Names differ
 * from each other and are the same whenever the same file is read.
 */
export type Contained =
  | {
      readonly name: string;
      /** Its own bytes, kept as its original; null where they are those of the file. */
      readonly bytes: Uint8Array | null;
      /** Makes the source of it. */
      readonly parse: () => Promise<ParseResult>;
      /** Whether the file may hold more below this name (a mail with attachments). */
      readonly hasMore?: boolean;
    }
  | {
      readonly name: string;
      readonly bytes: Uint8Array;
      /** The name that tells its format; it is read as a file of that name would be, containers too. */
      readonly fileName: string;
    }
  | { readonly name: string; readonly problem: string };

/** What reads a format of which one file holds several sources. It opens no file and no connection. */
export interface Container {
  /** A name that stays. */
  readonly name: string;
  /** Raised whenever the same bytes give other parts. */
  readonly version: number;
  /** Whether the file is of this format, by its name (lower case), its first bytes as Latin-1 characters, and all bytes of a ZIP archive. */
  readonly canRead: (fileName: string, start: string, bytes: Uint8Array) => boolean;
  /** What the file holds, in order, each read only when the one before was taken. May throw a `ContainerProblem`. */
  readonly contents: (file: ByteFile, options: ContainerOptions) => AsyncIterable<Contained>;
  /** The articles of the file as they are written, by column; there where columns can be mapped. May throw a `ContainerProblem`. */
  readonly records?: (
    file: ByteFile,
    options: ContainerOptions,
  ) => AsyncIterable<ReadonlyMap<string, string>>;
}

/** What the analyst said beforehand, and the name of the file without folders. */
export interface ContainerOptions extends ParseOptions {
  readonly fileName: string;
}

/** Why a container cannot be read, or not further: one sentence for people. */
export class ContainerProblem extends Error {
  /** Set where no column is known to hold the text of an article, and the analyst could say which one does. */
  readonly askColumns: boolean;

  constructor(message: string, askColumns = false) {
    super(message);
    this.askColumns = askColumns;
  }
}
