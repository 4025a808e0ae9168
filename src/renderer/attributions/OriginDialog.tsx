import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { read } from '../app/queries.ts';
import { ChoiceField } from '../claims/ChoiceField.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { OriginChoice } from './chain-form.ts';
import { knownOrigin } from './known-origin.ts';
import { originKinds } from './origin-kinds.ts';

/** Describes what a chain goes back to, and which source holds it; a new origin is stored with its chain. */
export function OriginDialog({
  origin,
  title: firstTitle,
  onSaved,
  onClose,
}: {
  /** Null for a new one. */
  readonly origin: OriginChoice | null;
  readonly title: string;
  readonly onSaved: (origin: OriginChoice) => void;
  readonly onClose: () => void;
}) {
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const [kind, setKind] = useState(origin?.kind ?? 'statement');
  const [title, setTitle] = useState(origin?.title ?? firstTitle);
  const [issuer, setIssuer] = useState(origin?.issuer ?? '');
  const [date, setDate] = useState(origin?.date ?? '');
  const [sourceId, setSourceId] = useState<SourceId | null>(origin?.sourceId ?? null);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    const fields = {
      kind: kind.trim(),
      title: title.trim(),
      issuer: issuer.trim() || null,
      date: date.trim() || null,
      sourceId,
    };
    if (fields.title === '' || fields.kind === '') {
      setProblem('An origin needs a kind and a title: one ministry makes many statements.');
      return;
    }
    try {
      if (origin?.as === 'known') {
        const { originId } = origin;
        onSaved(knownOrigin(await api.attributions.editOrigin({ originId, patch: fields })));
      } else onSaved({ as: 'new', ...fields });
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Dialog
      title={origin === null ? 'New origin' : 'Origin'}
      description="What the words go back to. Marks that rest on one origin count as one, however many outlets print it."
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {origin === null ? 'Use origin' : 'Save origin'}
          </Button>
        </>
      }
    >
      <TextInput label="Title" value={title} onText={setTitle} error={problem} autoFocus />
      <TextInput label="Kind" list="origin-kinds" value={kind} onText={setKind} />
      <datalist id="origin-kinds">
        {originKinds.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
      <TextInput label="Issuer" value={issuer} onText={setIssuer} />
      <TextInput label="Date" placeholder="2023-10-30, or 2023-10" value={date} onText={setDate} />
      <ChoiceField
        label="Source that holds it"
        choices={sources.map((source) => ({ value: source.id, name: sourceName(source) }))}
        value={sourceId}
        noneName="Not held"
        onValue={(value) => setSourceId(value as SourceId | null)}
      />
    </Dialog>
  );
}
