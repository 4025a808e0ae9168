import { useQuery } from '@tanstack/react-query';
import type { SummaryRow } from '../../shared/contract/summaries.ts';
import { read } from '../app/queries.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { SummaryBar } from './SummaryBar.tsx';
import { SummaryHead } from './SummaryHead.tsx';
import { SummaryText } from './SummaryText.tsx';
import styles from './Summary.module.css';

/** One summary: the bar, and below it a page with title, text and sources. */
export function SummaryPage({
  row,
  rows,
}: {
  readonly row: SummaryRow;
  readonly rows: readonly SummaryRow[];
}) {
  // What an earlier visit knew may be old: the text comes anew.
  const summary = useQuery({ ...read('summaries', 'get', { summaryId: row.id }), gcTime: 0 });
  return (
    <section className={styles.view} aria-label="Summary">
      <SummaryBar row={row} rows={rows} />
      <Loaded query={summary}>
        {(loaded) => <SummaryText summary={loaded} head={<SummaryHead row={row} />} />}
      </Loaded>
    </section>
  );
}
