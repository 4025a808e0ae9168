import type { ActorOffer, MergeItem, MergeReport } from '../../shared/contract/merges.ts';
import type { IsUnseen } from './unseen-items.ts';

/** Collects what a merge finds. */
export interface ReportBuilder {
  item(item: MergeItem): void;
  /** A sentence, and what it names, which may not be for the analyst's eyes. */
  problem(sentence: string, about?: MergeItem['record']): void;
  /** An analyst whom nothing was known of here. */
  newAnalyst(name: string): void;
  offer(offer: ActorOffer): void;
  /** Counts an item that was taken, or left; one of which a part was left was left. */
  settled(itemId: string, isTaken: boolean): void;
  build(head: Pick<MergeReport, 'project' | 'of' | 'changeId'>): MergeReport;
}

const lists = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  joined: 'joined',
  conflict: 'conflicts',
  unplaced: 'unplaced',
} as const satisfies Record<MergeItem['outcome'], keyof MergeReport>;

/** Makes an empty report; what is unseen is counted, and kept out of it. */
export function createMergeReport(isUnseen: IsUnseen): ReportBuilder {
  const found = new Map<string, MergeItem>();
  const newAnalysts: string[] = [];
  const unseen = new Map<string, string | null>();
  const problems: string[] = [];
  const offers: ActorOffer[] = [];
  const settled = new Map<string, boolean>();

  function isOfUnseen({ record, outcome, ours }: MergeItem): boolean {
    if (isUnseen(record.kind, record.id)) return true;
    return outcome === 'joined' && isUnseen('tag', String(ours?.['id']));
  }

  return {
    item(item) {
      if (isOfUnseen(item)) {
        unseen.set(item.id, item.analyst);
        return;
      }
      const known = found.get(item.id);
      // What hangs on a thing that is new itself goes with it; otherwise what differs is listed together.
      if (known === undefined) found.set(item.id, item);
      else if (known.outcome !== 'added' || item.outcome === 'conflict') {
        found.set(item.id, joined(known, item));
      }
    },
    problem(sentence, about) {
      if (about === undefined || !isUnseen(about.kind, about.id)) problems.push(sentence);
    },
    newAnalyst: (name) => void newAnalysts.push(name),
    offer(offer) {
      if (!isUnseen('actor', offer.theirs.id)) offers.push(offer);
    },
    settled(itemId, isTaken) {
      settled.set(itemId, (settled.get(itemId) ?? true) && isTaken);
    },
    build({ project, of, changeId }) {
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
      return {
        project,
        of,
        ...report,
        newAnalysts,
        actorOffers: offers,
        unseen: countByAnalyst([...unseen.values()]),
        problems,
        changeId,
        taken,
        left,
      };
    },
  };
}

/** Tags have no analyst of their own: they are of the one whose layer comes, where it is one. */
function countByAnalyst(given: readonly (string | null)[]): MergeReport['unseen'] {
  const [one = null, ...more] = new Set(given.filter((analyst) => analyst !== null));
  const analysts = more.length > 0 ? given : given.map(() => one);
  return [...new Set(analysts)]
    .toSorted((a, b) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? ''))
    .map((analyst) => ({ analyst, items: analysts.filter((one) => one === analyst).length }));
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
