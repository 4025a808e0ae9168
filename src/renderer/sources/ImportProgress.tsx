import { useJob } from '../app/jobs.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { cancelImport, imports } from './import-files.ts';
import styles from './SourcesPane.module.css';

/** How far each import has come, with a way to stop it. */
export function ImportProgress() {
  const jobIds = useStore(imports, (state) => state.jobIds);
  return jobIds.map((jobId) => <ImportJob key={jobId} jobId={jobId} />);
}

function ImportJob({ jobId }: { readonly jobId: string }) {
  const progress = useJob(jobId);
  if (progress === null) return null;
  const { label, done, total } = progress;
  const read = done === 0 ? '' : `${done.toLocaleString('en')} read so far`;
  const count =
    total === null ? read : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
  return (
    <div className={styles.progress} role="group" aria-label="Import">
      <div className={styles.progressLine}>
        <span className={styles.progressName}>{label}</span>
        <Button small onClick={() => cancelImport(jobId)}>
          Cancel
        </Button>
      </div>
      <progress
        aria-label={`${label} ${count}`}
        max={total ?? 1}
        {...(total === null ? {} : { value: done })}
      />
      <span>{count}</span>
    </div>
  );
}
