import { z } from 'zod';
import { actorKinds, type Actor } from '../domain/actors/actor.ts';
import {
  attributionForms,
  type Attribution,
  type Origin,
} from '../domain/attributions/attribution.ts';
import { gradeTargets, reliabilities, credibilities, type Grade } from '../domain/grades/grade.ts';
import type { ActorId, HighlightId } from '../domain/ids.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, lineText, longText, spanSchema } from './schemas.ts';

/** An actor in a chain: one of the registry, a name (found by name or alias, made when new), or one the text does not name. */
const actorReference = z.union([
  z.object({ actorId: idOf<'actor'>() }),
  z.object({ name: lineText }),
  z.object({ unnamed: lineText }),
]);

/** An origin: one of the registry, or its fields (found when all are equal, made when new). */
const originReference = z.union([
  z.object({ originId: idOf<'origin'>() }),
  z.object({
    kind: lineText,
    title: lineText,
    issuer: lineText.nullable(),
    date: z.string().trim().max(100).nullable(),
    sourceId: idOf<'source'>().nullable(),
  }),
]);

export const linkDraft = z.object({
  actors: z.array(actorReference).min(1).max(50),
  role: lineText.nullable(),
  forms: z.array(z.enum(attributionForms)).max(4),
  cue: lineText.nullable(),
  span: spanSchema.nullable(),
  cueSpan: spanSchema.nullable(),
  origin: originReference.nullable(),
  inferred: z.boolean(),
});
export type LinkDraft = z.infer<typeof linkDraft>;

/** A chain with its actors and origins in full. */
export interface AttributionDetail {
  readonly attribution: Attribution;
  readonly actors: readonly Actor[];
  readonly origins: readonly Origin[];
  /** The chain as readable text. */
  readonly text: string;
}

const setInput = z.object({
  highlightId: idOf<'highlight'>(),
  /** An empty list is the outlet's own voice; null takes the attribution away. */
  links: z.array(linkDraft).max(20).nullable(),
});

const copyInput = z.object({
  fromHighlightId: idOf<'highlight'>(),
  toHighlightId: idOf<'highlight'>(),
});

const originFields = z.object({
  kind: lineText,
  title: lineText,
  issuer: lineText.nullable(),
  date: z.string().trim().max(100).nullable(),
  sourceId: idOf<'source'>().nullable(),
});
const editOriginInput = z.object({ originId: idOf<'origin'>(), patch: originFields.partial() });

export interface AttributionsApi {
  of(input: { readonly highlightId: HighlightId }): Promise<AttributionDetail | null>;
  set(input: z.infer<typeof setInput>): Promise<AttributionDetail | null>;
  /** Same attribution as another mark. In another source the spans of speaker and cue are left out. */
  copy(input: z.infer<typeof copyInput>): Promise<AttributionDetail | null>;
  origins(input: { readonly query?: string | undefined }): Promise<readonly Origin[]>;
  createOrigin(input: z.infer<typeof originFields>): Promise<Origin>;
  editOrigin(input: z.infer<typeof editOriginInput>): Promise<Origin>;
}

export const attributionsMethods = {
  of: { access: 'read', input: z.object({ highlightId: idOf<'highlight'>() }) },
  set: { access: 'write', input: setInput },
  copy: { access: 'write', input: copyInput },
  origins: { access: 'read', input: z.object({ query: z.string().max(500).optional() }) },
  createOrigin: { access: 'write', input: originFields },
  editOrigin: { access: 'write', input: editOriginInput },
} as const satisfies MethodTable<AttributionsApi>;

const actorFields = z.object({
  name: lineText,
  kind: z.enum(actorKinds),
  role: lineText.nullable(),
  aliases: z.array(lineText).max(100),
  note: longText.nullable(),
});
const editActorInput = z.object({ actorId: idOf<'actor'>(), patch: actorFields.partial() });
const joinActorsInput = z.object({ fromActorId: idOf<'actor'>(), intoActorId: idOf<'actor'>() });

/** An actor as a row of the registry. */
export interface ActorRow extends Actor {
  readonly mentions: number;
  readonly reliability: Grade['reliability'];
}

export interface ActorsApi {
  list(input: object): Promise<readonly ActorRow[]>;
  /** By name or alias, folded, best first; for completion. Unnamed actors are left out. */
  find(input: { readonly query: string; readonly limit: number }): Promise<readonly Actor[]>;
  create(input: z.infer<typeof actorFields>): Promise<Actor>;
  edit(input: z.infer<typeof editActorInput>): Promise<Actor>;
  /** Makes one actor's links, grades and names those of another; the old name becomes an alias. */
  join(input: z.infer<typeof joinActorsInput>): Promise<Actor>;
  /** Refused while a chain names the actor. */
  remove(input: { readonly actorId: ActorId }): Promise<null>;
}

export const actorsMethods = {
  list: { access: 'read', input: z.object({}) },
  find: {
    access: 'read',
    input: z.object({ query: z.string().max(500), limit: z.int().min(1).max(200) }),
  },
  create: { access: 'write', input: actorFields },
  edit: { access: 'write', input: editActorInput },
  join: { access: 'write', input: joinActorsInput },
  remove: { access: 'write', input: z.object({ actorId: idOf<'actor'>() }) },
} as const satisfies MethodTable<ActorsApi>;

const gradeTarget = z.object({ targetKind: z.enum(gradeTargets), targetId: z.uuid() });
const addGradeInput = gradeTarget.extend({
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.union(credibilities.map((value) => z.literal(value))).nullable(),
  reason: longText.nullable(),
});

export interface GradesApi {
  /** Adds a judgement; the earlier ones stay as history. */
  add(input: z.infer<typeof addGradeInput>): Promise<Grade>;
  /** The judgements of a target, latest first. */
  history(input: z.infer<typeof gradeTarget>): Promise<readonly Grade[]>;
}

export const gradesMethods = {
  add: { access: 'write', input: addGradeInput },
  history: { access: 'read', input: gradeTarget },
} as const satisfies MethodTable<GradesApi>;
