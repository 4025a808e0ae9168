import type { UseQueryResult } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Progress, ProgressRow } from '../../shared/contract/reviews.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { openSource } from '../app/workspace.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { useProfile } from './review-actions.ts';
import { sayDone, sayNothingToMark, type NamedSource } from './say-of-source.ts';
import { SourceTalk } from './VerdictBox.tsx';
import styles from './Waiting.module.css';

const keyOf = ({ sourceId, analystId }: ProgressRow): string => `${sourceId} ${analystId}`;

/** How far everybody is: a line for each analyst, and one for each of their sources. */
export function ProgressPane({
  query,
  sourceId,
  analystId,
}: {
  readonly query: UseQueryResult<Progress>;
  /** Empty for all. */
  readonly sourceId: string;
  readonly analystId: string;
}) {
  return (
    <Loaded query={query} busyLabel="Counting what is done">
      {({ rows }) => (
        <Rows
          rows={rows.filter(
            (row) =>
              (sourceId === '' || row.sourceId === sourceId) &&
              (analystId === '' || row.analystId === analystId),
          )}
        />
      )}
    </Loaded>
  );
}

function Rows({ rows }: { readonly rows: readonly ProgressRow[] }) {
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const profile = useProfile();
  const people = useMemo(() => peopleOf(rows), [rows]);
  const chosen = rows.find((row) => keyOf(row) === chosenKey);
  if (rows.length === 0) {
    return (
      <EmptyState icon={ListChecks} title="Nothing to review yet">
        Sources show up here once somebody marked them, or was asked to.
      </EmptyState>
    );
  }
  const source = chosen && { id: chosen.sourceId, title: chosen.sourceTitle };
  return (
    <>
      <ul className={styles.people} aria-label="Progress by analyst">
        {people.map(({ id, name, done, sources, open, isKnown }) => (
          <li key={id}>
            <strong>{name}</strong>
            {id === profile?.id && ' (you)'}:{' '}
            {`${done.toLocaleString('en')} of ${sources.toLocaleString('en')} sources done`}
            {isKnown && `, ${open.toLocaleString('en')} marks open`}
          </li>
        ))}
      </ul>
      <SplitPane
        name="progress"
        upperPercent={60}
        upper={
          <VirtualList
            label="Progress of the review"
            items={rows}
            keyOf={keyOf}
            rowHeightPx={36}
            chosenKey={chosenKey}
            onActive={(row) => setChosenKey(keyOf(row))}
            onChoose={(row) => {
              if (keyOf(row) === chosenKey) openSource(row.sourceId);
              else setChosenKey(keyOf(row));
            }}
          >
            {(row) => <Row row={row} />}
          </VirtualList>
        }
        lower={source ? <ChosenSource key={source.id} source={source} /> : null}
      />
    </>
  );
}

/** What can be said of a source, and what was. */
function ChosenSource({ source }: { readonly source: NamedSource }) {
  return (
    <div className={styles.detail}>
      <div className={styles.actions} role="group" aria-label="The chosen source">
        <span className={styles.whole} dir="auto">
          {source.title}
        </span>
        <Button small onClick={() => openSource(source.id)}>
          Open
        </Button>
        {canChangeProject() && (
          <>
            <Button small onClick={() => sayNothingToMark(source)}>
              Nothing to mark here
            </Button>
            <Button small onClick={() => sayDone(source)}>
              Review is done
            </Button>
          </>
        )}
      </div>
      <SourceTalk sourceId={source.id} />
    </div>
  );
}

function Row({ row }: { readonly row: ProgressRow }) {
  return (
    <div className={styles.row}>
      <span className={styles.title} dir="auto">
        {row.sourceTitle}
      </span>
      <span className={styles.analyst}>{row.analyst}</span>
      <span className={styles.count}>
        {row.isBlind && row.own === 0 ? '– own' : `${row.own.toLocaleString('en')} own`}
      </span>
      <span className={styles.count}>
        {row.isBlind ? '– open' : `${row.open.toLocaleString('en')} open`}
      </span>
      <span className={styles.state}>{stateWords(row)}</span>
    </div>
  );
}

function stateWords(row: ProgressRow): string {
  const words = [
    row.nothingToMark ? '∅ Nothing to mark' : row.done ? '✓ Done' : null,
    row.handedIn === null ? null : row.handedIn ? 'Handed in' : 'Not handed in',
    row.isBlind ? 'Blind' : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? 'Under way' : words.join(', ');
}

/** What the rows of each analyst come to, in the order in which they come. */
function peopleOf(rows: readonly ProgressRow[]) {
  const people = new Map<string, ReturnType<typeof noRows>>();
  for (const row of rows) {
    const sum = people.get(row.analystId) ?? noRows(row);
    people.set(row.analystId, {
      ...sum,
      sources: sum.sources + 1,
      done: sum.done + (row.done ? 1 : 0),
      open: sum.open + row.open,
      isKnown: sum.isKnown || !row.isBlind,
    });
  }
  return [...people.values()];
}

function noRows({ analystId, analyst }: ProgressRow) {
  return { id: analystId, name: analyst, sources: 0, done: 0, open: 0, isKnown: false };
}
