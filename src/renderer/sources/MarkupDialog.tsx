import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MarkReport } from '../../shared/contract/exchange.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { showUnplacedDialog } from '../highlights/UnplacedDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import styles from './Dialogs.module.css';
import { countOf } from './import-report.ts';

/** Shows what a file of markup would do, and does it when asked to. */
export function showMarkupDialog(path: string): void {
  showDialog((close) => <MarkupDialog path={path} onClose={close} />);
}

/** Markup is told by its ending: brat's standoff files end with `.ann`. */
function formatOf(path: string): 'jsonl' | 'brat' {
  return /\.ann$/i.test(path) ? 'brat' : 'jsonl';
}

function MarkupDialog({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const rehearsal = useQuery({
    queryKey: ['exchange', 'rehearsal', path],
    queryFn: () => api.exchange.importMarkup({ path, format: formatOf(path), dryRun: true }),
    staleTime: 0,
    gcTime: 0,
  });
  const [done, setDone] = useState<MarkReport | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = rehearsal.data !== undefined && bringsAnything(rehearsal.data);

  async function bringIn(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      setDone(await api.exchange.importMarkup({ path, format: formatOf(path) }));
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }
  const footer =
    done === null && ready ? (
      <>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          Bring in
        </Button>
      </>
    ) : (
      <>
        {done !== null && done.unplaced.length > 0 && (
          <Button onClick={showUnplacedDialog}>Show marks without a place</Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </>
    );
  return (
    <Dialog
      title={done === null ? 'Bring in markup' : 'Markup came in'}
      description={
        done === null
          ? 'This is what the file would do. Nothing has been changed yet.'
          : 'One undo takes all of it back.'
      }
      onClose={onClose}
      footer={footer}
      onSubmit={() => void bringIn()}
    >
      {done === null ? (
        <Loaded query={rehearsal} busyLabel="Placing the marks">
          {(report) => <Report report={report} />}
        </Loaded>
      ) : (
        <Report report={done} />
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}

function Report({ report }: { readonly report: MarkReport }) {
  const { others } = report;
  const counts = [
    ['New marks', report.placed],
    ['Changed marks', report.changed],
    ['Unchanged marks', report.unchanged],
    ['Other new items', others.added],
    ['Other changed items', others.changed],
  ] as const;
  return (
    <>
      <dl className={styles.facts} aria-label="Counts">
        {counts.map(([name, count]) => (
          <Count key={name} name={name} count={count} />
        ))}
      </dl>
      {report.newAnalysts.length > 0 && (
        <p>
          New in this project: {report.newAnalysts.join(', ')} (
          {countOf(report.newAnalysts.length, 'analyst', 'analysts')}).
        </p>
      )}
      <Lines
        title="Placed elsewhere than the file says"
        hint="The quote stands exactly once in the source, at another place."
        lines={report.reanchored}
      />
      <Lines
        title="Not placed"
        hint="Kept in the list of unplaced marks; nothing is dropped."
        lines={report.unplaced}
      />
      <Lines title="Left out" hint="These lines are wrong in themselves." lines={report.problems} />
    </>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  if (count === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{count.toLocaleString('en')}</dd>
    </>
  );
}

function Lines({
  title,
  hint,
  lines,
}: {
  readonly title: string;
  readonly hint: string;
  readonly lines: MarkReport['problems'];
}) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <h3>
        {title}: {lines.length.toLocaleString('en')}
      </h3>
      <p className={styles.soft}>{hint}</p>
      <ul className={styles.outcomes}>
        {lines.slice(0, 500).map(({ line, what }) => (
          <li key={`${line} ${what}`}>
            <span className={styles.soft}>Line {line}: </span>
            {what}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether a rehearsal found anything to bring in. */
function bringsAnything({ placed, changed, unplaced, others }: MarkReport): boolean {
  return placed + changed + unplaced.length + others.added + others.changed > 0;
}
