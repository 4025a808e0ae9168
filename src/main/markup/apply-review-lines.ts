import type { Check, ClaimLink } from '../../shared/domain/claims/claim.ts';
import type { ClaimId, CommentId, VerdictId } from '../../shared/domain/ids.ts';
import type { Comment, Verdict } from '../../shared/domain/reviews/verdict.ts';
import { spansProblem } from '../../shared/domain/highlights/span.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { recordStores } from '../database/record-stores.ts';
import { checkedDate } from './checked-fields.ts';
import { derivedId } from './derived-ids.ts';
import { targetOf } from './find-target.ts';
import type { TypedItem } from './markup-item.ts';
import { idFromFile, putRecord, signature, type MarkupSession } from './markup-session.ts';
import type { Outcome } from './report-builder.ts';

/** Links two claims; null where the project does not have both. */
export function applyLinkLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'link'>,
): Outcome | null {
  const from = idFromFile<ClaimId>(session, 'claim', item.from);
  const to = idFromFile<ClaimId>(session, 'claim', item.to);
  const missing = [from, to].some((id) => session.draft.get('claim', id) === null);
  if (missing || from === to) {
    const what = missing ? 'a claim of the link is not in the project' : 'the link joins one claim';
    session.report.problem(line, `${what}; it was left out`);
    return null;
  }
  const id: ClaimLink['id'] =
    item.id === undefined
      ? derivedId('link', from, item.kind, to)
      : idFromFile(session, 'link', item.id);
  const before = session.draft.get('link', id);
  const signed = signature(session, item);
  const link: ClaimLink = {
    id,
    fromClaimId: from,
    toClaimId: to,
    kind: item.kind,
    reason: item.reason === undefined ? (before?.reason ?? null) : item.reason,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  return putRecord(session, 'link', link, before);
}

/** Adds an entry to a claim's checking log; null where the project does not have the claim. */
export function applyCheckLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'check'>,
): Outcome | null {
  const claimId = idFromFile<ClaimId>(session, 'claim', item.claim);
  if (session.draft.get('claim', claimId) === null) {
    session.report.problem(line, 'the claim of the check is not in the project; it was left out');
    return null;
  }
  const id: Check['id'] =
    item.id === undefined
      ? derivedId('check', claimId, item.how, item.against ?? null, item.checkedAt ?? null)
      : idFromFile(session, 'check', item.id);
  const before = session.draft.get('check', id);
  const signed = signature(session, item);
  const check: Check = {
    id,
    claimId,
    how: item.how,
    against: item.against === undefined ? (before?.against ?? null) : item.against,
    checkedAt:
      item.checkedAt === undefined
        ? (before?.checkedAt ?? null)
        : checkedDate(session, line, 'checkedAt', item.checkedAt),
    result: item.result === undefined ? (before?.result ?? null) : item.result,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  return putRecord(session, 'check', check, before);
}

/** Adds a verdict; null where the project does not have what it is about. */
export function applyVerdictLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'verdict'>,
): Outcome | null {
  const targetId = reviewed(session, line, item);
  if (targetId === null) return null;
  const signed = signature(session, item);
  const reason = item.reason ?? null;
  const id: Verdict['id'] =
    item.id === undefined
      ? derivedId('verdict', targetId, item.verdict, reason, signed.analystId, item.createdAt ?? '')
      : idFromFile(session, 'verdict', item.id);
  const before = session.draft.get('verdict', id);
  const verdict: Verdict = {
    id,
    targetKind: item.of,
    targetId,
    verdict: item.verdict,
    reason: item.reason === undefined ? (before?.reason ?? null) : reason,
    proposal: item.proposal === undefined ? (before?.proposal ?? null) : item.proposal,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  return putRecord(session, 'verdict', verdict, before);
}

/** Adds a comment; null where the project does not have what it is about. */
export function applyCommentLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'comment'>,
): Outcome | null {
  const targetId = reviewed(session, line, item);
  if (targetId === null) return null;
  const signed = signature(session, item);
  const id: CommentId =
    item.id === undefined
      ? derivedId('comment', targetId, item.text, signed.analystId, item.createdAt ?? '')
      : idFromFile(session, 'comment', item.id);
  const before = session.draft.get('comment', id);
  const comment: Comment = {
    id,
    targetKind: item.of,
    targetId,
    parentId: item.parent == null ? null : parentOf(session, line, item.parent),
    text: item.text,
    ...placeOf(session, item),
    verdictId:
      item.answers == null ? null : idFromFile<VerdictId>(session, 'verdict', item.answers),
    answer: item.answer ?? null,
    analystId: before?.analystId ?? signed.analystId,
    createdAt: before?.createdAt ?? signed.createdAt,
  };
  return putRecord(session, 'comment', comment, before);
}

/** The words that a comment points to; where they are not in this project, it points nowhere. */
function placeOf(
  session: MarkupSession,
  { source, spans }: TypedItem<'comment'>,
): Pick<Comment, 'sourceId' | 'spans'> {
  const found = source === undefined ? 'none' : session.sources.resolve(source);
  if (typeof found === 'string' || spans === undefined) return { sourceId: null, spans: null };
  const fits = spansProblem(textOfSource(session.db, found.id) ?? '', spans) === null;
  return fits ? { sourceId: found.id, spans } : { sourceId: null, spans: null };
}

function parentOf(session: MarkupSession, line: number, given: string | number): CommentId | null {
  const id = idFromFile<CommentId>(session, 'comment', given);
  if (session.fileIds.has(`comment ${id}`)) return id;
  if (recordStores.comment.get(session.db, id) !== null) return id;
  session.report.problem(
    line,
    'the comment that is answered is not in the project; the answer was kept by itself',
  );
  return null;
}

function reviewed(
  session: MarkupSession,
  line: number,
  item: TypedItem<'verdict'> | TypedItem<'comment'>,
): string | null {
  const targetId = targetOf(session, item.of, item.target);
  if (targetId === null) {
    session.report.problem(
      line,
      `the ${item.of} that the ${item.type} is about is not in the project; it was left out`,
    );
  }
  return targetId;
}
