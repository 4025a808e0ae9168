import type { ParseOptions, ParseResult } from '../../shared/domain/sources/parsed-source.ts';

/** What reads one format: bytes in, text, blocks and metadata out. It opens no file and no connection. */
export interface Importer {
  /** A name that stays, kept beside each source. */
  readonly name: string;
  /** Raised whenever the same bytes give another result. */
  readonly version: number;
  /** Whether its files are known by their bytes alone, so that no other signature is looked for. */
  readonly isKnownByContent?: boolean;
  /** Whether the file is of this format, by its name (lower case), its first bytes as Latin-1 characters, or all. */
  readonly canRead: (fileName: string, start: string, bytes: Uint8Array) => boolean;
  readonly parse: (bytes: Uint8Array, options: ParseOptions) => Promise<ParseResult>;
}

/** The sentence for a text that is longer than a source may be. */
export function tooLongProblem(characters: number): string {
  const count = characters.toLocaleString('en-US');
  return `The text has ${count} characters; a source may have 20,000,000. Split the file and import its parts.`;
}
