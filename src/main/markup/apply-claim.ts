import type { Claim } from '../../shared/domain/claims/claim.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import { applyLineGrade } from './apply-grade.ts';
import { checkedDate } from './checked-fields.ts';
import { derivedId, eventIdAt } from './derived-ids.ts';
import type { ClaimItem, TypedItem } from './markup-item.ts';
import { idFromFile, putRecord, signature, type MarkupSession } from './markup-session.ts';
import type { Outcome } from './report-builder.ts';

/** Who introduces an object: the mark, or the line, that speaks of it first. */
export interface Introducer {
  readonly id: string;
  readonly analystId: Claim['analystId'];
  readonly createdAt: string;
}

/** What became of the claim of a mark; null where the line does not say enough to make one. */
export interface AppliedClaim {
  readonly claimId: Claim['id'] | null;
  readonly outcome: Outcome;
}

/** Makes the claim that a mark's line carries, or changes the fields it gives. */
export function applyMarkClaim(
  session: MarkupSession,
  line: number,
  item: ClaimItem,
  by: Introducer,
): AppliedClaim {
  const id = claimIdOf(session, item);
  const before = session.draft.get('claim', id);
  const own = session.claimLines.get(id);
  const statement = item.statement ?? before?.statement ?? own?.statement;
  if (statement === undefined) {
    session.report.problem(
      line,
      'the claim has no statement and is not in the project; the mark was kept without it',
    );
    return { claimId: null, outcome: 'unchanged' };
  }
  const signed = own === undefined ? {} : givenSignature(session, own);
  const claim: Claim = {
    ...patched(session, line, item, before, statement, by),
    id,
    analystId: before?.analystId ?? signed.analystId ?? by.analystId,
    createdAt: before?.createdAt ?? signed.createdAt ?? by.createdAt,
  };
  const outcome = putRecord(session, 'claim', claim, before);
  const graded = applyLineGrade(session, {
    targetKind: 'claim',
    targetId: id,
    credibility: item.credibility,
    reason: item.credibilityReason,
    analystId: by.analystId,
    createdAt: by.createdAt,
  });
  return { claimId: id, outcome: outcome === 'unchanged' ? graded : outcome };
}

/** Makes or changes a claim by a line of its own. */
export function applyClaimLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'claim'>,
): Outcome | null {
  const id = idFromFile<Claim['id']>(session, 'claim', item.id);
  const before = session.draft.get('claim', id);
  const statement = item.statement ?? before?.statement;
  if (statement === undefined) {
    session.report.problem(line, 'the claim has no statement and no mark; it was left out');
    return null;
  }
  const by = { id, ...signature(session, item) };
  const claim: Claim = {
    ...patched(session, line, item, before, statement, by),
    id,
    analystId: item.analyst === undefined ? (before?.analystId ?? by.analystId) : by.analystId,
    createdAt: item.createdAt ?? before?.createdAt ?? by.createdAt,
  };
  return putRecord(session, 'claim', claim, before);
}

function claimIdOf(session: MarkupSession, item: ClaimItem): Claim['id'] {
  if (item.id !== undefined) return idFromFile(session, 'claim', item.id);
  const { name = null, date = null, place = null } = item.event ?? {};
  return derivedId('claim', item.statement ?? '', name, date, place);
}

function givenSignature(
  session: MarkupSession,
  item: TypedItem<'claim'>,
): { analystId?: Claim['analystId']; createdAt?: string | undefined } {
  return {
    ...(item.analyst === undefined ? {} : { analystId: session.analysts.resolve(item.analyst).id }),
    createdAt: item.createdAt,
  };
}

function patched(
  session: MarkupSession,
  line: number,
  item: Omit<ClaimItem, 'credibility' | 'credibilityReason'>,
  before: Claim | null,
  statement: string,
  by: Introducer,
): Omit<Claim, 'id' | 'analystId' | 'createdAt'> {
  const stated =
    item.stated === undefined ? undefined : checkedDate(session, line, 'stated', item.stated);
  return {
    statement,
    kind: item.kind ?? before?.kind ?? 'fact',
    status: item.status ?? before?.status ?? 'unverified',
    note: item.note === undefined ? (before?.note ?? null) : item.note,
    eventId: eventOf(session, line, item.event, before?.eventId ?? null, by),
    stated: stated === undefined ? (before?.stated ?? null) : stated,
    tagIds:
      item.tags === undefined
        ? (before?.tagIds ?? [])
        : [...new Set(item.tags.map((path) => session.tags.resolve(path).id))],
    handling: item.handling === undefined ? (before?.handling ?? null) : item.handling,
  };
}

function eventOf(
  session: MarkupSession,
  line: number,
  given: ClaimItem['event'],
  before: EventId | null,
  by: Introducer,
): EventId | null {
  if (given === undefined) return before;
  if (given === null) return null;
  const event = {
    name: given.name,
    date: checkedDate(session, line, 'event.date', given.date ?? null),
    place: given.place ?? null,
    note: null,
    analystId: by.analystId,
    createdAt: by.createdAt,
  };
  if (given.id !== undefined) {
    const id = idFromFile<EventId>(session, 'event', given.id);
    if (session.draft.get('event', id) === null) session.draft.put('event', { id, ...event });
    return id;
  }
  return session.events.findOrAdd({ id: eventIdAt(by.id, event.name), ...event });
}
