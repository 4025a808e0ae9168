import type { ImportOutcome, ImportReport } from '../../shared/contract/sources.ts';
import { closeDialog, showDialog } from '../app/overlays.ts';
import { openSource } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Dialogs.module.css';
import { OutcomeFindings } from '../versions/OutcomeFindings.tsx';
import { countOf, summaryOf } from './import-report.ts';

const listedAtMost = 500;

/** Shows what became of each file of an import. */
export function showImportReport(report: ImportReport): void {
  showDialog((close) => <ImportReportDialog report={report} onClose={close} />);
}

function ImportReportDialog({
  report,
  onClose,
}: {
  readonly report: ImportReport;
  readonly onClose: () => void;
}) {
  const of = (status: ImportOutcome['status']) =>
    report.outcomes.filter((outcome) => outcome.status === status);
  return (
    <Dialog
      title="What came in"
      description={summaryOf(report)}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <Outcomes title="Could not be read" outcomes={of('problem')} />
      <Outcomes title="There already" outcomes={of('duplicate')} />
      <Outcomes title="Came in" outcomes={of('imported')} />
    </Dialog>
  );
}

function Outcomes({
  title,
  outcomes,
}: {
  readonly title: string;
  readonly outcomes: readonly ImportOutcome[];
}) {
  if (outcomes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.outcomes}>
        {outcomes.slice(0, listedAtMost).map((outcome) => (
          <li key={`${outcome.file} ${outcome.sourceId ?? outcome.problem ?? ''}`}>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
      {outcomes.length > listedAtMost && (
        <p className={styles.soft}>
          And {countOf(outcomes.length - listedAtMost, 'other', 'others')}.
        </p>
      )}
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const { sourceId } = outcome;
  const name = outcome.title ?? outcome.file;
  const facts = [
    outcome.title === null ? null : outcome.file,
    outcome.characters === null ? null : countOf(outcome.characters, 'character', 'characters'),
    outcome.boilerplateCharacters
      ? `${outcome.boilerplateCharacters.toLocaleString('en')} of them folded as boilerplate`
      : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      {sourceId === null ? (
        <div className={styles.file}>{name}</div>
      ) : (
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            closeDialog();
            openSource(sourceId);
          }}
        >
          {name}
        </button>
      )}
      {outcome.problem && <div>{outcome.problem}</div>}
      {outcome.status === 'imported' && <OutcomeFindings outcome={outcome} />}
      {facts.length > 0 && <div className={styles.soft}>{facts.join(' · ')}</div>}
    </>
  );
}
