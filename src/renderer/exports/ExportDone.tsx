import { useEffect } from 'react';
import { ShieldAlert } from 'lucide-react';
import type { ExportReport } from '../../shared/contract/exchange.ts';
import { api } from '../app/connect.ts';
import { notifyError } from '../app/overlays.ts';
import { announce } from '../app/overlays.ts';
import { BlindNote } from '../reviews/BlindNote.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { sizeText, type ExportForm } from './export-form.ts';
import styles from './Exports.module.css';

/** Says what was written, and warns of the handling it must be given. */
export function ExportDone({
  path,
  report,
  form,
  onClose,
}: {
  readonly path: string;
  readonly report: ExportReport;
  readonly form: ExportForm;
  readonly onClose: () => void;
}) {
  const rows = `${report.rows.toLocaleString('en')} ${report.rows === 1 ? 'row' : 'rows'}, `;
  const isTable = form.format === 'csv' || form.format === 'jsonl';
  const what = `${isTable ? rows : ''}${sizeText(report.bytes)} written to`;
  useEffect(() => announce(`Exported: ${what} ${path}`), [what, path]);
  return (
    <Dialog
      title="Exported"
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => api.window.showInFolder({ path }).catch(notifyError)}>
            Show in folder
          </Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div>
        <p>{what}</p>
        <p className={styles.path}>{path}</p>
      </div>
      {report.blindSources > 0 && <BlindNote />}
      {report.handling !== null && (
        <p className={styles.warning}>
          <Icon of={ShieldAlert} />
          <span>
            It holds material marked <strong>{report.handling}</strong>. Pass it on only as that
            allows.
          </span>
        </p>
      )}
      {report.guardedCells > 0 && (
        <p>
          {report.guardedCells === 1
            ? 'One cell that a spreadsheet could have run was made harmless'
            : `${report.guardedCells.toLocaleString('en')} cells that a spreadsheet could have run were made harmless`}{' '}
          with an apostrophe in front.
        </p>
      )}
    </Dialog>
  );
}
