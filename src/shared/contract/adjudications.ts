import { z } from 'zod';
import type { Difference } from '../domain/adjudication/adjudication-steps.ts';
import type { Span } from '../domain/highlights/span.ts';
import type { AnalystId, GradeId, HighlightId, SourceId } from '../domain/ids.ts';
import type { MethodTable } from './method-table.ts';
import { idOf } from './schemas.ts';

/** How a disagreement is settled: one version, both, none, or one put together of parts of both. */
export const settlements = ['a', 'b', 'both', 'neither', 'edit'] as const;
export type Settlement = (typeof settlements)[number];

const pairInput = {
  /** The two whose marks are compared. */
  analystIds: z.tuple([idOf<'analyst'>(), idOf<'analyst'>()]),
};

const pairSchema = z.object(pairInput);

const sourcesInput = z.object({
  ...pairInput,
  /** Only these sources; all shared ones otherwise. */
  sourceIds: z.array(idOf<'source'>()).max(100_000).optional(),
});

const side = z.enum(['a', 'b']);

/** Whose part a mark put together has; `both` is the longest stretch, or all tags. */
export const mixture = z.object({
  spans: z.enum(['a', 'b', 'both']),
  tags: z.enum(['a', 'b', 'both']),
  attribution: side,
  credibility: side,
  stance: side,
});
export type Mixture = z.infer<typeof mixture>;

const settleInput = z.object({
  a: idOf<'highlight'>().nullable(),
  b: idOf<'highlight'>().nullable(),
  settlement: z.enum(settlements),
  /** What the mark is put together of; with `edit` alone. */
  mixture: mixture.optional(),
  reason: z.string().max(10_000).optional(),
});

const settleGradeInput = z.object({
  a: idOf<'grade'>(),
  b: idOf<'grade'>(),
  settlement: z.enum(['a', 'b', 'neither']),
  reason: z.string().max(10_000).optional(),
});

/** Who settled something last, when, and why; no reason where none was given. */
export interface Decision {
  readonly analyst: string;
  readonly at: string;
  readonly reason: string | null;
}

/** One version of a place as its analyst marked it. */
export interface AdjudicatedMark {
  readonly id: HighlightId;
  readonly spans: readonly Span[];
  readonly tags: readonly string[];
  readonly stance: string | null;
  readonly speaker: string | null;
  readonly credibility: number | null;
  readonly statement: string | null;
  readonly note: string | null;
  readonly quote: string;
}

/** A place where the two differ, and how it was settled. */
export interface AdjudicationStep {
  readonly sourceId: SourceId;
  readonly span: Span;
  readonly a: AdjudicatedMark | null;
  readonly b: AdjudicatedMark | null;
  readonly differs: readonly Difference[];
  /** Null while it is open. */
  readonly settlement: Settlement | null;
  /** The latest decision over it. */
  readonly decision: Decision | null;
}

/** What two analysts disagree in within one source that both marked. */
export interface AdjudicatedSource {
  readonly sourceId: SourceId;
  /** In the order of the text. */
  readonly steps: readonly AdjudicationStep[];
  /** Places where both say the same. */
  readonly agreeing: number;
  /** How many of those are in the agreed layer. */
  readonly takenOver: number;
}

/** The walk through what two analysts disagree in. */
export interface Adjudication {
  /** The analyst of the agreed layer. */
  readonly agreedId: AnalystId;
  /** In the order in which they were imported. */
  readonly sources: readonly AdjudicatedSource[];
}

/** The latest grade that an analyst gave something. */
export interface AdjudicatedGrade {
  readonly id: GradeId;
  /** `A`–`F` or `1`–`6`. */
  readonly grade: string;
  readonly reason: string | null;
}

/** Something that both graded, and not alike. The grades of marks are part of their places. */
export interface GradeStep {
  readonly target: {
    readonly kind: 'source' | 'actor' | 'claim';
    readonly id: string;
    readonly name: string;
  };
  readonly a: AdjudicatedGrade;
  readonly b: AdjudicatedGrade;
  readonly differs: readonly ['reliability' | 'credibility'];
  /** Null while it is open. */
  readonly settlement: Exclude<Settlement, 'both' | 'edit'> | null;
  readonly decision: Decision | null;
}

export interface AdjudicationsApi {
  /** What differs in the marks of two analysts. Sources of which the analyst at work sees only their own layer are left out. */
  walk(input: z.infer<typeof sourcesInput>): Promise<Adjudication>;
  /** Sources, actors and claims that both graded, and not alike, in that order and by name. */
  grades(input: z.infer<typeof pairSchema>): Promise<readonly GradeStep[]>;
  /** Settles one place: verdicts on both marks and the marks of the agreed layer, as one change. A later settlement takes an earlier one’s place. */
  settle(input: z.infer<typeof settleInput>): Promise<null>;
  /** Settles what grade something gets: verdicts on both grades and one of the agreed layer, as one change. */
  settleGrade(input: z.infer<typeof settleGradeInput>): Promise<null>;
  /** Takes over into the agreed layer what both say alike, as one change; gives how many. */
  takeOver(input: z.infer<typeof sourcesInput>): Promise<{ readonly taken: number }>;
}

export const adjudicationsMethods = {
  walk: { access: 'read', input: sourcesInput },
  grades: { access: 'read', input: pairSchema },
  settle: { access: 'write', input: settleInput },
  settleGrade: { access: 'write', input: settleGradeInput },
  takeOver: { access: 'write', input: sourcesInput },
} as const satisfies MethodTable<AdjudicationsApi>;
