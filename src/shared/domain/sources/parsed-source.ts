/** What a block of a source is; `table` is a whole table, its cells parted by tabs and its rows by line breaks. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quotation' | 'caption' | 'table';

/** Every kind of block, in the order in which they are offered. */
export const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'caption',
  'table',
] as const satisfies readonly BlockKind[];

/**
 * A range of a source's text, `[start, end)` in UTF-16 code units. The blocks of a text are in order, do not
 * overlap, begin and end with a character that is not white space, and hold every such character of the text.
 */
export interface ParsedBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** The level of a heading (1–6) or the depth of a list item (from 1) where the file states it. */
  readonly level: number | null;
  /** The id of the rule that found the block to be boilerplate (see `boilerplate-rules.ts`), or null. */
  readonly boilerplateRule: string | null;
  /** The page it begins on, from 1, where the format has pages. */
  readonly page?: number;
}

/** What a part of a line is: a link, or words set in bold or italics. */
export type InlineKind = 'link' | 'bold' | 'italic';

/** A part of a block, `[start, end)` in UTF-16 code units of the text; ranges of different kinds may overlap. */
export interface InlineRange {
  readonly kind: InlineKind;
  readonly start: number;
  readonly end: number;
  /** Where a link leads: a whole address of the web or of mail; null for the other kinds. */
  readonly href: string | null;
}

/** What a file says about itself; null where it says nothing certain. Dates are EDTF (`2023-10`, `2023-10-31T09:00:00Z`). */
export interface ParsedMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  /** A BCP 47 tag, in its shortest form (`en`, `pt-BR`). */
  readonly language: string | null;
}

/** Metadata of a file that says nothing about itself. */
export const emptyMetadata: ParsedMetadata = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  updated: null,
  accessed: null,
  url: null,
  language: null,
};

/** Where a value of the metadata was found. */
export type MetadataOrigin =
  | 'json-ld'
  | 'meta'
  | 'microdata'
  | 'html'
  | 'visible text'
  | 'statistics of the text'
  | 'saved page'
  | 'front matter'
  | 'mail header'
  | 'column'
  | 'document properties';

/** For each value of the metadata that is not null, where it was found. */
export type MetadataOrigins = { readonly [Name in keyof ParsedMetadata]?: MetadataOrigin };

/** Why a character of the text is U+FFFD although the file does not hold U+FFFD there. */
export type ReplacementKind = 'nul' | 'lone-surrogate' | 'undecodable';

/** A character that was replaced by U+FFFD: its index in the text, in UTF-16 code units, and why. */
export interface TextReplacement {
  readonly index: number;
  readonly what: ReplacementKind;
}

/** How many replacements are listed one by one; `replacementCounts` counts the others too. */
export const maximumListedReplacements = 100;

/** What an importer makes of a file: the immutable text and all that the file says about it. */
export interface ParsedSource {
  readonly text: string;
  readonly blocks: readonly ParsedBlock[];
  /** Links, bold and italic words, in the order of the text; missing where the format has none. */
  readonly inlineRanges?: readonly InlineRange[];
  /** What the analyst is told about the import: whole sentences, such as which pages gave no text. */
  readonly notes?: readonly string[];
  readonly metadata: ParsedMetadata;
  readonly metadataOrigins: MetadataOrigins;
  /** The character set the bytes were read in, by its usual name (`UTF-8`, `windows-1252`). */
  readonly encoding: string;
  /** The media type (`text/plain`, `text/html`). */
  readonly mediaType: string;
  readonly importer: string;
  /** Raised whenever the importer makes another text or other blocks of the same bytes. */
  readonly importerVersion: number;
  /** The first `maximumListedReplacements` replacements, in order. */
  readonly replacements: readonly TextReplacement[];
  readonly replacementCounts: Readonly<Record<ReplacementKind, number>>;
}

/** A parsed file, or one sentence that says why there is none. */
export type ParseResult =
  | { readonly source: ParsedSource }
  | {
      readonly problem: string;
      /** Set where naming the columns that hold text and metadata would help. */
      readonly askColumns?: true;
    };

/** What a column of a table of articles may hold: the text of each, or a value of its metadata. */
export const articleFields = [
  'text',
  'title',
  'outlet',
  'byline',
  'published',
  'updated',
  'accessed',
  'url',
  'language',
] as const satisfies readonly (keyof ParsedMetadata | 'text')[];
export type ArticleField = (typeof articleFields)[number];

/** For some fields the name of the column that holds it, `''` for none; a path such as `author.name` leads into a JSON object. */
export type ColumnMapping = { readonly [Field in ArticleField]?: string | undefined };

/** What the analyst says about a file beforehand. */
export interface ParseOptions {
  /** The character set to read the file in, instead of the one found (`windows-1251`). */
  readonly encoding?: string;
  /** Which columns of a table or fields of a JSON file hold what, instead of those found by their usual names. */
  readonly columns?: ColumnMapping;
}

/** What the clipboard holds: its plain text, and its HTML where there is any. */
export interface PastedText {
  readonly text: string;
  readonly html: string | null;
}

/** The most UTF-16 code units a text may have. */
export const maximumTextLength = 20_000_000;
