import { z } from 'zod';
import type { Disagreement, Measure } from '../domain/agreement/measure.ts';
import type { AnalystId, SourceId } from '../domain/ids.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, pathSchema } from './schemas.ts';

const compared = {
  /** Two analysts or more, the first is the one that precision and recall take for the truth. */
  analystIds: z.array(idOf<'analyst'>()).min(2).max(50),
  /** Only these sources; all shared ones otherwise. */
  sourceIds: z.array(idOf<'source'>()).max(100_000).optional(),
  /** Only marks of this tag and of those below it. */
  tagId: idOf<'tag'>().optional(),
};

const measureInput = z.object({
  ...compared,
  /** γ too, which takes far longer. */
  gamma: z.boolean().optional(),
  /** Of the bootstrap and of γ; the same seed gives the same figures. */
  seed: z.number().int().optional(),
});

const csvInput = measureInput.extend({ path: pathSchema });

const views = [
  'exact',
  'overlap',
  'character',
  'sentence',
  'tags',
  'credibility',
  'reliability',
  'kind',
  'status',
  'stance',
  'speaker',
] as const;

const disagreementsInput = z.object({
  ...compared,
  view: z.enum(views),
  /** The path of the tag that the measure is of; null is all marks. */
  tag: z.string().max(10_000).nullable(),
  limit: z.number().int().min(1).max(1_000_000),
});

/** A source that all compared analysts worked on. */
export interface SharedSource {
  readonly id: SourceId;
  readonly title: string | null;
  readonly file: string;
}

/** All figures of a comparison. */
export interface AgreementReport {
  readonly analysts: readonly { readonly id: AnalystId; readonly name: string }[];
  readonly sources: readonly SharedSource[];
  readonly measures: readonly Measure[];
}

/** A disagreement with the words it is about, cut after 500 code units. */
export interface QuotedDisagreement extends Disagreement {
  readonly quote: string;
}

/** The main figures of a part of the sources: one source, or those finished in one month. */
export interface AgreementPart {
  /** The id of the source, or the month (`2026-01`). */
  readonly key: string;
  readonly title: string;
  readonly sources: number;
  readonly marks: number;
  readonly f1: number | null;
  readonly kappa: number | null;
  readonly alpha: number | null;
}

export interface AgreementApi {
  measure(input: z.infer<typeof measureInput>): Promise<AgreementReport>;
  /** What lies behind a measure of two analysts, in the order of sources and text. */
  disagreements(input: z.infer<typeof disagreementsInput>): Promise<readonly QuotedDisagreement[]>;
  /** The main figures source by source, or by the month in which the last of the analysts marked it last. */
  parts(input: z.infer<typeof partsInput>): Promise<readonly AgreementPart[]>;
  /** Writes all figures as a table, one a row with its n, unit, interval and sources. */
  exportCsv(input: z.infer<typeof csvInput>): Promise<{ readonly rows: number }>;
}

const partsInput = z.object({ ...compared, by: z.enum(['source', 'month']) });

export const agreementMethods = {
  measure: { access: 'read', input: measureInput },
  disagreements: { access: 'read', input: disagreementsInput },
  parts: { access: 'read', input: partsInput },
  exportCsv: { access: 'read', input: csvInput, files: true, writesFile: true },
} as const satisfies MethodTable<AgreementApi>;
