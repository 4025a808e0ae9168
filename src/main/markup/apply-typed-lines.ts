import { attributionOf } from '../attributions/attributions-store.ts';
import { applyAssignmentLine, applyHandInLine } from './apply-assignment-lines.ts';
import { applyClaimLine } from './apply-claim.ts';
import { applyGradeLine, noteGradeLine } from './apply-grade.ts';
import {
  applyActorLine,
  applyEventLine,
  applyOriginLine,
  applySourceLine,
  applyTagLine,
} from './apply-registry-lines.ts';
import {
  applyCheckLine,
  applyCommentLine,
  applyLinkLine,
  applyVerdictLine,
} from './apply-review-lines.ts';
import type { MarkupItem, TypedItem, TypedName } from './markup-item.ts';
import { idFromFile, putRecord, type MarkupSession } from './markup-session.ts';
import type { Outcome } from './report-builder.ts';

interface TypedLine<K extends TypedName = TypedName> {
  readonly line: number;
  readonly item: TypedItem<K>;
}

/** The lines of a file that are no marks, by their type. */
export type TypedLines = ReadonlyMap<TypedName, readonly TypedLine[]>;

/** Sorts the lines that are no marks, and notes those that say more of objects which marks bring with them. */
export function sortTypedLines(session: MarkupSession, items: Iterable<MarkupItem>): TypedLines {
  const byType = new Map<TypedName, TypedLine[]>();
  for (const item of items) {
    if (item.kind !== 'typed') continue;
    for (const field of item.ignored) session.report.ignoredField(item.line, field);
    const lines = byType.get(item.item.type) ?? [];
    lines.push({ line: item.line, item: item.item });
    byType.set(item.item.type, lines);
    note(session, item.item);
  }
  return byType;
}

function note(session: MarkupSession, item: TypedItem): void {
  switch (item.type) {
    case 'claim':
      session.claimLines.set(idFromFile(session, 'claim', item.id), item);
      return;
    case 'attribution':
      session.attributionLines.set(idFromFile(session, 'highlight', item.highlight), item);
      return;
    case 'grade':
      noteGradeLine(session, item);
      return;
    case 'comment':
      if (item.id !== undefined) {
        session.fileIds.add(`comment ${idFromFile(session, 'comment', item.id)}`);
      }
      return;
    case 'source':
    case 'tag':
    case 'actor':
    case 'event':
    case 'origin':
    case 'link':
    case 'check':
    case 'verdict':
    case 'assignment':
    case 'hand-in':
  }
}

/** Brings in what marks refer to. */
export function applyLinesBeforeMarks(session: MarkupSession, lines: TypedLines): void {
  each(session, lines, 'source', (line, item) => applySourceLine(session, line, item));
  each(session, lines, 'tag', (line, item) => applyTagLine(session, line, item));
  each(session, lines, 'actor', (_, item) => applyActorLine(session, item));
  each(session, lines, 'event', (line, item) => applyEventLine(session, line, item));
  each(session, lines, 'origin', (line, item) => applyOriginLine(session, line, item));
}

/** Brings in what refers to marks and claims. */
export function applyLinesAfterMarks(session: MarkupSession, lines: TypedLines): void {
  each(session, lines, 'claim', (line, item) => applyClaimLine(session, line, item));
  each(session, lines, 'attribution', (line, item) => applyAttributionLine(session, line, item));
  each(session, lines, 'grade', (line, item) => applyGradeLine(session, line, item));
  each(session, lines, 'link', (line, item) => applyLinkLine(session, line, item));
  each(session, lines, 'check', (line, item) => applyCheckLine(session, line, item));
  each(session, lines, 'verdict', (line, item) => applyVerdictLine(session, line, item));
  each(session, lines, 'comment', (line, item) => applyCommentLine(session, line, item));
  each(session, lines, 'assignment', (line, item) => applyAssignmentLine(session, line, item));
  each(session, lines, 'hand-in', (line, item) => applyHandInLine(session, line, item));
}

function each<K extends TypedName>(
  session: MarkupSession,
  lines: TypedLines,
  type: K,
  apply: (line: number, item: TypedItem<K>) => Outcome | null,
): void {
  for (const { line, item } of (lines.get(type) ?? []) as readonly TypedLine<K>[]) {
    const outcome = apply(line, item);
    if (outcome !== null) session.report.other(outcome);
  }
}

/** Sets who attributed a mark, and when. */
function applyAttributionLine(
  session: MarkupSession,
  line: number,
  item: TypedItem<'attribution'>,
): Outcome | null {
  const before = attributionOf(session.db, idFromFile(session, 'highlight', item.highlight));
  if (before === null) {
    session.report.problem(
      line,
      'the mark has no attribution in the project; the line was left out',
    );
    return null;
  }
  const analystId =
    item.analyst === undefined ? before.analystId : session.analysts.resolve(item.analyst).id;
  const { createdAt = before.createdAt } = item;
  return putRecord(session, 'attribution', { ...before, analystId, createdAt }, before);
}
