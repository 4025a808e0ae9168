import { useState } from 'react';
import { actorKinds, type Actor, type ActorKind } from '../../shared/domain/actors/actor.ts';
import { api } from '../app/connect.ts';
import { optionsOf } from '../ui/options-of.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { actorKindWords, aliasesOf } from './actor-form.ts';

/** Makes an actor that no chain names yet. */
export function NewActorDialog({
  onMade,
  onClose,
}: {
  readonly onMade: (actor: Actor) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ActorKind>('person');
  const [role, setRole] = useState('');
  const [aliases, setAliases] = useState('');
  async function create(): Promise<void> {
    if (name.trim() === '') throw new Error('An actor needs a name.');
    const actor = await api.actors.create({
      name: name.trim(),
      kind,
      role: role.trim() || null,
      aliases: aliasesOf(aliases, name.trim()),
      note: null,
    });
    onMade(actor);
  }
  return (
    <ConfirmDialog title="New actor" actionName="Create actor" onConfirm={create} onClose={onClose}>
      <TextInput label="Name" value={name} onText={setName} autoFocus />
      <Select
        label="Kind"
        value={kind}
        options={optionsOf(actorKinds, actorKindWords)}
        onValue={setKind}
      />
      <TextInput label="Role" value={role} onText={setRole} />
      <TextInput
        label="Other names"
        hint="Parted by semicolons"
        value={aliases}
        onText={setAliases}
      />
    </ConfirmDialog>
  );
}
