import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CarriedMark, CarryReport } from '../../shared/contract/versions.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { shorten } from '../highlights/mark-words.ts';
import { showUnplacedDialog } from '../highlights/UnplacedDialog.tsx';
import dialogs from '../sources/Dialogs.module.css';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { carriedText, carryGroups } from './carry-form.ts';
import { showCompare } from './CompareDialog.tsx';
import styles from './Versions.module.css';

interface Versions {
  readonly oldSourceId: SourceId;
  readonly newSourceId: SourceId;
}

const listedAtMost = 500;

/** Shows what would become of each mark of an older version in a newer one, and carries them over when asked to. */
export function showCarry(versions: Versions): void {
  showDialog((close) => <CarryDialog {...versions} onClose={close} />);
}

function CarryDialog({
  oldSourceId,
  newSourceId,
  onClose,
}: Versions & { readonly onClose: () => void }) {
  const pair = { oldSourceId, newSourceId };
  const rehearsal = useQuery({ ...read('versions', 'rehearse', pair), staleTime: 0 });
  const [done, setDone] = useState<CarryReport | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const waiting = rehearsal.data ? rehearsal.data.marks.length - rehearsal.data.alreadyThere : 0;
  const canCarry = canChangeProject() && waiting > 0;

  async function carry(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      setDone(await api.versions.carry(pair));
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={done === null ? 'Carry marks over to the new version' : 'Marks were carried over'}
      description={
        done === null
          ? 'This is what would become of each mark of the older version. Nothing has been changed yet; the old marks stay where they are.'
          : 'One undo takes all of it back. The old marks are where they were.'
      }
      onClose={onClose}
      onSubmit={() => void carry()}
      footer={
        <>
          <Button onClick={() => showCompare(oldSourceId, newSourceId)}>Show what changed</Button>
          {done === null && canCarry ? (
            <>
              <Button onClick={onClose}>Not now</Button>
              <Button type="submit" variant="primary" busy={busy} data-autofocus>
                Carry over
              </Button>
            </>
          ) : (
            <>
              {done !== null && done.unplaced > 0 && (
                <Button onClick={showUnplacedDialog}>Show marks without a place</Button>
              )}
              <Button variant="primary" onClick={onClose}>
                Close
              </Button>
            </>
          )}
        </>
      }
    >
      {done === null ? (
        <Loaded query={rehearsal} busyLabel="Placing the marks">
          {(report) => <Report report={report} />}
        </Loaded>
      ) : (
        <Report report={done} />
      )}
      {error && (
        <p role="alert" className={dialogs.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}

function Report({ report }: { readonly report: CarryReport }) {
  if (report.marks.length === 0) return <p>The older version has no marks.</p>;
  return (
    <>
      <p role="status">{carriedText(report)}</p>
      {carryGroups(report).map(({ title, hint, marks }) => (
        <section key={title} className={dialogs.section} aria-label={title}>
          <h3>
            {title}: {marks.length.toLocaleString('en')}
          </h3>
          <p className={dialogs.soft}>{hint}</p>
          <ul className={styles.marks}>
            {marks.slice(0, listedAtMost).map((mark) => (
              <Mark key={mark.highlightId} mark={mark} />
            ))}
          </ul>
          {marks.length > listedAtMost && (
            <p className={dialogs.soft}>
              And {(marks.length - listedAtMost).toLocaleString('en')} more.
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function Mark({ mark: { quote, place } }: { readonly mark: CarriedMark }) {
  const now = place.kind === 'unplaced' || place.quote === quote ? null : place.quote;
  return (
    <li dir="auto">
      “{shorten(quote, 200)}”{now !== null && <> → “{shorten(now, 200)}”</>}
    </li>
  );
}
