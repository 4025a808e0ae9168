import type { ArticleField, ColumnMapping } from './parsed-source.ts';

/** A column of a table of articles, or a field of a JSON file's articles, as its first rows fill it. */
export interface PreviewColumn {
  readonly name: string;
  /** Values of the first rows that have one, cut; at most `sampleCount`. */
  readonly samples: readonly string[];
}

/** An article as it would come in. */
export interface PreviewArticle {
  /** What follows the name of the file (`#2`). */
  readonly name: string;
  /** What would be kept of it, in the form in which it would be kept; of the text its beginning. */
  readonly values: Readonly<Partial<Record<ArticleField, string>>>;
  /** UTF-16 code units of the whole text. */
  readonly characters: number;
  /** A sentence: why it would be left out. */
  readonly problem: string | null;
}

/** What a file of articles holds, shown before it is brought in. */
export interface TablePreview {
  readonly columns: readonly PreviewColumn[];
  /** The columns by what they hold: as was said, and the others by their usual names. */
  readonly mapping: ColumnMapping;
  /** The first articles under that mapping. */
  readonly articles: readonly PreviewArticle[];
  /** A sentence: why there are no articles under that mapping. */
  readonly problem: string | null;
}

/** How many rows are looked at for columns and their values. */
export const previewedRows = 20;
/** How many columns are shown. */
export const mostPreviewColumns = 200;
/** How many values of a column are shown. */
export const sampleCount = 3;
/** How many articles are shown. */
export const previewedArticles = 3;
/** How much of a value or text is shown, in UTF-16 code units. */
export const previewLength = 300;
