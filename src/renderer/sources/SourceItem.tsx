import { Copy, Highlighter, ScanSearch } from 'lucide-react';
import type { SourceCount, SourceFindings, SourceRow } from '../../shared/contract/sources.ts';
import { reliabilityWords } from '../../shared/domain/grades/grade.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './SourcesPane.module.css';

/** The height of a source in the list: two lines of title and one of detail. */
export const sourceItemHeightPx = 64;

/** A source as it stands in the list; its counts come when they are known, without moving anything. */
export function SourceItem({
  row,
  older,
  isOlder,
  count,
  findings,
}: {
  readonly row: SourceRow;
  /** How many older versions are folded under it. */
  readonly older: number;
  readonly isOlder: boolean;
  readonly findings: SourceFindings | undefined;
  readonly count: SourceCount | undefined;
}) {
  const published = row.published?.slice(0, 10);
  const unknown = row.title === null ? 'No title yet' : row.file;
  return (
    <div className={styles.item} data-older={isOlder || undefined} dir="auto">
      <div className={styles.title}>{sourceName(row)}</div>
      <div className={styles.detail}>
        <span className={styles.place}>
          <span className={styles.outlet}>{row.outlet ?? (published ? '' : unknown)}</span>
          {row.outlet && published && ' · '}
          {published && <span className={styles.date}>{published}</span>}
        </span>
        {isOlder && <span>older version</span>}
        {older > 0 && <span>{older === 1 ? '1 older' : `${older} older`}</span>}
        {findings !== undefined && <FoundSigns findings={findings} />}
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

/** Signs that a text stands in other sources too, and that something in it may not be what it seems. */
function FoundSigns({
  findings: { nearDuplicates, suspicious },
}: {
  readonly findings: SourceFindings;
}) {
  const near = nearDuplicates.length;
  return (
    <>
      {near > 0 && (
        <span
          className={styles.count}
          title={`Also printed in ${near === 1 ? '1 other source' : `${near} other sources`}`}
        >
          <Icon of={Copy} small />
          {near}
          <span className="for-readers"> also printed as</span>
        </span>
      )}
      {suspicious > 0 && (
        <span
          className={styles.count}
          title={
            suspicious === 1 ? '1 suspicious character' : `${suspicious} suspicious characters`
          }
        >
          <Icon of={ScanSearch} small />
          {suspicious.toLocaleString('en')}
          <span className="for-readers"> suspicious</span>
        </span>
      )}
    </>
  );
}
