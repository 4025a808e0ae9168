import { useState } from 'react';
import type { Event } from '../../shared/domain/events/event.ts';
import { api } from '../app/connect.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { eventFieldsOf, eventValues, type EventFields } from './event-form.ts';

/** Makes an event, or corrects one; a date may be partial, such as `2023-10`. */
export function EventDialog({
  event,
  name,
  onSaved,
  onClose,
}: {
  /** Null for a new one. */
  readonly event: Event | null;
  /** What a new one is called to begin with. */
  readonly name: string;
  readonly onSaved?: ((event: Event) => void | Promise<void>) | undefined;
  readonly onClose: () => void;
}) {
  const [fields, setFields] = useState<EventFields>(eventFieldsOf(event, name));
  const [problem, setProblem] = useState<string | null>(null);
  const set = (field: keyof EventFields) => (text: string) =>
    setFields((before) => ({ ...before, [field]: text }));

  async function save(): Promise<void> {
    const values = eventValues(fields);
    if (values.name === '') {
      setProblem('An event needs a name.');
      return;
    }
    try {
      const saved =
        event === null
          ? await api.events.create(values)
          : await api.events.edit({ eventId: event.id, patch: values });
      await onSaved?.(saved);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Dialog
      title={event === null ? 'New event' : 'Event'}
      description="What claims are about. Claims of different events are never offered for joining."
      size="narrow"
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {event === null ? 'Create event' : 'Save event'}
          </Button>
        </>
      }
    >
      <TextInput label="Name" value={fields.name} onText={set('name')} error={problem} autoFocus />
      <TextInput
        label="Date"
        placeholder="2023-10-30, or 2023-10"
        value={fields.date}
        onText={set('date')}
      />
      <TextInput label="Place" value={fields.place} onText={set('place')} />
      <TextArea label="Note" rows={2} value={fields.note} onText={set('note')} />
    </Dialog>
  );
}
