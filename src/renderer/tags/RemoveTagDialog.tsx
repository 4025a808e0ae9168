import type { TagRow } from '../../shared/contract/tags.ts';
import { api } from '../app/connect.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { removeWords } from './tag-tree-form.ts';
import { useTags } from './use-tags.ts';

/** Takes a tag and those below it out of the tree and off everything, after saying how much that is. */
export function RemoveTagDialog({
  tag,
  onClose,
}: {
  readonly tag: TagRow;
  readonly onClose: () => void;
}) {
  const { data: tags = [] } = useTags();
  return (
    <ConfirmDialog
      title={`Remove “${tag.path}”?`}
      actionName="Remove tag"
      danger
      onConfirm={async () => void (await api.tags.remove({ tagId: tag.id }))}
      onClose={onClose}
    >
      <p>{removeWords(tags, tag)} Undo brings it back.</p>
    </ConfirmDialog>
  );
}
