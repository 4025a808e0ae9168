import { useQuery } from '@tanstack/react-query';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import { read } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { calledApart } from './called-apart.ts';
import { showCarry } from './CarryDialog.tsx';
import { showCompare } from './CompareDialog.tsx';
import { showSuspicious } from './SuspiciousDialog.tsx';
import styles from './Versions.module.css';

/** What was found in a source that came in: which it replaces, with which it shares its text, and what is suspicious. */
export function OutcomeFindings({ outcome }: { readonly outcome: ImportOutcome }) {
  const { sourceId, replaces, nearDuplicates, suspicious } = outcome;
  const hasNames = replaces !== null || nearDuplicates.length > 0;
  const { data: sources = [] } = useQuery({ ...read('sources', 'list', {}), enabled: hasNames });
  const nameOf = (id: string): string => {
    const row = sources.find((each) => each.id === id);
    return row === undefined ? 'another source' : calledApart(row);
  };
  if (sourceId === null) return null;
  return (
    <>
      {replaces !== null && (
        <div className={styles.bar}>
          <span className={styles.grow}>A newer version of {nameOf(replaces)}</span>
          <Button small onClick={() => showCompare(replaces, sourceId)}>
            What changed
          </Button>
          <Button small onClick={() => showCarry({ oldSourceId: replaces, newSourceId: sourceId })}>
            Carry marks over
          </Button>
        </div>
      )}
      {nearDuplicates.slice(0, 5).map((near) => (
        <div key={near.sourceId} className={styles.bar}>
          <span className={styles.grow}>
            Shares {Math.round(near.share * 100)} % with {nameOf(near.sourceId)}
          </span>
          <Button small onClick={() => showCompare(near.sourceId, sourceId)}>
            Compare
          </Button>
        </div>
      ))}
      {nearDuplicates.length > 5 && <div>And with {nearDuplicates.length - 5} more sources.</div>}
      {suspicious !== null && suspicious > 0 && (
        <div className={styles.bar}>
          <span className={styles.grow}>
            {suspicious === 1
              ? '1 suspicious character'
              : `${suspicious.toLocaleString('en')} suspicious characters`}
          </span>
          <Button small onClick={() => showSuspicious(sourceId)}>
            Show them
          </Button>
        </div>
      )}
    </>
  );
}
