import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Progress, Waiting, WaitingItem, WaitingKind } from '../../shared/contract/reviews.ts';
import type { AnalystId, SourceId } from '../../shared/domain/ids.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import { EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { BlindPane } from './BlindPane.tsx';
import { ProgressPane } from './ProgressPane.tsx';
import { verdictWords } from './review-words.ts';
import {
  followItems,
  keyOfWaiting,
  lookAt,
  openWaiting,
  waitingPlace,
  type WaitingPart,
} from './waiting-place.ts';
import { WaitingDetail } from './WaitingDetail.tsx';
import styles from './Waiting.module.css';

/** So many of each kind are asked for at first, and twice as many whenever the end of the list comes near. */
const firstLimit = 200;

const kinds: readonly { readonly kind: WaitingKind; readonly name: string }[] = [
  { kind: 'verdict', name: 'Verdicts' },
  { kind: 'comment', name: 'Comments' },
  { kind: 'mark', name: 'Marks' },
];

const nothing: Readonly<Record<WaitingKind, string>> = {
  verdict: 'No verdict waits for your answer',
  comment: 'No new comments',
  mark: 'No mark waits for your verdict',
};

/** What waits for the analyst at work, by kind, to be decided in place; how far everybody is; and what is marked blind. */
export function WaitingPane() {
  const [limit, setLimit] = useState(firstLimit);
  const place = useStore(waitingPlace, (state) => state);
  const progress = useQuery(read('reviews', 'progress', {}));
  const people = useQuery(read('project', 'analysts', {})).data ?? [];
  const sources = useMemo(() => sourcesIn(progress.data), [progress.data]);
  // What was chosen in another project chooses nothing here.
  const sourceId = sources.some(({ value }) => value === place.sourceId) ? place.sourceId : '';
  const analystId = people.some(({ id }) => id === place.analystId) ? place.analystId : '';
  const waiting = useQuery({
    ...read('reviews', 'waiting', {
      limit,
      ...(sourceId === '' ? {} : { sourceId }),
      ...(analystId === '' ? {} : { analystId }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.section} aria-label="Waiting for me">
      <Loaded query={waiting} busyLabel="Looking for what waits">
        {(found) => {
          const { counts } = found;
          const part = place.part ?? kinds.find(({ kind }) => counts[kind] > 0)?.kind ?? 'progress';
          return (
            <>
              <div className={styles.bar}>
                <Segmented<WaitingPart>
                  label="What waits"
                  hideLabel
                  options={[
                    ...kinds.map(({ kind, name }) => ({
                      value: kind,
                      name: `${name} (${counts[kind].toLocaleString('en')})`,
                    })),
                    { value: 'progress', name: 'Progress' },
                    { value: 'blind', name: 'Blind' },
                  ]}
                  value={part}
                  onValue={(next) => waitingPlace.set({ part: next })}
                />
                {part !== 'blind' && (
                  <>
                    <Select<SourceId | ''>
                      small
                      label="In source"
                      hideLabel
                      value={sourceId}
                      options={[{ value: '', name: 'All sources' }, ...sources]}
                      onValue={(next) => waitingPlace.set({ sourceId: next })}
                    />
                    <Select<AnalystId | ''>
                      small
                      label="From analyst"
                      hideLabel
                      value={analystId}
                      options={[
                        { value: '', name: 'Everybody' },
                        ...people.map(({ id, name }) => ({ value: id, name })),
                      ]}
                      onValue={(next) => waitingPlace.set({ analystId: next })}
                    />
                  </>
                )}
                {progress.data !== undefined && (
                  <span className={styles.soft}>{progressWords(progress.data)}</span>
                )}
              </div>
              {part === 'progress' ? (
                <ProgressPane query={progress} sourceId={sourceId} analystId={analystId} />
              ) : part === 'blind' ? (
                <BlindPane />
              ) : (
                <Items
                  kind={part}
                  waiting={found}
                  isNarrowed={sourceId !== '' || analystId !== ''}
                  onMore={() => setLimit((before) => Math.min(1_000_000, before * 2))}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Items({
  kind,
  waiting,
  isNarrowed,
  onMore,
}: {
  readonly kind: WaitingKind;
  readonly waiting: Waiting;
  readonly isNarrowed: boolean;
  readonly onMore: () => void;
}) {
  const chosenKey = useStore(waitingPlace, (state) => state.chosenKey);
  const items = useMemo(
    () => waiting.items.filter((item) => item.kind === kind),
    [waiting.items, kind],
  );
  useEffect(() => followItems(items), [items]);
  // The keys mean nothing here while another part is on the screen.
  useEffect(() => () => waitingPlace.set({ items: [] }), []);
  if (items.length === 0) {
    return (
      <EmptyState icon={MessagesSquare} title={nothing[kind]}>
        {isNarrowed
          ? 'Nothing of this kind waits in this source and from this analyst. Choose all to see the rest.'
          : 'What colleagues mark, judge and say shows up here when their parcel is merged.'}
      </EmptyState>
    );
  }
  const chosen = items.find((item) => keyOfWaiting(item) === chosenKey);
  const isMore = waiting.counts[kind] > items.length;
  return (
    <SplitPane
      name="waiting"
      upperPercent={42}
      upper={
        <VirtualList
          label={kinds.find((each) => each.kind === kind)?.name ?? ''}
          items={items}
          keyOf={keyOfWaiting}
          rowHeightPx={52}
          chosenKey={chosenKey}
          onChoose={(item) => (keyOfWaiting(item) === chosenKey ? openWaiting(item) : lookAt(item))}
          onActive={lookAt}
          {...(isMore ? { onEnd: onMore } : {})}
        >
          {(item) => <Item item={item} />}
        </VirtualList>
      }
      lower={chosen === undefined ? null : <WaitingDetail item={chosen} />}
    />
  );
}

function Item({ item }: { readonly item: WaitingItem }) {
  const verdict = item.verdict === null ? null : verdictWords[item.verdict];
  const said = item.kind === 'mark' ? null : item.text;
  return (
    <div className={styles.item}>
      <div className={styles.line} dir="auto">
        {verdict !== null && (
          <>
            <span aria-hidden="true">{verdict.sign} </span>
            <strong>{verdict.name}</strong>
            {said !== null && ': '}
          </>
        )}
        {said ?? (verdict === null ? item.label : '')}
      </div>
      <div className={styles.line}>
        <span className={styles.soft}>
          {[item.analyst, item.sourceTitle].filter(Boolean).join(' · ')}
        </span>
        {(said !== null || verdict !== null) && (
          <span className={styles.soft} dir="auto">
            {' · '}
            {item.label}
          </span>
        )}
      </div>
    </div>
  );
}

function progressWords({ sources, sourcesDone, marksOpen }: Progress): string {
  return `${sourcesDone.toLocaleString('en')} of ${sources.toLocaleString('en')} sources done, ${marksOpen.toLocaleString('en')} marks open.`;
}

function sourcesIn(progress: Progress | undefined) {
  const names = new Map(
    (progress?.rows ?? []).map(({ sourceId, sourceTitle }) => [sourceId, sourceTitle]),
  );
  return [...names].map(([value, name]) => ({ value, name }));
}
