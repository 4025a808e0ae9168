import type { AttestEvent } from '../shared/contract/events.ts';
import type { ChangeItem } from '../shared/domain/changes/change.ts';
import type { RecordOf } from '../shared/domain/changes/record.ts';
import type { ReadDb } from './database/types.ts';
import { recordStores } from './database/record-stores.ts';

const listedAtMost = 500;

/** The sources whose marks an item concerns; null when any could be. */
function sourcesOf(db: ReadDb, item: ChangeItem): readonly string[] | null {
  const either = item.after ?? item.before;
  switch (item.kind) {
    case 'highlight':
      return [item.before, item.after].flatMap((record) =>
        record === null ? [] : [(record as RecordOf['highlight']).sourceId],
      );
    case 'attribution': {
      const { highlightId } = either as RecordOf['attribution'];
      const highlight = recordStores.highlight.get(db, highlightId);
      return highlight === null ? [] : [highlight.sourceId];
    }
    case 'grade':
    case 'verdict': {
      const { targetKind, targetId } = either as RecordOf['grade' | 'verdict'];
      if (targetKind === 'source') return [targetId];
      if (targetKind === 'grade') {
        const after = recordStores.grade.get(db, targetId);
        return after === null ? [] : sourcesOf(db, { ...item, kind: 'grade', after });
      }
      if (targetKind !== 'highlight') return [];
      const highlight = recordStores.highlight.get(db, targetId);
      return highlight === null ? [] : [highlight.sourceId];
    }
    // A new one changes no mark but those that come with it.
    case 'claim':
    case 'tag':
    case 'actor':
    case 'origin':
    case 'event':
      return item.before === null ? [] : null;
    // What was hidden may be seen from now on, or the other way round.
    case 'assignment':
    case 'hand-in':
    case 'analyst':
      return null;
    case 'source':
    case 'boilerplate':
    case 'check':
    case 'link':
    case 'comment':
    case 'summary':
    case 'unplaced':
      return [];
  }
}

/** An item's own id, and of a verdict what it is about: that looks another way from now on. */
function idsOf({ kind, id, before, after }: ChangeItem): readonly string[] {
  return kind === 'verdict' ? [id, ((after ?? before) as RecordOf['verdict']).targetId] : [id];
}

/** What the windows are told of a change; long lists are left out, which means "any". */
export function changedEvent(
  db: ReadDb,
  items: readonly ChangeItem[],
): Extract<AttestEvent, { type: 'changed' }> {
  const kinds = [...new Set(items.map((item) => item.kind))];
  if (items.length > listedAtMost) return { type: 'changed', kinds, ids: [], sourceIds: [] };
  const sources = items.map((item) => sourcesOf(db, item));
  const any = sources.includes(null);
  return {
    type: 'changed',
    kinds,
    ids: items.flatMap(idsOf),
    sourceIds: any ? [] : [...new Set(sources.flatMap((list) => list ?? []))],
  };
}
