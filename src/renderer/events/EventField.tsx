import { useQuery } from '@tanstack/react-query';
import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import type { Event } from '../../shared/domain/events/event.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import { showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { matchesWords } from '../ui/match-words.ts';
import styles from './EventField.module.css';
import { eventDetail } from './event-form.ts';
import { EventDialog } from './EventDialog.tsx';

/** The event of a claim: found by typing, or made. */
export function EventField({
  event,
  onSave,
}: {
  readonly event: Event | null;
  readonly onSave: (eventId: EventId | null) => Promise<unknown>;
}) {
  const { data: events = [] } = useQuery(read('events', 'list', {}));
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function choose(eventId: EventId | null): Promise<void> {
    setTyped(null);
    try {
      await onSave(eventId);
      setProblem(null);
    } catch (error) {
      setProblem(`Not saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <div className={styles.field}>
      <Combobox
        label="Event"
        hint={event ? eventDetail(event) || undefined : undefined}
        error={problem}
        text={typed ?? event?.name ?? ''}
        onText={setTyped}
        options={events
          .filter((each) => matchesWords(`${each.name} ${eventDetail(each)}`, typed ?? ''))
          .slice(0, 50)
          .map((each) => ({ id: each.id, name: each.name, detail: eventDetail(each) }))}
        onChoose={(option) => void choose(option.id as EventId)}
        onCreate={(name) =>
          showDialog((close) => (
            <EventDialog
              event={null}
              name={name}
              onSaved={(made) => choose(made.id)}
              onClose={close}
            />
          ))
        }
        createName={(name) => `New event “${name}”…`}
        placeholder="Find or create an event"
        onBlur={() => setTyped(null)}
      />
      {event && (
        <div className={styles.buttons}>
          <IconButton
            icon={Pencil}
            label="Edit the event"
            onClick={() =>
              showDialog((close) => <EventDialog event={event} name="" onClose={close} />)
            }
          />
          <IconButton icon={X} label="No event" onClick={() => void choose(null)} />
        </div>
      )}
    </div>
  );
}
