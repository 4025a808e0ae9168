import { useState } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { mergeWords, withDescendants } from './tag-tree-form.ts';
import { useTags } from './use-tags.ts';

/** Makes two tags one: says what happens to the marks and claims before it does it. */
export function MergeTagDialog({
  tag,
  onClose,
}: {
  readonly tag: TagRow;
  readonly onClose: () => void;
}) {
  const { data: tags = [] } = useTags();
  const [text, setText] = useState('');
  const [intoId, setIntoId] = useState<TagId | null>(null);
  const own = new Set(withDescendants(tags, tag.id).map((each) => each.id));
  const into = tags.find((other) => other.id === intoId);
  async function merge(): Promise<void> {
    if (intoId === null) throw new Error('Choose from the list which tag shall stay.');
    await api.tags.merge({ fromTagId: tag.id, intoTagId: intoId });
  }
  return (
    <ConfirmDialog
      title={`Merge “${tag.path}” into another tag`}
      actionName="Merge tags"
      onConfirm={merge}
      onClose={onClose}
    >
      <Combobox
        label="Tag that stays"
        text={text}
        onText={(typed) => {
          setText(typed);
          setIntoId(null);
        }}
        options={tags
          .filter((other) => !own.has(other.id) && matchesWords(other.path, text))
          .map((other) => ({ id: other.id, name: other.path, colour: other.colour }))}
        onChoose={(option) => {
          setText(option.name);
          setIntoId(option.id as TagId);
        }}
        empty="No other tag of this name"
        autoFocus
      />
      <p>{into ? mergeWords(tags, tag, into) : 'Undo brings both tags back as they were.'}</p>
    </ConfirmDialog>
  );
}
