import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { VerifyReport } from '../../shared/contract/projects.ts';
import { showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import styles from './Projects.module.css';

/** Checks everything that must hold in the open project and shows what was found. */
export function showVerify(): void {
  queryClient.removeQueries({ queryKey: ['project', 'verify'] });
  showDialog((close) => <VerifyDialog onClose={close} />);
}

function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const report = useQuery(read('project', 'verify', {}));
  // A report holds for the moment it was made.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['project', 'verify'] }), []);
  return (
    <Dialog
      title="Verify the project"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <Loaded query={report} busyLabel="Checking the file, the texts and every quote">
        {(value) => <Report report={value} />}
      </Loaded>
    </Dialog>
  );
}

function Report({ report }: { readonly report: VerifyReport }) {
  return (
    <>
      <p className={styles.verdict} data-ok={report.ok} role="status">
        <Icon of={report.ok ? CircleCheck : CircleAlert} />
        {report.ok
          ? 'Everything holds: the file is whole, and every quote equals its text.'
          : `${report.failures.length === 1 ? 'One thing does' : `${report.failures.length} things do`} not hold. Nothing was changed.`}
      </p>
      {report.failures.length > 0 && (
        <>
          <ul className={styles.failures}>
            {report.failures.map((failure) => (
              <li key={failure}>{failure}</li>
            ))}
          </ul>
          <p>
            Make a backup before you go on, and compare with an earlier one.{' '}
            <Button small onClick={() => void runCommandById('project.backup')}>
              Back up
            </Button>
          </p>
        </>
      )}
      <dl className={styles.counts}>
        {Object.entries(report.counts).map(([name, count]) => (
          <div key={name}>
            <dt>{inWords(name)}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** `foreignKeys` as people write it. */
function inWords(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
