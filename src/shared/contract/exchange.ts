import { z } from 'zod';
import { papers, type PageFurniture } from '../domain/exports/print-style.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, pathSchema } from './schemas.ts';

/** The formats that can be written; the others of the command line come with their issues. */
export const exportFormats = ['csv', 'jsonl', 'md', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What to write: filters narrow the marks; `rows: tag` is one row a mention and tag. */
export const exportOptions = z.object({
  format: z.enum(exportFormats),
  summaryId: idOf<'summary'>().optional(),
  rows: z.enum(['mention', 'tag']).optional(),
  allHighlights: z.boolean().optional(),
  sourceId: idOf<'source'>().optional(),
  tagId: idOf<'tag'>().optional(),
  analystId: idOf<'analyst'>().optional(),
  noBom: z.boolean().optional(),
  raw: z.boolean().optional(),
});
export type ExportOptions = z.infer<typeof exportOptions>;

export interface ExportReport {
  readonly rows: number;
  readonly bytes: number;
  /** Cells that a spreadsheet could have run and that were made harmless. */
  readonly guardedCells: number;
  /** The highest handling of what it holds; null for none. */
  readonly handling: string | null;
  /** Sources of which only the analyst's own layer was written, because they mark them without seeing the others. */
  readonly blindSources: number;
}

export interface MarkReport {
  readonly placed: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What became of the lines that are no marks: links, grades, actors and so on. */
  readonly others: { readonly added: number; readonly changed: number; readonly unchanged: number };
  /** Names in the file that the project did not know; each is an analyst of the project now. */
  readonly newAnalysts: readonly string[];
  readonly reanchored: readonly { readonly line: number; readonly what: string }[];
  readonly unplaced: readonly { readonly line: number; readonly what: string }[];
  readonly problems: readonly { readonly line: number; readonly what: string }[];
}

const toFileInput = z.object({ path: pathSchema, options: exportOptions });
const markInput = z.object({
  path: pathSchema,
  format: z.enum(['jsonl', 'brat']),
  dryRun: z.boolean().optional(),
});

/** How a source is printed: with or without its page furniture (what is marked in it is printed in any case), and on what paper. */
export const printOptions = z.object({ furniture: z.boolean(), paper: z.enum(papers) });
export type PrintOptions = z.infer<typeof printOptions>;

const pageInput = z.object({
  sourceId: idOf<'source'>(),
  options: printOptions,
  /** Whether the page itself says what stands around the text on every sheet; otherwise what prints it does. */
  marginBoxes: z.boolean(),
  path: pathSchema,
});

/** What was printed. */
export interface PrintReport {
  readonly marks: number;
  /** The highest handling of what it holds; null for none. */
  readonly handling: string | null;
}

/** Markup in, and markup, tables and reports out. */
export interface ExchangeApi {
  exportToFile(input: z.infer<typeof toFileInput>): Promise<ExportReport>;
  /** Writes a source with all its marks as one HTML page for paper. */
  writePrintPage(
    input: z.infer<typeof pageInput>,
  ): Promise<PrintReport & { readonly page: PageFurniture }>;
  /** One transaction and one undo step a file. */
  importMarkup(input: z.infer<typeof markInput>): Promise<MarkReport>;
}

export const exchangeMethods = {
  exportToFile: { access: 'read', input: toFileInput, files: true, writesFile: true },
  writePrintPage: { access: 'read', input: pageInput, files: true, writesFile: true },
  importMarkup: { access: 'write', input: markInput, files: true },
} as const satisfies MethodTable<ExchangeApi>;
