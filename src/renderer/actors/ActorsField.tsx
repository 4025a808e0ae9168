import { useEffect, useRef, useState } from 'react';
import type { ActorId } from '../../shared/domain/ids.ts';
import type { ActorChoice } from '../attributions/chain-form.ts';
import type { ComboboxOption } from '../ui/Combobox.tsx';
import { TokenField } from '../ui/TokenField.tsx';
import { actorDetail, readsUnnamed } from './actor-form.ts';
import { useFoundActors } from './use-actors.ts';

/** One or more actors: completed from names and aliases, made when new, or unnamed ("a senior official"). */
export function ActorsField({
  label,
  actors,
  onActors,
  offered,
  autoFocus = false,
}: {
  readonly label: string;
  readonly actors: readonly ActorChoice[];
  readonly onActors: (actors: readonly ActorChoice[]) => void;
  /** Words to look an actor up by, such as those selected in the reader; each new object is offered once. */
  readonly offered?: { readonly words: string } | null;
  readonly autoFocus?: boolean;
}) {
  const [text, setText] = useState('');
  const [seen, setSeen] = useState(offered);
  const input = useRef<HTMLInputElement>(null);
  const typed = text.trim();
  const found = useFoundActors(typed);
  if (offered !== seen) {
    setSeen(offered);
    if (offered) setText(offered.words);
  }
  useEffect(() => {
    if (offered) input.current?.focus();
  }, [offered]);

  function add(choice: ActorChoice): void {
    setText('');
    onActors([...actors, choice]);
  }
  function choose(option: ComboboxOption): void {
    if (option.id === 'new') add({ as: 'name', name: typed });
    else if (option.id === 'unnamed') add({ as: 'unnamed', name: typed });
    else add({ as: 'known', actorId: option.id as ActorId, name: option.name, unnamed: false });
  }

  const chosen = new Set(actors.map((actor) => (actor.as === 'known' ? actor.actorId : null)));
  const known = found
    .filter((actor) => !chosen.has(actor.id))
    .map((actor) => ({ id: actor.id, name: actor.name, detail: actorDetail(actor) }));
  return (
    <TokenField
      label={label}
      tokens={actors.map((actor, index) => ({
        id: `${index}`,
        name: nameOf(actor),
      }))}
      onRemove={(id) => onActors(actors.filter((_, index) => `${index}` !== id))}
      text={text}
      onText={setText}
      options={[...known, ...offersFor(typed, known)]}
      onChoose={choose}
      placeholder={actors.length === 0 ? 'Name, or “a senior official”' : 'And'}
      inputRef={input}
      // With it the list also opens when the words of a selection are offered.
      autoFocus={autoFocus || Boolean(offered)}
    />
  );
}

function nameOf(actor: ActorChoice): string {
  const unnamed = actor.as === 'unnamed' || (actor.as === 'known' && actor.unnamed);
  return unnamed ? `${actor.name} (unnamed)` : actor.name;
}

function offersFor(typed: string, known: readonly ComboboxOption[]): ComboboxOption[] {
  if (typed === '') return [];
  const unnamed = { id: 'unnamed', name: `Unnamed: “${typed}”`, detail: 'Not named in the text' };
  const isKnown = known.some((option) => option.name === typed);
  const made = isKnown ? [] : [{ id: 'new', name: `New actor “${typed}”` }];
  return readsUnnamed(typed) ? [unnamed, ...made] : [...made, unnamed];
}
