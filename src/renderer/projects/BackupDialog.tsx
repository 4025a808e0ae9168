import { useState } from 'react';
import { openProjectNow } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notifyError, showDialog } from '../app/overlays.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Busy, ErrorState } from '../ui/States.tsx';
import styles from './Projects.module.css';

/** Asks where a backup of the open project should go, and makes it. */
export function showBackup(): void {
  const project = openProjectNow();
  if (project) showDialog((close) => <BackupDialog onClose={close} />);
}

type State =
  | { readonly step: 'ask' }
  | { readonly step: 'busy' }
  | { readonly step: 'done'; readonly path: string }
  | { readonly step: 'failed'; readonly error: unknown };

function BackupDialog({ onClose }: { readonly onClose: () => void }) {
  const [state, setState] = useState<State>({ step: 'ask' });
  async function backup(path?: string): Promise<void> {
    setState({ step: 'busy' });
    try {
      const made = await api.project.backup({ path });
      setState({ step: 'done', path: made.path });
    } catch (error) {
      setState({ step: 'failed', error });
    }
  }
  async function backupElsewhere(): Promise<void> {
    const [folder] = await api.window.choosePaths({ title: 'Back up into', what: 'folder' });
    if (folder !== undefined) await backup(folder);
  }
  return (
    <Dialog
      title="Back the project up"
      description="The copy is opened and verified before it counts. You can go on working meanwhile."
      onClose={onClose}
      footer={
        state.step === 'ask' || state.step === 'failed' ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button onClick={() => void backupElsewhere().catch(notifyError)}>
              Choose a folder
            </Button>
            <Button variant="primary" onClick={() => void backup()}>
              Back up beside the project
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      <BackupState state={state} />
    </Dialog>
  );
}

function BackupState({ state }: { readonly state: State }) {
  switch (state.step) {
    case 'ask':
      return null;
    case 'busy':
      return <Busy label="Copying and verifying" />;
    case 'failed':
      return <ErrorState error={state.error} />;
    case 'done':
      return (
        <div role="status">
          <p>The backup is made and verified:</p>
          <p className={styles.path}>{state.path}</p>
          <Button
            small
            onClick={() => api.window.showInFolder({ path: state.path }).catch(notifyError)}
          >
            Show in folder
          </Button>
        </div>
      );
  }
}
