import { useMemo } from 'react';
import type { MergeChoice, MergeItem } from '../../shared/contract/merges.ts';
import { useStore } from '../app/store.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { countOf } from '../claims/count-words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { MergeDetail } from './MergeDetail.tsx';
import { MergeFilters } from './MergeFilters.tsx';
import { Unseen } from './Unseen.tsx';
import styles from './Merges.module.css';
import {
  choiceFor,
  choiceWords,
  countChoices,
  filterItems,
  kindNames,
  outcomeWord,
  waysFor,
} from './rehearsal-form.ts';
import { rehearsal } from './rehearsal-store.ts';
import { choose, leaveMerge, rehearse, takeMerge } from './rehearse.ts';

/** A merge before it is taken: the items with what is to be done with each, and the one that is looked at. */
export function MergeRehearsed() {
  const { items, filter, choices, chosenId, report, path, stale } = useStore(
    rehearsal,
    (state) => state,
  );
  const shown = useMemo(() => filterItems(items, filter), [items, filter]);
  const chosen = useMemo(() => items.find(({ id }) => id === chosenId), [items, chosenId]);
  if (report === null) return null;
  const hasUnseen = report.unseen.length > 0;
  const newcomers = report.newAnalysts;
  const from = report.of === null ? `“${report.project}”` : `${report.of} in “${report.project}”`;
  return (
    <div className={styles.section}>
      <MergeBar from={from} canMerge={items.length > 0 || hasUnseen || newcomers.length > 0} />
      {stale && (
        <p className={styles.stale} role="status">
          The project changed since this was rehearsed.
          <Button small onClick={() => path !== null && void rehearse(path)}>
            Rehearse again
          </Button>
        </p>
      )}
      <Unseen report={report} />
      {report.problems.length > 0 && <Problems problems={report.problems} />}
      {items.length === 0 ? (
        <EmptyState
          title={hasUnseen || newcomers.length > 0 ? 'Nothing to look at' : 'Nothing new'}
          actions={<Button onClick={leaveMerge}>Put it aside</Button>}
        >
          {hasUnseen
            ? 'What comes in is of sources that are blind for you. Merge it; you see it when everybody has handed in.'
            : newcomers.length > 0
              ? `No markup comes in. Merge it to make ${newcomers.join(' and ')} known here, so that sources can be assigned to them.`
              : `Everything of ${from} is in this project already.`}
        </EmptyState>
      ) : (
        <>
          <MergeFilters shown={shown} />
          <SplitPane
            name="merge"
            upperPercent={45}
            upper={<ItemList items={shown} choices={choices} chosenId={chosenId} />}
            lower={chosen === undefined ? null : <MergeDetail item={chosen} items={items} />}
          />
        </>
      )}
    </div>
  );
}

function MergeBar({ from, canMerge }: { readonly from: string; readonly canMerge: boolean }) {
  const { items, choices, stale } = useStore(rehearsal, (state) => state);
  const shortcut = useShortcut('merges.take');
  const counts = useMemo(() => countChoices(items, choices), [items, choices]);
  const words = [
    `${counts.theirs.toLocaleString('en-GB')} to take`,
    ...(counts.ours > 0 ? [`${counts.ours.toLocaleString('en-GB')} as here`] : []),
    ...(counts.leave > 0 ? [`${counts.leave.toLocaleString('en-GB')} left`] : []),
  ].join(', ');
  return (
    <div className={styles.bar}>
      <h2 className={styles.heading}>Merge from {from}</h2>
      <span className={styles.soft} role="status">
        {words}
      </span>
      <span className={styles.actions}>
        <Button small onClick={leaveMerge}>
          Put it aside
        </Button>
        {canMerge && (
          <Button
            small
            variant="primary"
            shortcut={shortcut}
            disabled={stale}
            onClick={() => void takeMerge()}
          >
            Merge
          </Button>
        )}
      </span>
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <details className={styles.problems}>
      <summary>{countOf(problems.length, 'thing')} could not be believed or kept</summary>
      <ul>
        {[...new Set(problems)].slice(0, 200).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

function ItemList({
  items,
  choices,
  chosenId,
}: {
  readonly items: readonly MergeItem[];
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly chosenId: string | null;
}) {
  if (items.length === 0) return <EmptyState title="No item fits what you filter by." />;
  const look = ({ id }: MergeItem): void => rehearsal.set({ chosenId: id });
  return (
    <VirtualList
      label="Items of the merge"
      items={items}
      keyOf={({ id }) => id}
      rowHeightPx={36}
      chosenKey={chosenId}
      onChoose={look}
      onActive={look}
      menu={(item) =>
        waysFor(item).map(([choice, name]) => ({ name, run: () => choose([item], choice) }))
      }
    >
      {(item) => <ItemRow item={item} choice={choiceFor(item, choices)} />}
    </VirtualList>
  );
}

function ItemRow({ item, choice }: { readonly item: MergeItem; readonly choice: MergeChoice }) {
  return (
    <div className={styles.row}>
      <span className={styles.outcome} data-outcome={item.outcome}>
        {outcomeWord(item)}
      </span>
      <span className={styles.kind}>{kindNames[item.kind]}</span>
      <span className={styles.label} dir="auto">
        {item.label}
      </span>
      {item.analyst !== null && <span className={styles.kind}>{item.analyst}</span>}
      <span className={styles.choice} data-choice={choice}>
        {choiceWords(item, choice)}
      </span>
    </div>
  );
}
