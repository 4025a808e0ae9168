import { useState } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { matchesWords } from '../ui/match-words.ts';
import { moveTargets } from './tag-tree-form.ts';
import { useTags } from './use-tags.ts';

const topName = 'Top of the tree';

/** Moves a tag, with all below it, to another place of the tree. */
export function MoveTagDialog({
  tag,
  onClose,
}: {
  readonly tag: TagRow;
  readonly onClose: () => void;
}) {
  const { data: tags = [] } = useTags();
  const [text, setText] = useState('');
  const [parentId, setParentId] = useState<TagId | null | undefined>(undefined);
  const targets = moveTargets(tags, tag.id).filter((target) =>
    matchesWords(target?.path ?? topName, text),
  );
  async function move(): Promise<void> {
    if (parentId === undefined) throw new Error('Choose from the list where the tag shall go.');
    await api.tags.move({ tagId: tag.id, parentId });
  }
  return (
    <ConfirmDialog
      title={`Move “${tag.name}”`}
      actionName="Move tag"
      onConfirm={move}
      onClose={onClose}
    >
      <p>The tags below it move along. Marks and claims keep their tags.</p>
      <Combobox
        label="Below"
        text={text}
        onText={(typed) => {
          setText(typed);
          setParentId(undefined);
        }}
        options={targets.map((target) => ({
          id: target?.id ?? 'top',
          name: target?.path ?? topName,
          colour: target?.colour,
        }))}
        onChoose={(option) => {
          setText(option.name);
          setParentId(option.id === 'top' ? null : (option.id as TagId));
        }}
        empty="No tag of this name"
        autoFocus
      />
    </ConfirmDialog>
  );
}
