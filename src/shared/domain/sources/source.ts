import type { AnalystId, SourceId } from '../ids.ts';

/** What an analyst may correct about a source at any time; every value may be unknown (null). Dates are EDTF and may be partial. */
export interface SourceMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  /** A BCP 47 tag. */
  readonly language: string | null;
}

/** One document of a project: its immutable content is named by `contentId`, its metadata stays editable. */
export interface Source extends SourceMetadata {
  readonly id: SourceId;
  /** The row of the immutable text, its original bytes and its blocks. */
  readonly contentId: string;
  /** The name of the file it came from, without folders; a made-up one for pasted text. */
  readonly file: string;
  readonly mediaType: string;
  /** The character set the original bytes were read in. */
  readonly encoding: string;
  readonly importer: string;
  readonly importerVersion: string;
  /** Length of the text in UTF-16 code units. */
  readonly characters: number;
  /** SHA-256 of the text's UTF-8, lower-case hexadecimal. */
  readonly textSha256: string;
  /** SHA-256 of the original bytes, lower-case hexadecimal. */
  readonly originalSha256: string;
  /** The source that this one is a newer version of. */
  readonly replacesId: SourceId | null;
  readonly handling: string | null;
  readonly analystId: AnalystId;
  /** ISO 8601 in UTC. */
  readonly importedAt: string;
}

/** The names of the editable fields, in the order of the form. */
export const sourceMetadataFields = [
  'title',
  'outlet',
  'byline',
  'published',
  'updated',
  'accessed',
  'url',
  'language',
] as const satisfies readonly (keyof SourceMetadata)[];

/** What a source is called where it has no title. */
export function sourceName(source: {
  readonly title: string | null;
  readonly file: string;
}): string {
  return source.title ?? source.file;
}
