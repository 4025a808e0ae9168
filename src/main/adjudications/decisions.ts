import type { Decision, Settlement } from '../../shared/contract/adjudications.ts';
import type { Verdict } from '../../shared/domain/reviews/verdict.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { settlingVerdictId, type Pair } from './agreed-layer.ts';

/** A verdict that a settlement gives one of the two versions. */
export interface SettlingVerdict {
  readonly target: Pick<Verdict, 'targetKind' | 'targetId'>;
  readonly isAccepted: boolean;
  readonly reason: string | null;
}

/** Writes the verdict of the adjudicator on one of two versions; earlier ones stay. */
export function putSettlingVerdict(
  context: ServiceContext,
  draft: ChangeDraft,
  pair: Pair,
  { target, isAccepted, reason }: SettlingVerdict,
): void {
  let nth = 0;
  // All verdicts are kept: a later settlement gets the next number.
  while (draft.get('verdict', settlingVerdictId(pair, target.targetId, nth)) !== null) nth += 1;
  draft.put('verdict', {
    id: settlingVerdictId(pair, target.targetId, nth),
    ...target,
    verdict: isAccepted ? 'accepted' : 'rejected',
    reason,
    proposal: null,
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  });
}

/** Who settled two versions last, when and why: told by the verdict on the one that stands, or on the first. */
export function latestDecision(db: ReadDb, pair: Pair): Decision | null {
  const found = [pair.a, pair.b].flatMap((id) => {
    const verdict = id === null ? null : latestVerdict(db, pair, id);
    return verdict === null ? [] : [verdict];
  });
  const told = found.find(({ verdict }) => verdict === 'accepted') ?? found[0];
  if (told === undefined) return null;
  const analyst = recordStores.analyst.get(db, told.analystId)?.name ?? '';
  return { analyst, at: told.createdAt, reason: told.reason };
}

function latestVerdict(db: ReadDb, pair: Pair, id: string): Verdict | null {
  let latest: Verdict | null = null;
  for (let nth = 0; ; nth += 1) {
    const next = recordStores.verdict.get(db, settlingVerdictId(pair, id, nth));
    if (next === null) return latest;
    latest = next;
  }
}

const longestWords = 60;

/** What the change of a settlement is called: what it is about, how it was settled, and why. */
export function decisionLabel(
  what: string,
  settlement: Settlement,
  names: { readonly a: string; readonly b: string },
  reason: string | null,
): string {
  const how = {
    a: `${names.a}’s version`,
    b: `${names.b}’s version`,
    both: 'both versions',
    neither: 'neither version',
    edit: 'put together of both versions',
  }[settlement];
  const why = reason === null ? '' : `. ${shortened(reason)}`;
  return `Adjudicate “${shortened(what)}”: ${how}${why}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= longestWords
    ? line
    : `${characters.slice(0, longestWords - 1).join('')}…`;
}
