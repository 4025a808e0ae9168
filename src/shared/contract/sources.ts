import { z } from 'zod';
import type { SourceId } from '../domain/ids.ts';
import type { Grade } from '../domain/grades/grade.ts';
import {
  articleFields,
  type BlockKind,
  type InlineRange,
  type MetadataOrigin,
} from '../domain/sources/parsed-source.ts';
import type { SuspiciousPlace } from '../domain/sources/suspicious-characters.ts';
import type { TablePreview } from '../domain/sources/table-preview.ts';
import type { Source, SourceMetadata } from '../domain/sources/source.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, jobIdSchema, lineText, pathSchema, spanSchema } from './schemas.ts';

/** A source as it stands in the list, with its present reliability. */
export interface SourceRow extends Source {
  readonly reliability: Grade['reliability'];
}

/** A block as the reader shows it: the importer's judgement on furniture, corrected by the analyst's. */
export interface SourceBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
  readonly boilerplate: boolean;
  /** The name of the rule that took it for furniture, also where an analyst corrected it. */
  readonly boilerplateRule: string | null;
  /** The page it begins on, from 1, where the file has pages. */
  readonly page?: number;
}

/** A value of the metadata as it was found in the file of a source; an analyst may have put another in its place. */
export interface FoundValue {
  readonly field: keyof SourceMetadata;
  readonly origin: MetadataOrigin;
  readonly value: string;
}

export interface SourceContent {
  readonly source: Source;
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
}

/** Another article that shares much of a source's text. */
export interface NearDuplicate {
  readonly sourceId: SourceId;
  /** Of the shorter text, what the longer one has too: over 0, up to 1; estimated for long texts. */
  readonly share: number;
}

/** What was found in a source when it came in, for lists. */
export interface SourceFindings {
  readonly sourceId: SourceId;
  readonly suspicious: number;
  readonly nearDuplicates: readonly NearDuplicate[];
}

/** The places of a text that may not be what they seem, in order; `count` counts those too that are not listed. */
export interface SuspiciousPlaces {
  readonly count: number;
  readonly places: readonly SuspiciousPlace[];
}

/** What became of one file of an import, or of one part of a file that holds several. */
export interface ImportOutcome {
  /** The path, and of a part what follows it: `mails.mbox#12`, `archive.zip/folder/a.html`. */
  readonly file: string;
  readonly status: 'imported' | 'duplicate' | 'problem';
  readonly sourceId: SourceId | null;
  readonly title: string | null;
  /** UTF-16 code units. */
  readonly characters: number | null;
  readonly textSha256: string | null;
  readonly boilerplateCharacters: number | null;
  /** The source that it is a newer version of. */
  readonly replaces: SourceId | null;
  /** The sources that share much of its text. */
  readonly nearDuplicates: readonly NearDuplicate[];
  /** How many places may not be what they seem. */
  readonly suspicious: number | null;
  /** Set where the columns that hold text and metadata can be named to bring the file in. */
  readonly askColumns?: true;
  /** A sentence: why it was left out, or what was replaced in a text that came in. */
  readonly problem: string | null;
}

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  readonly imported: number;
  readonly duplicates: number;
  readonly problems: number;
  readonly cancelled: boolean;
  /** The import that can be taken up again; null where it came to its end. */
  readonly unfinishedId: string | null;
}

/** An import that was cancelled, or that ended with its process. */
export interface UnfinishedImport {
  readonly id: string;
  readonly paths: readonly string[];
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** How many files were through when that was last written down. */
  readonly done: number;
  readonly total: number | null;
}

export interface SourceCount {
  readonly sourceId: SourceId;
  readonly highlights: number;
  readonly claims: number;
}

const field = z.string().trim().max(2_000).nullable();

/** The editable fields; dates must be EDTF, which the service checks and explains. */
export const metadataPatch = z.object({
  title: field.optional(),
  outlet: field.optional(),
  byline: field.optional(),
  published: field.optional(),
  updated: field.optional(),
  accessed: field.optional(),
  url: field.optional(),
  language: field.optional(),
});

const sourceInput = z.object({ sourceId: idOf<'source'>() });
/** How files are read, where that is not left to be found. */
export const readingOptions = z.object({
  /** The character set of the files. */
  encoding: z.string().trim().min(1).max(40).optional(),
  /** The columns of tables of articles by what they hold; `''` for none, although one has the usual name. */
  columns: z.partialRecord(z.enum(articleFields), z.string().max(2_000)).optional(),
});
export type ReadingOptions = z.infer<typeof readingOptions>;

