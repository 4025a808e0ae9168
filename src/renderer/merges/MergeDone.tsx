import { Check } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActorOffer } from '../../shared/contract/merges.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { countOf } from '../claims/count-words.ts';
import { undoChange } from '../history/undo.ts';
import { Button } from '../ui/Button.tsx';
import { LongList } from '../ui/LongList.tsx';
import styles from './Merges.module.css';
import { choiceFor, isDecidable, outcomeNames, outcomes } from './rehearsal-form.ts';
import { rehearsal } from './rehearsal-store.ts';
import { leaveMerge } from './rehearse.ts';
import { Unseen } from './Unseen.tsx';

/** What a merge did, what is still to be settled, and the ways on. */
export function MergeDone() {
  const report = useStore(rehearsal, (state) => state.report);
  const items = useStore(rehearsal, (state) => state.items);
  const choices = useStore(rehearsal, (state) => state.choices);
  const { data: latest } = useQuery(read('history', 'list', { limit: 1 }));
  const [busy, setBusy] = useState(false);
  if (report === null) return null;
  // Undo takes the latest change back, whichever that is.
  const isLatest = latest === undefined || latest[0]?.id === report.changeId;
  const canUndo = report.taken > 0;
  const counts = outcomes.flatMap((outcome) => {
    const count = items.filter(
      (item) =>
        item.outcome === outcome && (!isDecidable(item) || choiceFor(item, choices) !== 'leave'),
    ).length;
    return count === 0 ? [] : [[outcomeNames[outcome], count] as const];
  });
  async function undo(): Promise<void> {
    setBusy(true);
    try {
      await undoChange();
      leaveMerge();
    } catch (error) {
      notifyError(error);
      setBusy(false);
    }
  }
  return (
    <div className={styles.done}>
      <h2 className={styles.heading}>Merged “{report.project}”</h2>
      <p role="status">
        {countOf(report.taken, 'item')} settled
        {report.left > 0 && `, ${countOf(report.left, 'item')} left for another time`}. What is left
        is offered again when the same file is merged again.
      </p>
      <Unseen report={report} />
      {counts.length > 0 && (
        <dl className={styles.counts}>
          {counts.map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{count.toLocaleString('en-GB')}</dd>
            </div>
          ))}
        </dl>
      )}
      {report.actorOffers.length > 0 && <Offers offers={report.actorOffers} />}
      {report.problems.length > 0 && (
        <section aria-label="Not kept">
          <h3>Not kept</h3>
          <LongList label="Not kept" items={report.problems} keyOf={(sentence) => sentence}>
            {(sentence) => sentence}
          </LongList>
        </section>
      )}
      <div className={styles.actions}>
        {canUndo && isLatest && (
          <Button busy={busy} onClick={() => void undo()}>
            Undo the merge
          </Button>
        )}
        {canUndo && !isLatest && (
          <span className={styles.soft}>
            Something was changed since: undo takes that back first, then the merge.
          </span>
        )}
        <Button variant="primary" icon={Check} onClick={leaveMerge}>
          Done
        </Button>
      </div>
    </div>
  );
}

function Offers({ offers }: { readonly offers: readonly ActorOffer[] }) {
  const [joined, setJoined] = useState<ReadonlySet<string>>(new Set());
  async function join({ ours, theirs }: ActorOffer): Promise<void> {
    try {
      await api.actors.join({
        fromActorId: theirs.id as ActorId,
        intoActorId: ours.id as ActorId,
      });
      setJoined((before) => new Set(before).add(theirs.id));
    } catch (error) {
      notifyError(error);
    }
  }
  return (
    <section aria-label="Actors that may be the same">
      <h3>Actors that may be the same</h3>
      <LongList
        label="Actors that may be the same"
        items={offers}
        keyOf={({ theirs }) => theirs.id}
      >
        {(offer) => (
          <div className={styles.bar}>
            <span className={styles.label}>
              {offer.theirs.name} (theirs), {offer.ours.name} (here)
            </span>
            {joined.has(offer.theirs.id) ? (
              <span className={styles.soft}>Joined</span>
            ) : (
              <Button
                small
                aria-label={`Join ${offer.theirs.name}`}
                onClick={() => void join(offer)}
              >
                Join
              </Button>
            )}
          </div>
        )}
      </LongList>
    </section>
  );
}
