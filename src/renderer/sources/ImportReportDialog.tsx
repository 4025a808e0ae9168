import type { ImportOutcome, ImportReport } from '../../shared/contract/sources.ts';
import { api } from '../app/connect.ts';
import { closeDialog, notify, notifyError, showDialog } from '../app/overlays.ts';
import { openSource } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { LongList } from '../ui/LongList.tsx';
import styles from './Dialogs.module.css';
import { OutcomeFindings } from '../versions/OutcomeFindings.tsx';
import { countOf, summaryOf } from './import-report.ts';

/** What can be done from the report. */
interface ReportActions {
  readonly resume: (importId: string) => void;
  /** Names the columns of a table that could not be read without. */
  readonly mapColumns: (path: string) => void;
}

/** Shows what became of each file of an import. */
export function showImportReport(
  report: ImportReport,
  jobId: string,
  actions: ReportActions,
): void {
  showDialog((close) => (
    <ImportReportDialog report={report} jobId={jobId} actions={actions} onClose={close} />
  ));
}

/** Asks where the report should be kept and writes it there as a table. */
async function saveReport(jobId: string): Promise<void> {
  const path = await api.window.chooseSavePath({
    title: 'Save the report of the import',
    defaultName: 'Import report.csv',
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
  if (path === null) return;
  await api.sources.writeImportReport({ jobId, path });
  notify('info', 'The report was saved.');
}

function ImportReportDialog({
  report,
  jobId,
  actions,
  onClose,
}: {
  readonly report: ImportReport;
  readonly jobId: string;
  readonly actions: ReportActions;
  readonly onClose: () => void;
}) {
  const { unfinishedId } = report;
  const of = (status: ImportOutcome['status']) =>
    report.outcomes.filter((outcome) => outcome.status === status);
  return (
    <Dialog
      title="What came in"
      description={summaryOf(report)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void saveReport(jobId).catch(notifyError)}>Save as CSV</Button>
          {unfinishedId !== null && (
            <Button
              onClick={() => {
                onClose();
                actions.resume(unfinishedId);
              }}
            >
              Resume
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <Outcomes
        title="Could not be read"
        outcomes={of('problem')}
        onMapColumns={actions.mapColumns}
      />
      <Outcomes title="There already" outcomes={of('duplicate')} />
      <Outcomes title="Came in" outcomes={of('imported')} />
    </Dialog>
  );
}

function Outcomes({
  title,
  outcomes,
  onMapColumns,
}: {
  readonly title: string;
  readonly outcomes: readonly ImportOutcome[];
  readonly onMapColumns?: (path: string) => void;
}) {
  if (outcomes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title}: {outcomes.length.toLocaleString('en')}
      </h3>
      <LongList label={title} items={outcomes} keyOf={({ file }) => file}>
        {(outcome) => (
          <>
            <Outcome outcome={outcome} />
            {outcome.askColumns === true && onMapColumns && (
              <Button small onClick={() => onMapColumns(outcome.file)}>
                Say what the columns hold
              </Button>
            )}
          </>
        )}
      </LongList>
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
