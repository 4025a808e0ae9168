import { AttestError } from '../../shared/contract/errors.ts';
import type { CarriedMark, CarryReport } from '../../shared/contract/versions.ts';
import type { MarkSnapshot } from '../../shared/domain/exports/project-snapshot.ts';
import {
  createMarkCarrier,
  type CarriedPlace,
  type MarkCarrier,
} from '../../shared/domain/highlights/carry-marks.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import type { AttributionId, GradeId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName, type Source } from '../../shared/domain/sources/source.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { markSnapshots } from '../exports/mark-snapshots.ts';
import { lineReferences } from '../exports/export-jsonl.ts';
import { ambiguousObjects } from '../exports/jsonl-store.ts';
import { snapshotRegistry } from '../exports/snapshot-registry.ts';
import { currentGrade } from '../grades/grades-store.ts';
import { attributionIdOf, derivedId } from '../markup/derived-ids.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { sourceOrFail } from '../sources/remove-source.ts';
import { keptMark } from './kept-mark.ts';

/** The marks of an older version, and where each belongs in the newer one. */
interface Carrying {
  readonly older: Source;
  readonly newer: Source;
  readonly carrier: MarkCarrier;
  readonly marks: readonly { readonly mark: MarkSnapshot; readonly place: CarriedPlace }[];
}

/** The id of a mark that was carried over: made from the mark and the newer source, so that carrying twice does nothing twice. */
function carriedId(highlightId: HighlightId, newSourceId: SourceId): HighlightId {
  return derivedId('carried', highlightId, newSourceId);
}

function placed(db: ReadDb, oldSourceId: SourceId, newSourceId: SourceId): Carrying {
  if (oldSourceId === newSourceId) {
    throw new AttestError(
      'invalid-input',
      'A source is no newer version of itself. Nothing was changed.',
    );
  }
  const older = sourceOrFail(db, oldSourceId);
  const newer = sourceOrFail(db, newSourceId);
  const oldText = textOfSource(db, older.id) ?? '';
  const carrier = createMarkCarrier(oldText, textOfSource(db, newer.id) ?? '');
  const filter = { sourceId: older.id, analystId: undefined, tagIds: undefined };
  const marks = [
    ...markSnapshots(db, snapshotRegistry(db), { filter, order: 'reading', withContext: false }),
  ].map((mark) => ({ mark, place: carrier.place(mark.highlight.spans) }));
  return { older, newer, carrier, marks };
}

function reportOf(
  marks: readonly CarriedMark[],
  alreadyThere: ReadonlySet<HighlightId>,
): CarryReport {
  const count = (kind: CarriedPlace['kind']): number =>
    marks.filter(({ place }) => place.kind === kind).length;
  return {
    marks,
    unchanged: count('unchanged'),
    moved: count('moved'),
    unplaced: count('unplaced'),
    alreadyThere: marks.filter((mark) => alreadyThere.has(mark.highlightId)).length,
  };
}

/** What carrying the marks over would do; nothing is changed. */
export function rehearseCarry(
  db: ReadDb,
  oldSourceId: SourceId,
  newSourceId: SourceId,
): CarryReport {
  const { marks } = placed(db, oldSourceId, newSourceId);
  const there = new Set<HighlightId>();
  const carried = marks.map(({ mark: { highlight }, place }): CarriedMark => {
    const id = carriedId(highlight.id, newSourceId);
    const isThere = recordStores.highlight.get(db, id) !== null;
    if (isThere) there.add(highlight.id);
    const known = isThere ? id : null;
    return { highlightId: highlight.id, quote: highlight.quote, place, carriedId: known };
  });
  return reportOf(carried, there);
}

/** Carries the marks of a source over to a newer version of it, as one change; those without a place there are kept in the list of such. */
export function carryMarks(
  context: ServiceContext,
  oldSourceId: SourceId,
  newSourceId: SourceId,
): CarryReport {
  const { db } = context;
  // Marks that are hidden stay where they are: the newer source is assigned to nobody.
  const carrying = placed(context.seen(), oldSourceId, newSourceId);
  const there = new Set<HighlightId>();
  const references = lineReferences(snapshotRegistry(db), ambiguousObjects(db));
  const label = `Carry marks over to “${sourceName(carrying.newer)}”`;
  const carried = context.changes.record(label, (draft) =>
    carrying.marks.map(({ mark, place }, index): CarriedMark => {
      const { highlight } = mark;
      const base = { highlightId: highlight.id, quote: highlight.quote, place };
      const id = carriedId(highlight.id, newSourceId);
      if (draft.get('highlight', id) !== null) {
        there.add(highlight.id);
        return { ...base, carriedId: id };
      }
      if (place.kind === 'unplaced') {
        const kept = keptMark(references, mark, {
          place,
          id,
          newer: carrying.newer,
          number: index + 1,
        });
        const known = draft.get('unplaced', kept.id);
        if (known === null) draft.put('unplaced', { ...kept, createdAt: nowIso(context) });
        return { ...base, carriedId: null };
      }
      copyMark(db, draft, carrying, highlight, { ...highlight, id, ...place });
      return { ...base, carriedId: id };
    }),
  );
  return reportOf(carried, there);
}

/** Makes the mark anew in the newer source, by the same analyst and of the same time, with its chain and its present credibility. */
function copyMark(
  db: ReadDb,
  draft: ChangeDraft,
  { newer, carrier }: Carrying,
  highlight: Highlight,
  target: Pick<Highlight, 'id' | 'spans' | 'quote'>,
): void {
  const { id, spans, quote } = target;
  draft.put('highlight', {
    ...highlight,
    id,
    sourceId: newer.id,
    spans,
    quote,
    importedId: null,
  });
  const attribution = attributionOf(db, highlight.id);
  if (attribution !== null) {
    draft.put('attribution', {
      ...attribution,
      id: attributionIdOf<AttributionId>(id),
      highlightId: id,
      links: attribution.links.map((link) => ({
        ...link,
        span: link.span && carrier.stretch(link.span),
        cueSpan: link.cueSpan && carrier.stretch(link.cueSpan),
      })),
    });
  }
  const grade = currentGrade(db, highlight.id);
  if (grade !== null) {
    draft.put('grade', { ...grade, id: derivedId<GradeId>('carried', grade.id, id), targetId: id });
  }
}
