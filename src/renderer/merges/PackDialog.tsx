import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PackReport } from '../../shared/contract/merges.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { openProjectNow } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, notifyError, showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { countOf } from '../claims/count-words.ts';
import { BlindNote } from '../reviews/BlindNote.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Merges.module.css';

/** Asks whose markup is to be handed over, and writes it into one file. */
export function showPack(): void {
  showDialog((close) => <PackDialog onClose={close} />);
}

function PackDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: analysts = [] } = useQuery(read('project', 'analysts', {}));
  const [analystId, setAnalystId] = useState<AnalystId | ''>('');
  const [withSources, setWithSources] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [report, setReport] = useState<PackReport | null>(null);

  async function pack(): Promise<void> {
    setError(null);
    setBusy(true);
    try {
      const whose = analysts.find(({ id }) => id === analystId)?.name;
      const project = openProjectNow()?.name ?? 'Project';
      const path = await api.window.chooseSavePath({
        title: 'Hand over a parcel',
        defaultName: `${whose === undefined ? project : `${project}, ${whose}`}`
          .slice(0, 100)
          .concat('.attest-parcel'),
        filters: [{ name: 'Attest parcel', extensions: ['attest-parcel'] }],
      });
      if (path === null) return;
      setReport(
        await api.merges.pack({
          path,
          analystId: analystId === '' ? null : analystId,
          withSources,
        }),
      );
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }
  if (report !== null) return <PackDone report={report} onClose={onClose} />;
  return (
    <Dialog
      title="Hand over a parcel"
      description="One file with marks, claims, tags, actors, verdicts and comments, for a colleague to merge into their project. Send it the way you send any file."
      onClose={onClose}
      onSubmit={() => void pack()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Choose where to save
          </Button>
        </>
      }
    >
      <BlindNote />
      <Select<AnalystId | ''>
        label="Whose markup"
        value={analystId}
        onValue={setAnalystId}
        options={[
          { value: '', name: 'Everyone’s' },
          ...analysts.map(({ id, name }) => ({ value: id, name })),
        ]}
      />
      <Checkbox
        label="With the sources"
        hint="For a colleague who does not have them yet. Without them only the hashes of the texts go along."
        checked={withSources}
        onChecked={setWithSources}
      />
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}

function PackDone({
  report: { path, highlights, claims, sources, blindSources },
  onClose,
}: {
  readonly report: PackReport;
  readonly onClose: () => void;
}) {
  const what = [
    countOf(highlights, 'mark'),
    countOf(claims, 'claim'),
    countOf(sources, 'source'),
  ].join(', ');
  useEffect(() => announce(`Parcel written: ${what}`), [what]);
  return (
    <Dialog
      title="Parcel written"
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
      <p>{what}</p>
      <p className={styles.path}>{path}</p>
      {blindSources > 0 && <BlindNote />}
    </Dialog>
  );
}
