import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import type { PrintOptions, PrintReport } from '../../shared/contract/exchange.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { api } from '../app/connect.ts';
import { announce, notifyError, showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { saveSetting, useSetting, type Setting } from '../app/settings.ts';
import { BlindNote } from '../reviews/BlindNote.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { sizeText } from './export-form.ts';
import styles from './Exports.module.css';

/** Where a source goes: into a file, or to the platform's printer dialog. */
export type PrintWay = 'pdf' | 'paper';

const printSetting: Setting<PrintOptions> = {
  key: 'print',
  parse(stored) {
    const { furniture, paper } = (stored ?? {}) as Partial<Record<keyof PrintOptions, unknown>>;
    return { furniture: furniture === true, paper: paper === 'letter' ? 'letter' : 'A4' };
  },
};

/** Asks how a source is to be printed with its marks, and does it. */
export function showPrint(sourceId: SourceId, way: PrintWay): void {
  showDialog((close) => <PrintDialog sourceId={sourceId} way={way} onClose={close} />);
}

interface Done {
  /** Null where it went to a printer. */
  readonly path: string | null;
  readonly bytes: number;
  readonly report: PrintReport;
}

function PrintDialog({
  sourceId,
  way,
  onClose,
}: {
  readonly sourceId: SourceId;
  readonly way: PrintWay;
  readonly onClose: () => void;
}) {
  const options = useSetting(printSetting);
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const isPdf = way === 'pdf';

  async function work(): Promise<void> {
    setError(null);
    const job = crypto.randomUUID();
    try {
      const path = isPdf ? await choosePath(sourceId) : null;
      if (isPdf && path === null) return;
      setJobId(job);
      announce('Laying out the pages');
      const finished = await print({ sourceId, options, jobId: job }, path);
      if (finished !== null) setDone(finished);
      else announce('Given up. Nothing was written.');
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setJobId(null);
    }
  }
  function giveUp(): void {
    if (jobId === null) onClose();
    else api.window.cancelPrint({ jobId }).catch(notifyError);
  }
  if (done !== null) return <PrintDone {...done} onClose={onClose} />;
  const busy = jobId !== null;
  return (
    <Dialog
      title={isPdf ? 'Save this source as PDF' : 'Print this source'}
      description="The text with its marks. Each mark has a number, and a note with everything about it beside the words."
      onClose={() => {
        if (busy) giveUp();
        onClose();
      }}
      onSubmit={() => void work()}
      footer={
        <>
          <Button onClick={giveUp}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {isPdf ? 'Choose where to save' : 'Print'}
          </Button>
        </>
      }
    >
      <Segmented
        label="Paper"
        value={options.paper}
        disabled={busy}
        onValue={(paper) => saveSetting(printSetting, { ...options, paper })}
        options={[
          { value: 'A4', name: 'A4' },
          { value: 'letter', name: 'Letter' },
        ]}
      />
      <Checkbox
        label="With page furniture"
        hint="Left out, it is noted where it stood. What is marked is printed in any case."
        checked={options.furniture}
        disabled={busy}
        onChecked={(furniture) => saveSetting(printSetting, { ...options, furniture })}
      />
      <BlindNote sourceId={sourceId} />
      {busy && (
        <div>
          <progress aria-label="Laying out the pages" />
          <p className={styles.hint}>Laying out the pages. Long sources take a minute.</p>
        </div>
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}

async function choosePath(sourceId: SourceId): Promise<string | null> {
  const source = await queryClient.fetchQuery(read('sources', 'get', { sourceId }));
  return api.window.chooseSavePath({
    title: 'Save as PDF',
    defaultName: `${sourceName(source).slice(0, 100)}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
}

async function print(
  job: { readonly sourceId: SourceId; readonly options: PrintOptions; readonly jobId: string },
  path: string | null,
): Promise<Done | null> {
  if (path === null) {
    const report = await api.window.printSource(job);
    return report && { path, bytes: 0, report };
  }
  const report = await api.window.savePdf({ ...job, path });
  return report && { path, bytes: report.bytes, report };
}

function PrintDone({ path, bytes, report, onClose }: Done & { readonly onClose: () => void }) {
  const marks = report.marks === 1 ? 'one mark' : `${report.marks.toLocaleString('en')} marks`;
  return (
    <Dialog
      title={path === null ? 'Printed' : 'Saved'}
      onClose={onClose}
      footer={
        <>
          {path !== null && (
            <Button onClick={() => api.window.showInFolder({ path }).catch(notifyError)}>
              Show in folder
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div role="status">
        {path === null ? (
          <p>The source with {marks} was handed to the printer.</p>
        ) : (
          <>
            <p>
              The source with {marks}, {sizeText(bytes)}, written to
            </p>
            <p className={styles.path}>{path}</p>
          </>
        )}
      </div>
      {report.handling !== null && (
        <p className={styles.warning}>
          <Icon of={ShieldAlert} />
          <span>
            It holds material marked <strong>{report.handling}</strong>. Pass it on only as that
            allows.
          </span>
        </p>
      )}
    </Dialog>
  );
}
