import { z } from 'zod';
import { actorKinds } from '../../shared/domain/actors/actor.ts';
import { attributionForms } from '../../shared/domain/attributions/attribution.ts';
import { claimKinds, claimStatuses, linkKinds } from '../../shared/domain/claims/claim.ts';
import { credibilities, gradeTargets, reliabilities } from '../../shared/domain/grades/grade.ts';
import { stances } from '../../shared/domain/highlights/highlight.ts';
import { answers, reviewTargets, verdictKinds } from '../../shared/domain/reviews/verdict.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';

// What arrives is hostile: every text has a length, every list a size. SQLite keeps UTF-8, so half a
// surrogate pair and NUL become U+FFFD here as they do in texts; otherwise nothing is altered.
const unstorable = /\p{Surrogate}|\0/gu;

function text(most: number): z.ZodType<string, string> {
  return z
    .string()
    .max(most)
    .overwrite((value) => value.replace(unstorable, '\ufffd'));
}

const name = text(2_000).refine((value) => value.trim() !== '', 'must not be blank');
const long = text(100_000);
const quotation = text(20_000_000);
const date = text(100);
const id = z.union([
  text(500).refine((value) => value.trim() !== '', 'must not be blank'),
  z.int(),
]);
const span = z.tuple([z.int(), z.int()]);
const time = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .overwrite((value) => utcTime(value));
const credibility = z.union(credibilities.map((value) => z.literal(value)));

function utcTime(value: string): string {
  if (value.endsWith('Z')) return value;
  return value.includes('T') ? new Date(value).toISOString() : `${value}T00:00:00Z`;
}

const tagPath = name
  .refine((path) => path.split('/').every((part) => part.trim() !== ''), 'has an empty part')
  .overwrite((path) =>
    path
      .split('/')
      .map((part) => part.trim())
      .join('/'),
  );

const analyst = z.union([name, z.object({ id, name })]);
const signed = { analyst: analyst.optional(), createdAt: time.optional() };

const event = z.object({
  id: id.optional(),
  name,
  date: date.nullable().optional(),
  place: text(2_000).nullable().optional(),
});

const claimFields = {
  statement: long.refine((value) => value.trim() !== '', 'must not be blank').optional(),
  kind: z.enum(claimKinds).optional(),
  status: z.enum(claimStatuses).optional(),
  event: event.nullable().optional(),
  stated: date.nullable().optional(),
  note: long.nullable().optional(),
  tags: z.array(tagPath).max(1_000).optional(),
  handling: text(2_000).nullable().optional(),
};

const origin = z.object({
  id: id.optional(),
  kind: name,
  title: name,
  issuer: text(2_000).nullable().optional(),
  date: date.nullable().optional(),
  source: text(2_000).nullable().optional(),
});

const actor = z.union([
  name,
  z.object({ id: id.optional(), unnamed: name }),
  z.object({ id: id.optional(), name }),
]);

/** A link of a chain. */
export const linkSchema = z.object({
  actors: z.array(actor).min(1).max(50),
  role: text(2_000).nullable().optional(),
  form: z.array(z.enum(attributionForms)).max(20).optional(),
  cue: text(2_000).nullable().optional(),
  span: span.nullable().optional(),
  cueSpan: span.nullable().optional(),
  origin: origin.nullable().optional(),
  inferred: z.boolean().optional(),
});

/** A mark: a line without a `type`. */
export const markSchema = z.object({
  id: id.optional(),
  source: text(2_000).optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  spans: z.array(span).min(1).max(1_000).optional(),
  quote: quotation.optional(),
  before: quotation.optional(),
  after: quotation.optional(),
  analyst: analyst.optional(),
  tags: z.array(tagPath).max(1_000).optional(),
  note: long.nullable().optional(),
  stance: z.enum(stances).nullable().optional(),
  credibility: credibility.nullable().optional(),
  credibilityReason: long.nullable().optional(),
  handling: text(2_000).nullable().optional(),
  claim: z
    .object({
      id: id.optional(),
      ...claimFields,
      credibility: credibility.nullable().optional(),
      credibilityReason: long.nullable().optional(),
    })
    .nullable()
    .optional(),
  attribution: z.array(linkSchema).max(100).nullable().optional(),
  createdAt: time.optional(),
  importedId: text(500).nullable().optional(),
});

const metadata = Object.fromEntries(
  sourceMetadataFields.map((field) => [field, text(2_000).nullable().optional()]),
) as Record<
  (typeof sourceMetadataFields)[number],
  z.ZodOptional<z.ZodNullable<z.ZodType<string, string>>>
>;

const target = z.union([text(2_000), z.int()]);

/** The lines that carry what marks do not, by their `type`. */
export const typedSchemas = {
  source: z.object({
    source: text(2_000),
    ...metadata,
    handling: text(2_000).nullable().optional(),
    replaces: text(2_000).nullable().optional(),
  }),
  tag: z.object({
    path: tagPath,
    colour: z.int().min(0).max(7).optional(),
    key: z.int().min(1).max(9).nullable().optional(),
    description: long.nullable().optional(),
  }),
  actor: z.object({
    id: id.optional(),
    name,
    kind: z.enum(actorKinds).optional(),
    unnamed: z.boolean().optional(),
    role: text(2_000).nullable().optional(),
    aliases: z.array(name).max(1_000).optional(),
    note: long.nullable().optional(),
    ...signed,
  }),
  event: event.extend({ note: long.nullable().optional(), ...signed }),
  origin: origin.extend(signed),
  claim: z.object({ id, ...claimFields, ...signed }),
  attribution: z.object({ id, highlight: id, ...signed }),
  link: z.object({
    id: id.optional(),
    from: id,
    kind: z.enum(linkKinds),
    to: id,
    reason: long.nullable().optional(),
    ...signed,
  }),
  grade: z.object({
    id: id.optional(),
    of: z.enum(gradeTargets),
    target,
    reliability: z.enum(reliabilities).optional(),
    credibility: credibility.optional(),
    reason: long.nullable().optional(),
    ...signed,
  }),
  check: z.object({
    id: id.optional(),
    claim: id,
    how: name,
    against: long.nullable().optional(),
    checkedAt: date.nullable().optional(),
    result: long.nullable().optional(),
    ...signed,
  }),
  verdict: z.object({
    id: id.optional(),
    of: z.enum(reviewTargets),
    target,
    verdict: z.enum(verdictKinds),
    reason: long.nullable().optional(),
    proposal: z
      .object({ version: z.literal(1), fields: z.record(z.string().max(100), z.json()) })
      .nullable()
      .optional(),
    ...signed,
  }),
  comment: z.object({
    id: id.optional(),
    of: z.enum(reviewTargets),
    target,
    parent: id.nullable().optional(),
    text: long,
    source: text(2_000).optional(),
    spans: z.array(span).min(1).max(1_000).optional(),
    answers: id.nullable().optional(),
    answer: z.enum(answers).nullable().optional(),
    ...signed,
  }),
  assignment: z.object({
    id: id.optional(),
    source: text(2_000),
    analysts: z.array(analyst).min(2).max(100),
    ...signed,
  }),
  'hand-in': z.object({ id: id.optional(), assignment: id, ...signed }),
} as const;
