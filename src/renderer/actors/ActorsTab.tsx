import { Users } from 'lucide-react';
import { useState } from 'react';
import type { ActorRow } from '../../shared/contract/attributions.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { showDialog } from '../app/overlays.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { EmptyState } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { actorWords, registryParts } from './actor-form.ts';
import { ActorDetails } from './ActorDetails.tsx';
import { ActorList } from './ActorList.tsx';
import styles from './Actors.module.css';
import { NewActorDialog } from './NewActorDialog.tsx';
import { useActors } from './use-actors.ts';

/** The registry of actors: who is named in chains, by which names, and how reliable; the unnamed ones apart. */
export function ActorsTab() {
  const query = useActors();
  return (
    <Loaded query={query} busyLabel="Reading actors">
      {(actors) => <Registry actors={actors} />}
    </Loaded>
  );
}

function Registry({ actors }: { readonly actors: readonly ActorRow[] }) {
  const [chosenId, setChosenId] = useState<ActorId | null>(null);
  const [text, setText] = useState('');
  const chosen = actors.find((actor) => actor.id === chosenId);
  const { named, unnamed } = registryParts(
    actors.filter((actor) => matchesWords(actorWords(actor), text)),
  );
  const create = (): void =>
    showDialog((close) => (
      <NewActorDialog onMade={(actor) => setChosenId(actor.id)} onClose={close} />
    ));
  if (actors.length === 0) {
    return (
      <EmptyState
        icon={Users}
        title="No actors yet"
        actions={<Button onClick={create}>New actor…</Button>}
      >
        Actors come with attributions: choose a mark, press A and name who said it. Here you give
        them other names, join those that are one, and grade how reliable they are.
      </EmptyState>
    );
  }
  return (
    <SplitPane
      name="actors"
      upperPercent={45}
      lower={
        chosen === undefined ? null : (
          <ActorDetails key={chosen.id} actor={chosen} onGone={() => setChosenId(null)} />
        )
      }
      upper={
        <div className={styles.tab}>
          <div className={styles.head}>
            <TextInput
              small
              label="Find an actor"
              hideLabel
              placeholder="Find by name, alias or role"
              value={text}
              onText={setText}
            />
            <Button small onClick={create}>
              New…
            </Button>
          </div>
          <div className={styles.list}>
            {named.length + unnamed.length === 0 && (
              <p className={styles.soft} role="status">
                No actor has these words in a name or a role.
              </p>
            )}
            <ActorList title="Actors" actors={named} chosenId={chosenId} onChoose={setChosenId} />
            <ActorList
              title="Unnamed"
              actors={unnamed}
              chosenId={chosenId}
              onChoose={setChosenId}
            />
          </div>
        </div>
      }
    />
  );
}