const importInput = readingOptions.extend({
  paths: z.array(pathSchema).min(1).max(10_000),
  metadata: metadataPatch.optional(),
  jobId: jobIdSchema,
});
const previewInput = readingOptions.extend({ path: pathSchema });
const pasteInput = z.object({
  text: z.string().max(20_000_000),
  html: z.string().max(20_000_000).nullable(),
  metadata: metadataPatch,
  jobId: jobIdSchema,
});
const unfinishedInput = z.object({ importId: z.string().min(1).max(100) });
const reportInput = z.object({ jobId: jobIdSchema, path: pathSchema });
const readAgainInput = z.object({
  sourceId: idOf<'source'>(),
  encoding: z.string().trim().min(1).max(40),
});
const resumeInput = unfinishedInput.extend({ jobId: jobIdSchema });
const editInput = z.object({
  sourceId: idOf<'source'>(),
  patch: metadataPatch.extend({ handling: lineText.nullable().optional() }),
});
const countsInput = z.object({
  /** Of these alone; of all where missing. */
  sourceIds: z.array(idOf<'source'>()).max(1_000).optional(),
});
const boilerplateInput = z.object({
  sourceId: idOf<'source'>(),
  span: spanSchema,
  boilerplate: z.boolean(),
});

export interface SourcesApi {
  list(input: object): Promise<readonly SourceRow[]>;
  /** How many marks and claims each source has; asked after the list is on screen. */
  counts(input: z.infer<typeof countsInput>): Promise<readonly SourceCount[]>;
  /** What was found in the sources in which something was found; asked after the list is on screen. */
  findings(input: object): Promise<readonly SourceFindings[]>;
  /** The other articles that share much of a source's text, most first. */
  nearDuplicates(input: z.infer<typeof sourceInput>): Promise<readonly NearDuplicate[]>;
  suspicious(input: z.infer<typeof sourceInput>): Promise<SuspiciousPlaces>;
  /** Links, bold and italic words, in the order of the text; asked after it is on screen. */
  inlineRanges(input: z.infer<typeof sourceInput>): Promise<readonly InlineRange[]>;
  /** What its file says of itself, and where in it. */
  foundValues(input: z.infer<typeof sourceInput>): Promise<readonly FoundValue[]>;
  get(input: z.infer<typeof sourceInput>): Promise<SourceRow>;
  content(input: z.infer<typeof sourceInput>): Promise<SourceContent>;
  /** The columns of a file of articles and its first articles, before anything is brought in. */
  previewTable(input: z.infer<typeof previewInput>): Promise<TablePreview>;
  /** Files and folders; one transaction a source; reports progress under the job's id. */
  importPaths(input: z.infer<typeof importInput>): Promise<ImportReport>;
  importPasted(input: z.infer<typeof pasteInput>): Promise<ImportOutcome>;
  cancelImport(input: { readonly jobId: string }): Promise<null>;
  /** Imports that were begun, did not end, and do not run now; the latest first. */
  unfinishedImports(input: object): Promise<readonly UnfinishedImport[]>;
  /** Takes an unfinished import up again; what was done is passed over. */
  resumeImport(input: z.infer<typeof resumeInput>): Promise<ImportReport>;
  /** Writes the report of an import of this session as CSV, a row a file or part of one. */
  writeImportReport(input: z.infer<typeof reportInput>): Promise<null>;
  /** Reads the kept original in another character set; gives a newer version of the source. */
  readAgain(input: z.infer<typeof readAgainInput>): Promise<ImportOutcome>;
  /** Leaves the rest of an unfinished import; what came in stays. */
  forgetImport(input: z.infer<typeof unfinishedInput>): Promise<null>;
  edit(input: z.infer<typeof editInput>): Promise<SourceRow>;
  /** Takes the source out with its marks; can be undone. */
  remove(input: z.infer<typeof sourceInput>): Promise<null>;
  /** Takes the source, its marks, its bytes and every trace in the log out for good. */
  purge(input: z.infer<typeof sourceInput>): Promise<null>;
  /** Folds every block that the span touches away as furniture, or brings it back. */
  setBoilerplate(input: z.infer<typeof boilerplateInput>): Promise<null>;
}

export const sourcesMethods = {
  list: { access: 'read', input: z.object({}) },
  counts: { access: 'read', input: countsInput },
  findings: { access: 'read', input: z.object({}) },
  nearDuplicates: { access: 'read', input: sourceInput },
  suspicious: { access: 'read', input: sourceInput },
  inlineRanges: { access: 'read', input: sourceInput },
  foundValues: { access: 'read', input: sourceInput },
  get: { access: 'read', input: sourceInput },
  content: { access: 'read', input: sourceInput },
  previewTable: { access: 'read', input: previewInput, files: true },
  importPaths: { access: 'write', input: importInput, files: true },
  importPasted: { access: 'write', input: pasteInput },
  cancelImport: { access: 'read', input: z.object({ jobId: jobIdSchema }) },
  unfinishedImports: { access: 'read', input: z.object({}) },
  resumeImport: { access: 'write', input: resumeInput },
  writeImportReport: { access: 'read', input: reportInput, files: true, writesFile: true },
  readAgain: { access: 'write', input: readAgainInput },
  forgetImport: { access: 'write', input: unfinishedInput },
  edit: { access: 'write', input: editInput },
  remove: { access: 'write', input: sourceInput },
  purge: { access: 'write', input: sourceInput },
  setBoilerplate: { access: 'write', input: boilerplateInput },
} as const satisfies MethodTable<SourcesApi>;
