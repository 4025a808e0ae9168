import { useState } from 'react';
import { initialsOf, type Analyst } from '../../shared/domain/analyst.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { ColourField } from '../ui/ColourField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** Shows the analyst's own profile for editing. */
export function showProfile(profile: Analyst): void {
  showDialog((close) => <ProfileDialog profile={profile} onClose={close} />);
}

/** The same, reading the profile first. */
export async function showOwnProfile(): Promise<void> {
  const { profile } = await queryClient.fetchQuery(read('projects', 'state', {}));
  showProfile(profile);
}

function ProfileDialog({
  profile,
  onClose,
}: {
  readonly profile: Analyst;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(profile.name);
  const [initials, setInitials] = useState(profile.initials);
  const [colour, setColour] = useState(profile.colour);
  const [error, setError] = useState<string | null>(null);

  function rename(next: string): void {
    // Initials follow the name until the analyst has chosen others.
    if (initials === initialsOf(name)) setInitials(initialsOf(next));
    setName(next);
  }
  async function save(): Promise<void> {
    try {
      await api.projects.setProfile({
        name,
        initials: initials.trim() || initialsOf(name),
        colour,
      });
      await queryClient.invalidateQueries({ queryKey: ['projects', 'state'] });
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    }
  }
  return (
    <Dialog
      title="Your profile"
      description="Every mark you make carries this name. It stays on this computer and in the projects you write in."
      size="narrow"
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            Save
          </Button>
        </>
      }
    >
      <TextInput label="Name" value={name} onText={rename} error={error} />
      <TextInput
        label="Initials"
        hint="One to four letters, shown beside your marks."
        value={initials}
        maxLength={4}
        onText={setInitials}
      />
      <ColourField
        label="Colour"
        letter={initials.slice(0, 1).toUpperCase()}
        value={colour}
        onColour={setColour}
      />
    </Dialog>
  );
}
