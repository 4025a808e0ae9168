import { Building2, CircleHelp, Newspaper, User } from 'lucide-react';
import { useId, type KeyboardEvent } from 'react';
import type { ActorRow } from '../../shared/contract/attributions.ts';
import type { ActorKind } from '../../shared/domain/actors/actor.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { GradeSign } from '../grades/GradeSign.tsx';
import { Icon, type IconType } from '../ui/Icon.tsx';
import { actorKindWords } from './actor-form.ts';
import styles from './Actors.module.css';

const kindIcons = {
  person: User,
  organisation: Building2,
  outlet: Newspaper,
  unknown: CircleHelp,
} as const satisfies Record<ActorKind, IconType>;

/** A part of the registry: kind, name, role, how often it is named, and its reliability. */
export function ActorList({
  title,
  actors,
  chosenId,
  onChoose,
}: {
  readonly title: string;
  readonly actors: readonly ActorRow[];
  readonly chosenId: ActorId | null;
  readonly onChoose: (actorId: ActorId) => void;
}) {
  const id = useId();
  if (actors.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title} <span className={styles.soft}>{actors.length}</span>
      </h3>
      <ul>
        {actors.map((actor) => (
          <li key={actor.id}>
            <button
              type="button"
              className={styles.row}
              aria-pressed={actor.id === chosenId}
              onClick={() => onChoose(actor.id)}
              onKeyDown={moveFocus}
            >
              <Icon of={kindIcons[actor.kind]} small />
              <span className="for-readers">{actorKindWords[actor.kind]}: </span>
              <span className={styles.name}>
                {actor.name}
                {actor.role && <span className={styles.soft}> {actor.role}</span>}
              </span>
              <GradeSign reliability={actor.reliability} />
              <span className={styles.uses} title="Mentions">
                {actor.mentions}
                <span className="for-readers"> mentions</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [];
  const next = rows[[...rows].indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
