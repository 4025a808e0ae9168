import { z } from 'zod';
import { stances, type Highlight } from '../domain/highlights/highlight.ts';
import type { UnplacedMark } from '../domain/highlights/unplaced-mark.ts';
import { claimKinds, claimStatuses } from '../domain/claims/claim.ts';
import type { Credibility } from '../domain/grades/grade.ts';
import type { AnalystId } from '../domain/ids.ts';
import type { VerdictKind } from '../domain/reviews/verdict.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, lineText, longText, spansSchema } from './schemas.ts';

/** A highlight as the reader and its list need it. */
export interface MarkRow extends Highlight {
  /** The statement of its claim. */
  readonly statement: string | null;
  /** Null: not yet attributed. Zero: the outlet's own voice. */
  readonly attributionLinks: number | null;
  /** The whole chain as readable text; null where not yet attributed. */
  readonly attributionText: string | null;
  readonly credibility: Credibility | null;
  /** What the colleagues' verdicts come to; null where there is none. */
  readonly review: VerdictKind | null;
  /** The colleagues whose verdict that is; none where there is none. */
  readonly reviewedBy: readonly AnalystId[];
}

/** The claim to make together with a highlight. */
export const claimDraft = z.object({
  statement: lineText,
  kind: z.enum(claimKinds).optional(),
  status: z.enum(claimStatuses).optional(),
});

const createInput = z.object({
  sourceId: idOf<'source'>(),
  spans: spansSchema,
  tagIds: z.array(idOf<'tag'>()).max(100).optional(),
  note: longText.nullable().optional(),
  stance: z.enum(stances).nullable().optional(),
  /** Makes a claim with it … */
  claim: claimDraft.optional(),
  /** … or a further mention of this one. */
  claimId: idOf<'claim'>().optional(),
  /** An id made by the caller, so that the mark can be painted before it is acknowledged. */
  highlightId: idOf<'highlight'>().optional(),
  /** Takes the attribution of this mark over. */
  attributionLike: idOf<'highlight'>().optional(),
});

const createAllInput = z.object({
  sourceId: idOf<'source'>(),
  /** One mark for each, of one span. */
  spans: z
    .array(z.tuple([z.int().min(0), z.int().min(0)]))
    .min(1)
    .max(10_000),
  tagIds: z.array(idOf<'tag'>()).max(100).optional(),
});

const editInput = z.object({
  highlightId: idOf<'highlight'>(),
  patch: z.object({
    spans: spansSchema.optional(),
    note: longText.nullable().optional(),
    stance: z.enum(stances).nullable().optional(),
    tagIds: z.array(idOf<'tag'>()).max(100).optional(),
    claimId: idOf<'claim'>().nullable().optional(),
    handling: lineText.nullable().optional(),
  }),
});

const makeClaimInput = z.object({ highlightId: idOf<'highlight'>(), claim: claimDraft });

export interface HighlightsApi {
  /** Every mark of a source in reading order. */
  ofSource(input: { readonly sourceId: Highlight['sourceId'] }): Promise<readonly MarkRow[]>;
  get(input: { readonly highlightId: Highlight['id'] }): Promise<MarkRow>;
  create(input: z.infer<typeof createInput>): Promise<MarkRow>;
  /** Makes many highlights in one change; where this analyst has one of the very same span already, none. */
  createAll(
    input: z.infer<typeof createAllInput>,
  ): Promise<{ readonly created: number; readonly there: number }>;
  edit(input: z.infer<typeof editInput>): Promise<MarkRow>;
  /** Makes a new claim of a highlight that has none. */
  makeClaim(input: z.infer<typeof makeClaimInput>): Promise<MarkRow>;
  remove(input: { readonly highlightIds: readonly Highlight['id'][] }): Promise<null>;
  /** This analyst's latest mark that fits: the one "same claim" and "same attribution" mean. */
  last(input: { readonly having: 'claim' | 'attribution' | 'tag' }): Promise<MarkRow | null>;
  unplaced(input: object): Promise<readonly UnplacedMark[]>;
  removeUnplaced(input: { readonly unplacedIds: readonly UnplacedMark['id'][] }): Promise<null>;
}

export const highlightsMethods = {
  ofSource: { access: 'read', input: z.object({ sourceId: idOf<'source'>() }) },
  get: { access: 'read', input: z.object({ highlightId: idOf<'highlight'>() }) },
  create: { access: 'write', input: createInput },
  createAll: { access: 'write', input: createAllInput },
  edit: { access: 'write', input: editInput },
  makeClaim: { access: 'write', input: makeClaimInput },
  remove: {
    access: 'write',
    input: z.object({ highlightIds: z.array(idOf<'highlight'>()).min(1).max(100_000) }),
  },
  last: { access: 'read', input: z.object({ having: z.enum(['claim', 'attribution', 'tag']) }) },
  unplaced: { access: 'read', input: z.object({}) },
  removeUnplaced: {
    access: 'write',
    input: z.object({ unplacedIds: z.array(idOf<'unplaced'>()).min(1).max(100_000) }),
  },
} as const satisfies MethodTable<HighlightsApi>;
