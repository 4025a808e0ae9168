import { z } from 'zod';
import {
  colourSchema,
  idOf,
  lineText,
  longText,
  spanSchema,
  spansSchema,
} from '../../shared/contract/schemas.ts';
import { actorKinds } from '../../shared/domain/actors/actor.ts';
import { attributionForms } from '../../shared/domain/attributions/attribution.ts';
import type { RecordOf } from '../../shared/domain/changes/record.ts';
import { claimKinds, claimStatuses, linkKinds } from '../../shared/domain/claims/claim.ts';
import { credibilities, gradeTargets, reliabilities } from '../../shared/domain/grades/grade.ts';
import { stances } from '../../shared/domain/highlights/highlight.ts';
import type { ExchangedKind } from '../../shared/domain/merge/references.ts';
import { answers, reviewTargets, verdictKinds } from '../../shared/domain/reviews/verdict.ts';

// What comes from another project is believed only in these shapes; everything else about a record (that its words
// stand where it says, that what it refers to is there) is checked against this project.

const text = z.string().max(100_000);
const line = z.string().min(1).max(2_000);
const made = { analystId: idOf<'analyst'>(), createdAt: z.string().min(1).max(40) };
const quote = z.string().max(20_000_000);
const tagIds = z.array(idOf<'tag'>()).max(1_000);
const handling = text.nullable();
const date = z.string().max(100).nullable();

const chainLink = z.object({
  actorIds: z.array(idOf<'actor'>()).max(50),
  role: text.nullable(),
  forms: z.array(z.enum(attributionForms)).max(20),
  cue: text.nullable(),
  span: spanSchema.nullable(),
  cueSpan: spanSchema.nullable(),
  originId: idOf<'origin'>().nullable(),
  inferred: z.boolean(),
});

/** The shape of each kind of record that carries over between projects. */
export const recordSchemas = {
  tag: z.object({
    id: idOf<'tag'>(),
    parentId: idOf<'tag'>().nullable(),
    name: lineText.refine((name) => !name.includes('/'), 'has a stroke'),
    colour: colourSchema,
    description: longText.nullable(),
  }),
  event: z.object({
    id: idOf<'event'>(),
    name: line,
    date,
    place: text.nullable(),
    note: text.nullable(),
    ...made,
  }),
  actor: z.object({
    id: idOf<'actor'>(),
    name: line,
    kind: z.enum(actorKinds),
    unnamed: z.boolean(),
    role: text.nullable(),
    aliases: z.array(line).max(1_000),
    note: text.nullable(),
    ...made,
  }),
  origin: z.object({
    id: idOf<'origin'>(),
    kind: line,
    title: line,
    issuer: text.nullable(),
    date,
    sourceId: idOf<'source'>().nullable(),
    ...made,
  }),
  claim: z.object({
    id: idOf<'claim'>(),
    statement: z.string().min(1).max(100_000),
    kind: z.enum(claimKinds),
    status: z.enum(claimStatuses),
    note: text.nullable(),
    eventId: idOf<'event'>().nullable(),
    stated: date,
    tagIds,
    handling,
    ...made,
  }),
  highlight: z.object({
    id: idOf<'highlight'>(),
    sourceId: idOf<'source'>(),
    spans: spansSchema,
    quote,
    tagIds,
    note: text.nullable(),
    claimId: idOf<'claim'>().nullable(),
    stance: z.enum(stances).nullable(),
    handling,
    importedId: text.nullable(),
    ...made,
  }),
  attribution: z.object({
    id: idOf<'attribution'>(),
    highlightId: idOf<'highlight'>(),
    links: z.array(chainLink).max(100),
    ...made,
  }),
  grade: z
    .object({
      id: idOf<'grade'>(),
      targetKind: z.enum(gradeTargets),
      targetId: z.string().max(100),
      reliability: z.enum(reliabilities).nullable(),
      credibility: z.union(credibilities.map((value) => z.literal(value))).nullable(),
      reason: text.nullable(),
      ...made,
    })
    .refine(({ reliability, credibility }) => (reliability === null) !== (credibility === null))
    .refine(
      ({ targetKind, reliability }) =>
        (targetKind === 'source' || targetKind === 'actor') === (reliability !== null),
    ),
  check: z.object({
    id: idOf<'check'>(),
    claimId: idOf<'claim'>(),
    how: text,
    against: text.nullable(),
    checkedAt: date,
    result: text.nullable(),
    ...made,
  }),
  link: z
    .object({
      id: idOf<'link'>(),
      fromClaimId: idOf<'claim'>(),
      toClaimId: idOf<'claim'>(),
      kind: z.enum(linkKinds),
      reason: text.nullable(),
      ...made,
    })
    .refine(({ fromClaimId, toClaimId }) => String(fromClaimId) !== String(toClaimId)),
  verdict: z.object({
    id: idOf<'verdict'>(),
    targetKind: z.enum(reviewTargets),
    targetId: z.string().max(100),
    verdict: z.enum(verdictKinds),
    reason: text.nullable(),
    proposal: z
      .object({ version: z.literal(1), fields: z.record(z.string().max(100), z.json()) })
      .nullable()
      .default(null),
    ...made,
  }),
  comment: z.object({
    id: idOf<'comment'>(),
    targetKind: z.enum(reviewTargets),
    targetId: z.string().max(100),
    parentId: idOf<'comment'>().nullable(),
    text,
    // A comment counts also where the source that it points to is not here.
    sourceId: idOf<'source'>().nullable().catch(null),
    spans: spansSchema.nullable().catch(null),
    verdictId: idOf<'verdict'>().nullable().default(null),
    answer: z.enum(answers).nullable().default(null),
    ...made,
  }),
  assignment: z.object({
    id: idOf<'assignment'>(),
    sourceId: idOf<'source'>(),
    analystIds: z.array(idOf<'analyst'>()).min(2).max(100),
    ...made,
  }),
  'hand-in': z.object({
    id: idOf<'hand-in'>(),
    assignmentId: idOf<'assignment'>(),
    ...made,
  }),
} as const satisfies Record<ExchangedKind, z.ZodType>;

/** The fields of a record that another project gave, as a record; null where they are none. */
export function recordFrom<K extends ExchangedKind>(
  kind: K,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): RecordOf[K] | null {
  const parsed = recordSchemas[kind].safeParse({ ...fields, id });
  return parsed.success ? (parsed.data as unknown as RecordOf[K]) : null;
}
