import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { api } from '../app/connect.ts';
import { showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { showCarry } from './CarryDialog.tsx';

const offeredAtMost = 50;

/** Asks which source this one is a newer version of, and offers to carry its marks over. */
export function showNewVersion(row: SourceRow): void {
  showDialog((close) => <NewVersionDialog row={row} onClose={close} />);
}

function NewVersionDialog({
  row,
  onClose,
}: {
  readonly row: SourceRow;
  readonly onClose: () => void;
}) {
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const [text, setText] = useState('');
  const [older, setOlder] = useState<SourceRow | null>(null);
  const options = sources
    .filter((each) => each.id !== row.id)
    .filter((each) => matchesWords(`${sourceName(each)} ${each.file} ${each.outlet ?? ''}`, text))
    .slice(0, offeredAtMost);
  async function confirm(): Promise<void> {
    if (older === null) throw new Error('Choose the older version from the list.');
    await api.versions.setReplaced({ sourceId: row.id, replacesId: older.id });
    const pair = { oldSourceId: older.id, newSourceId: row.id };
    const { marks, alreadyThere } = await api.versions.rehearse(pair);
    // After this dialog has closed.
    if (marks.length > alreadyThere) setTimeout(() => showCarry(pair));
  }
  return (
    <ConfirmDialog
      title="A new version of which source?"
      actionName="It is a new version"
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>“{sourceName(row)}” replaces the source you choose, which stays, folded under it.</p>
      <Combobox
        label="Older version"
        text={text}
        onText={(typed) => {
          setText(typed);
          setOlder(null);
        }}
        options={options.map((each) => ({
          id: each.id,
          name: sourceName(each),
          detail: [each.outlet, each.file].filter(Boolean).join(', '),
        }))}
        onChoose={({ id, name }) => {
          setOlder(sources.find((each) => each.id === id) ?? null);
          setText(name);
        }}
        empty="No source has these words"
        placeholder="Words of its title, file or outlet"
        autoFocus
      />
    </ConfirmDialog>
  );
}
