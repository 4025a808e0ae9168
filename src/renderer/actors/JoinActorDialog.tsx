import { useState } from 'react';
import type { ActorRow } from '../../shared/contract/attributions.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { actorDetail, actorWords, joinWords } from './actor-form.ts';
import { useActors } from './use-actors.ts';

/** Makes two actors one: the other stays, with this one's name among its names. */
export function JoinActorDialog({
  actor,
  onClose,
}: {
  readonly actor: ActorRow;
  readonly onClose: () => void;
}) {
  const { data: actors = [] } = useActors();
  const [text, setText] = useState('');
  const [intoId, setIntoId] = useState<ActorId | null>(null);
  const into = actors.find((other) => other.id === intoId);
  async function join(): Promise<void> {
    if (intoId === null) throw new Error('Choose from the list which actor shall stay.');
    await api.actors.join({ fromActorId: actor.id, intoActorId: intoId });
  }
  return (
    <ConfirmDialog
      title={`Join “${actor.name}” with another actor`}
      actionName="Join actors"
      onConfirm={join}
      onClose={onClose}
    >
      <Combobox
        label="Actor that stays"
        text={text}
        onText={(typed) => {
          setText(typed);
          setIntoId(null);
        }}
        options={actors
          .filter((other) => other.id !== actor.id && matchesWords(actorWords(other), text))
          .slice(0, 50)
          .map((other) => ({ id: other.id, name: other.name, detail: actorDetail(other) }))}
        onChoose={(option) => {
          setText(option.name);
          setIntoId(option.id as ActorId);
        }}
        empty="No other actor of this name"
        autoFocus
      />
      <p>{into ? joinWords(actor, into) : 'Undo parts them again.'}</p>
    </ConfirmDialog>
  );
}
