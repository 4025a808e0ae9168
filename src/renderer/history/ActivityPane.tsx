import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { ChangeRow } from '../../shared/contract/history.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { ErrorState, Busy, EmptyState } from '../ui/States.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import styles from './ActivityPane.module.css';
import { canOpenPlace, openChangedPlace } from './changed-place.ts';

const pageSize = 200;
const rowHeightPx = 64;

/** Everything that was done in the project, the newest first; what was taken back is marked. */
export function ActivityPane() {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    {
      // An event about any change makes `history` stale, and with it every page.
      queryKey: ['history', 'list', 'pages'],
      queryFn: ({ pageParam }) =>
        api.history.list({ limit: pageSize, ...(pageParam === null ? {} : { before: pageParam }) }),
      initialPageParam: null as number | null,
      getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.number),
    },
  );
  const rows = useMemo(() => data?.pages.flat() ?? [], [data]);
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage().catch(notifyError);
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Busy />;
  }
  if (rows.length === 0) {
    return (
      <EmptyState icon={History} title="Nothing was done yet">
        Every change is listed here and can be undone, also after a restart.
      </EmptyState>
    );
  }
  return (
    <VirtualList
      label="Activity"
      items={rows}
      keyOf={(row) => row.id}
      rowHeightPx={rowHeightPx}
      chosenKey={null}
      onChoose={openRow}
      onEnd={readMore}
    >
      {(row) => <ActivityItem row={row} />}
    </VirtualList>
  );
}

function openRow({ first }: ChangeRow): void {
  if (first !== null && canOpenPlace(first)) openChangedPlace(first).catch(notifyError);
  else notify('info', 'This change has no place of its own to open.');
}

const actionWords = { edit: null, undo: 'Undo', redo: 'Redo' } as const;

function ActivityItem({ row }: { readonly row: ChangeRow }) {
  const action = actionWords[row.action];
  return (
    <div className={styles.item} data-undone={row.undone || undefined}>
      <div className={styles.label}>
        {action && <span className={styles.action}>{action}: </span>}
        <span className={styles.what}>{row.label}</span>
      </div>
      <div className={styles.detail}>
        <span className={styles.who}>{row.analyst}</span>
        <time dateTime={row.at}>{timeText(row.at)}</time>
        {row.undone && <span className={styles.undone}>undone</span>}
      </div>
    </div>
  );
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** The time alone for today, otherwise with the day. */
function timeText(at: string): string {
  const moment = new Date(at);
  const time = timeFormat.format(moment);
  const isToday = moment.toDateString() === new Date().toDateString();
  return isToday ? time : `${dayFormat.format(moment)}, ${time}`;
}
