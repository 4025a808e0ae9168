import { useState } from 'react';
import { openProjectNow } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { queryClient } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** Asks for another name of the open project. */
export function showRename(): void {
  const project = openProjectNow();
  if (project) showDialog((close) => <RenameDialog present={project.name} onClose={close} />);
}

function RenameDialog({
  present,
  onClose,
}: {
  readonly present: string;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(present);
  const [error, setError] = useState<string | null>(null);
  async function save(): Promise<void> {
    try {
      await api.project.rename({ name });
      await queryClient.invalidateQueries({ queryKey: ['projects'] });
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    }
  }
  return (
    <Dialog
      title="Rename the project"
      size="narrow"
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            Rename
          </Button>
        </>
      }
    >
      <TextInput
        label="Name"
        hint="The file keeps its name."
        value={name}
        onText={setName}
        error={error}
      />
    </Dialog>
  );
}
