import { z } from 'zod';
import {
  claimKinds,
  claimStatuses,
  linkKinds,
  type Check,
  type Claim,
  type ClaimLink,
} from '../domain/claims/claim.ts';
import type { Event } from '../domain/events/event.ts';
import type { Credibility, Reliability } from '../domain/grades/grade.ts';
import type { Highlight } from '../domain/highlights/highlight.ts';
import type { ClaimId, EventId } from '../domain/ids.ts';
import type { VerdictKind } from '../domain/reviews/verdict.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, lineText, longText } from './schemas.ts';

/** A claim as a row of the table. */
export interface ClaimRow extends Claim {
  readonly eventName: string | null;
  /** Its own tags and those of its mentions. */
  readonly allTagIds: readonly Claim['tagIds'][number][];
  readonly mentions: number;
  readonly sources: number;
  /** How many different origins its mentions rest on; unknown ones are not counted. */
  readonly origins: number;
  readonly contradictedBy: number;
  readonly credibility: Credibility | null;
  /** The first mention in order of marking, to open it; null for an unsupported claim. */
  readonly firstMentionId: Highlight['id'] | null;
  /** What the colleagues' verdicts on it come to; null where there is none. */
  readonly review: VerdictKind | null;
}

/** A mention with what is said of it. */
export interface MentionRow extends Highlight {
  readonly sourceTitle: string;
  readonly outlet: string | null;
  readonly attributionLinks: number | null;
  readonly attributionText: string | null;
  readonly credibility: Credibility | null;
  readonly reliability: Reliability | null;
}

export interface LinkRow extends ClaimLink {
  readonly fromStatement: string;
  readonly toStatement: string;
}

export interface ClaimDetail {
  readonly claim: ClaimRow;
  readonly event: Event | null;
  readonly mentions: readonly MentionRow[];
  readonly links: readonly LinkRow[];
  readonly checks: readonly Check[];
}

const claimInput = z.object({ claimId: idOf<'claim'>() });

export const claimPatch = z.object({
  statement: lineText.optional(),
  kind: z.enum(claimKinds).optional(),
  status: z.enum(claimStatuses).optional(),
  note: longText.nullable().optional(),
  eventId: idOf<'event'>().nullable().optional(),
  /** EDTF. */
  stated: z.string().trim().max(100).nullable().optional(),
  tagIds: z.array(idOf<'tag'>()).max(100).optional(),
  handling: lineText.nullable().optional(),
});

const listInput = z.object({
  /** Every word must stand in the statement, the note, the event or an actor's name; folded. */
  text: z.string().max(500).optional(),
  tagId: idOf<'tag'>().optional(),
  status: z.enum(claimStatuses).optional(),
  kind: z.enum(claimKinds).optional(),
  actorId: idOf<'actor'>().optional(),
  sourceId: idOf<'source'>().optional(),
  eventId: idOf<'event'>().optional(),
  unsupported: z.boolean().optional(),
  /** What the colleagues' verdicts come to; `open` where there is none. */
  review: z.enum(['open', 'accepted', 'rejected', 'change-proposed']).optional(),
});

const createInput = claimPatch.extend({ statement: lineText });
const editInput = z.object({ claimId: idOf<'claim'>(), patch: claimPatch });
const joinInput = z.object({ fromClaimId: idOf<'claim'>(), intoClaimId: idOf<'claim'>() });
const addLinkInput = z.object({
  fromClaimId: idOf<'claim'>(),
  kind: z.enum(linkKinds),
  toClaimId: idOf<'claim'>(),
  reason: longText.nullable(),
});
const checkFields = z.object({
  how: lineText,
  against: z.string().max(2_000).nullable(),
  checkedAt: z.string().max(100).nullable(),
  result: longText.nullable(),
});
const addCheckInput = z.object({ claimId: idOf<'claim'>(), check: checkFields });
const editCheckInput = z.object({ checkId: idOf<'check'>(), patch: checkFields.partial() });

const eventFields = z.object({
  name: lineText,
  date: z.string().trim().max(100).nullable(),
  place: z.string().trim().max(500).nullable(),
  note: longText.nullable(),
});
const editEventInput = z.object({ eventId: idOf<'event'>(), patch: eventFields.partial() });

export interface ClaimsApi {
  list(input: z.infer<typeof listInput>): Promise<readonly ClaimRow[]>;
  get(input: z.infer<typeof claimInput>): Promise<ClaimDetail>;
  /** For the picker: claims by typed words, the latest used first when nothing is typed. */
  find(input: { readonly query: string; readonly limit: number }): Promise<readonly ClaimRow[]>;
  create(input: z.infer<typeof createInput>): Promise<ClaimRow>;
  edit(input: z.infer<typeof editInput>): Promise<ClaimRow>;
  /** Takes the claim out; its highlights stay without a claim. */
  remove(input: { readonly claimIds: readonly ClaimId[] }): Promise<null>;
  /** Makes the mentions, tags, links, checks and citations of one claim those of another. */
  join(input: z.infer<typeof joinInput>): Promise<ClaimRow>;
  addLink(input: z.infer<typeof addLinkInput>): Promise<ClaimLink>;
  removeLink(input: { readonly linkId: ClaimLink['id'] }): Promise<null>;
  addCheck(input: z.infer<typeof addCheckInput>): Promise<Check>;
  editCheck(input: z.infer<typeof editCheckInput>): Promise<Check>;
  removeCheck(input: { readonly checkId: Check['id'] }): Promise<null>;
}

export const claimsMethods = {
  list: { access: 'read', input: listInput },
  get: { access: 'read', input: claimInput },
  find: {
    access: 'read',
    input: z.object({ query: z.string().max(500), limit: z.int().min(1).max(200) }),
  },
  create: { access: 'write', input: createInput },
  edit: { access: 'write', input: editInput },
  remove: {
    access: 'write',
    input: z.object({ claimIds: z.array(idOf<'claim'>()).min(1).max(100_000) }),
  },
  join: { access: 'write', input: joinInput },
  addLink: { access: 'write', input: addLinkInput },
  removeLink: { access: 'write', input: z.object({ linkId: idOf<'link'>() }) },
  addCheck: { access: 'write', input: addCheckInput },
  editCheck: { access: 'write', input: editCheckInput },
  removeCheck: { access: 'write', input: z.object({ checkId: idOf<'check'>() }) },
} as const satisfies MethodTable<ClaimsApi>;

export interface EventsApi {
  list(input: object): Promise<readonly Event[]>;
  create(input: z.infer<typeof eventFields>): Promise<Event>;
  edit(input: z.infer<typeof editEventInput>): Promise<Event>;
  /** Takes the event out; its claims stay without one. */
  remove(input: { readonly eventId: EventId }): Promise<null>;
}

export const eventsMethods = {
  list: { access: 'read', input: z.object({}) },
  create: { access: 'write', input: eventFields },
  edit: { access: 'write', input: editEventInput },
  remove: { access: 'write', input: z.object({ eventId: idOf<'event'>() }) },
} as const satisfies MethodTable<EventsApi>;
