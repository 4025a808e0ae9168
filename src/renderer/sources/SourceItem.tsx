import { Highlighter } from 'lucide-react';
import type { SourceCount, SourceRow } from '../../shared/contract/sources.ts';
import { reliabilityWords } from '../../shared/domain/grades/grade.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './SourcesPane.module.css';

/** The height of a source in the list: two lines of title and one of detail. */
export const sourceItemHeightPx = 64;

/** A source as it stands in the list; its counts come when they are known, without moving anything. */
export function SourceItem({
  row,
  count,
}: {
  readonly row: SourceRow;
  readonly count: SourceCount | undefined;
}) {
  const published = row.published?.slice(0, 10);
  const unknown = row.title === null ? 'No title yet' : row.file;
  return (
    <div className={styles.item} dir="auto">
      <div className={styles.title}>{sourceName(row)}</div>
      <div className={styles.detail}>
        <span className={styles.place}>
          <span className={styles.outlet}>{row.outlet ?? (published ? '' : unknown)}</span>
          {row.outlet && published && ' · '}
          {published && <span className={styles.date}>{published}</span>}
        </span>
        {row.handling && <span className={styles.handling}>{row.handling}</span>}
        {row.reliability && (
          <span className={styles.grade} title={reliabilityWords[row.reliability]}>
            {row.reliability}
            <span className="for-readers"> ({reliabilityWords[row.reliability]})</span>
          </span>
        )}
        {count !== undefined && count.highlights > 0 && (
          <span
            className={styles.count}
            title={`${count.highlights} marks, ${count.claims} claims`}
          >
            <Icon of={Highlighter} small />
            {count.highlights.toLocaleString('en')}
            <span className="for-readers">{count.highlights === 1 ? ' mark' : ' marks'}</span>
          </span>
        )}
      </div>
    </div>
  );
}
