import type { ActorOffer, MergeItem, MergeReport } from '../../shared/contract/merges.ts';

/** Collects what a merge finds. */
export interface ReportBuilder {
  item(item: MergeItem): void;
  problem(sentence: string): void;
  offer(offer: ActorOffer): void;
  /** Counts an item that was taken, or left; one of which a part was left was left. */
  settled(itemId: string, isTaken: boolean): void;
  build(head: { readonly project: string; readonly of: string | null }): MergeReport;
}

const lists = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  joined: 'joined',
  conflict: 'conflicts',
  unplaced: 'unplaced',
} as const satisfies Record<MergeItem['outcome'], keyof MergeReport>;

/** Makes an empty report. */
export function createMergeReport(): ReportBuilder {
  const found = new Map<string, MergeItem>();
  const problems: string[] = [];
  const offers: ActorOffer[] = [];
  const settled = new Map<string, boolean>();

  return {
    item(item) {
      const known = found.get(item.id);
      // What hangs on a thing that is new itself goes with it; otherwise what differs is listed together.
      if (known === undefined) found.set(item.id, item);
      else if (known.outcome !== 'added' || item.outcome === 'conflict') {
        found.set(item.id, joined(known, item));
      }
    },
    problem: (sentence) => void problems.push(sentence),
    offer: (offer) => void offers.push(offer),
    settled(itemId, isTaken) {
      settled.set(itemId, (settled.get(itemId) ?? true) && isTaken);
    },
    build({ project, of }) {
      const report: { [List in (typeof lists)[MergeItem['outcome']]]: MergeItem[] } = {
        added: [],
        changed: [],
        removed: [],
        joined: [],
        conflicts: [],
        unplaced: [],
      };
      for (const item of found.values()) report[lists[item.outcome]].push(item);
      const left = [...settled.values()].filter((isTaken) => !isTaken).length;
      const taken = settled.size - left;
      return { project, of, ...report, actorOffers: offers, problems, taken, left };
    },
  };
}

function joined(known: MergeItem, item: MergeItem): MergeItem {
  return {
    ...known,
    outcome: item.outcome === 'conflict' ? 'conflict' : known.outcome,
    fields: [...new Set([...known.fields, ...item.fields])],
    ours: { ...known.ours, ...item.ours },
    theirs: { ...known.theirs, ...item.theirs },
    note: [known.note, item.note].filter(Boolean).join(' ') || null,
  };
}
