import { changedFields } from '../../shared/domain/changes/change.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { formatSpans } from '../../shared/domain/highlights/span.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import { applyAttribution } from './apply-attribution.ts';
import { applyMarkClaim, type AppliedClaim } from './apply-claim.ts';
import { applyLineGrade } from './apply-grade.ts';
import { derivedId, uuidFrom } from './derived-ids.ts';
import type { MarkItem, MarkupItem } from './markup-item.ts';
import { idFromFile, putRecord, type MarkupSession } from './markup-session.ts';
import { placeMark, type MarkPlace } from './place-mark.ts';
import type { Outcome } from './report-builder.ts';

type MarkLine = Extract<MarkupItem, { kind: 'mark' }>;
type Placed = Extract<MarkPlace, { kind: 'placed' }>;

/** Brings in one mark with its claim, tags, chain and credibility; what cannot be placed is kept in a list. */
export function applyMark(session: MarkupSession, markLine: MarkLine): void {
  const { line, mark: item } = markLine;
  const id = markId(session, item);
  const before = session.draft.get('highlight', id);
  const place = placeMark(session, item, before);
  switch (place.kind) {
    case 'problem':
      session.report.problem(line, place.what);
      return;
    case 'unplaced':
      session.report.unplaced(line, place.what);
      keepUnplaced(session, markLine, id, place.what);
      return;
    case 'placed':
      applyPlaced(session, line, item, id, before, place);
  }
}

function markId(session: MarkupSession, item: MarkItem): Highlight['id'] {
  if (item.id !== undefined) return idFromFile(session, 'highlight', item.id);
  const { analyst, ...content } = item;
  // The same words by two analysts are two marks.
  const name = session.analysts.nameOf(analyst);
  const text = JSON.stringify(content);
  return derivedId('mark', name, text, session.placeAmongEqual(derivedId('mark', name, text)));
}

function applyPlaced(
  session: MarkupSession,
  line: number,
  item: MarkItem,
  id: Highlight['id'],
  before: Highlight | null,
  place: Placed,
): void {
  const by = {
    id,
    analystId: session.analysts.resolve(item.analyst).id,
    createdAt: item.createdAt ?? session.now,
  };
  if (place.movedBy !== null) {
    const from = item.spans ?? [[item.start ?? 0, item.end ?? 0]];
    session.report.reanchored(
      line,
      `moved from ${formatSpans(from)} to ${formatSpans(place.spans)}, where its quote stands`,
    );
  }
  const claim = claimOf(session, line, item, before, by);
  const highlight: Highlight = {
    id,
    sourceId: place.source.id,
    spans: place.spans,
    quote: place.quote,
    tagIds:
      item.tags === undefined
        ? (before?.tagIds ?? [])
        : [...new Set(item.tags.map((path) => session.tags.resolve(path).id))],
    note: item.note === undefined ? (before?.note ?? null) : item.note,
    claimId: claim.claimId,
    stance: item.stance === undefined ? (before?.stance ?? null) : item.stance,
    handling: item.handling === undefined ? (before?.handling ?? null) : item.handling,
    analystId: item.analyst === undefined ? (before?.analystId ?? by.analystId) : by.analystId,
    createdAt: item.createdAt ?? before?.createdAt ?? session.now,
    importedId: importedIdOf(item, id, before),
  };
  const outcomes: Outcome[] = [
    putRecord(session, 'highlight', highlight, before),
    claim.outcome,
    applyAttribution(session, line, item.attribution, {
      highlight,
      text: place.text,
      movedBy: place.movedBy,
      by,
    }),
    applyLineGrade(session, {
      targetKind: 'highlight',
      targetId: id,
      credibility: item.credibility,
      reason: item.credibilityReason,
      analystId: by.analystId,
      createdAt: by.createdAt,
    }),
  ];
  const changed = outcomes.some((outcome) => outcome !== 'unchanged');
  session.report.mark(before === null ? 'added' : changed ? 'changed' : 'unchanged');
  if (session.hadUnplaced) session.draft.remove('unplaced', unplacedId(id));
}

function claimOf(
  session: MarkupSession,
  line: number,
  item: MarkItem,
  before: Highlight | null,
  by: Parameters<typeof applyMarkClaim>[3],
): AppliedClaim {
  if (item.claim === undefined) {
    return { claimId: before?.claimId ?? null, outcome: 'unchanged' };
  }
  if (item.claim === null) return { claimId: null, outcome: 'unchanged' };
  return applyMarkClaim(session, line, item.claim, by);
}

/** The id it had elsewhere, where that could not be kept. */
function importedIdOf(item: MarkItem, id: string, before: Highlight | null): string | null {
  if (item.importedId !== undefined) return item.importedId;
  if (before !== null) return before.importedId;
  if (item.id === undefined || uuidFrom(String(item.id)) === id) return null;
  return String(item.id);
}

function unplacedId(id: string): UnplacedMark['id'] {
  return derivedId('unplaced', id);
}

function keepUnplaced(
  session: MarkupSession,
  { line, mark, raw }: MarkLine,
  id: string,
  reason: string,
): void {
  const kept: UnplacedMark = {
    id: unplacedId(id),
    file: session.fileName,
    line,
    sourceLabel: mark.source ?? '',
    reason,
    mark: raw,
    analystId: session.analysts.resolve(mark.analyst).id,
    createdAt: session.now,
  };
  const before = session.draft.get('unplaced', kept.id);
  const isNew =
    before === null || changedFields({ ...before, createdAt: kept.createdAt }, kept).length > 0;
  if (isNew) session.draft.put('unplaced', kept);
}
