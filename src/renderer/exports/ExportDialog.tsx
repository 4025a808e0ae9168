import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  exportFormats,
  type ExportFormat,
  type ExportReport,
} from '../../shared/contract/exchange.ts';
import { openProjectNow } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { BlindNote } from '../reviews/BlindNote.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import {
  exportOptionsOf,
  formatHints,
  formatNames,
  initialForm,
  isDocument,
  type ExportForm,
} from './export-form.ts';
import { ExportDone } from './ExportDone.tsx';
import { CsvFields, DocumentFields, FilterFields } from './ExportFields.tsx';
import styles from './Exports.module.css';

/** Asks what to export and writes it. */
export function showExport(format: ExportFormat): void {
  const { summaryId } = workspace.get();
  showDialog((close) => <ExportDialog initial={initialForm(format, summaryId)} onClose={close} />);
}

interface Written {
  readonly path: string;
  readonly report: ExportReport;
}

function ExportDialog({
  initial,
  onClose,
}: {
  readonly initial: ExportForm;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const { data: summaries = [] } = useQuery(read('summaries', 'list', {}));
  const change = (patch: Partial<ExportForm>): void => setForm({ ...form, ...patch });

  async function write(): Promise<void> {
    setError(null);
    setBusy(true);
    try {
      const summary = isDocument(form.format)
        ? summaries.find(({ id }) => id === form.summaryId)
        : undefined;
      const path = await api.window.chooseSavePath({
        title: `Export as ${formatNames[form.format]}`,
        defaultName: `${summary?.title ?? openProjectNow()?.name ?? 'Export'}`
          .slice(0, 100)
          .concat(`.${form.format}`),
        filters: [{ name: formatNames[form.format], extensions: [form.format] }],
      });
      if (path === null) return;
      const report = await api.exchange.exportToFile({ path, options: exportOptionsOf(form) });
      setWritten({ path, report });
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }
  if (written !== null) return <ExportDone {...written} form={form} onClose={onClose} />;
  return (
    <Dialog
      title="Export"
      onClose={onClose}
      onSubmit={() => void write()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Choose where to save
          </Button>
        </>
      }
    >
      <div>
        <Segmented
          label="Format"
          value={form.format}
          onValue={(format) => change({ format })}
          options={exportFormats.map((format) => ({ value: format, name: formatNames[format] }))}
        />
        <p className={styles.hint}>{formatHints[form.format]}</p>
      </div>
      <BlindNote />
      {isDocument(form.format) && (
        <DocumentFields form={form} summaries={summaries} onChange={change} />
      )}
      {(!isDocument(form.format) || form.summaryId === '') && (
        <FilterFields form={form} onChange={change} />
      )}
      {form.format === 'csv' && <CsvFields form={form} onChange={change} />}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
