import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { HighlightId, TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace, type ReaderSelection } from '../app/workspace.ts';
import { noteNewTag } from '../highlights/last-tag.ts';
import { createMark } from '../highlights/mark-actions.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { TagField } from './TagField.tsx';

/** What gets the tags: a mark, or words that are selected and become a mark with the first tag. */
export type TagTarget =
  { readonly highlightId: HighlightId } | { readonly selection: ReaderSelection };

/** Finds tags by typing and sets or takes them; a path that is new makes the tag. Each change is saved at once; Enter in the empty field closes. */
export function TagPicker({
  target,
  onClose,
}: {
  readonly target: TagTarget;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title="Tags"
      size="narrow"
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <Button type="submit" variant="primary">
          Done
        </Button>
      }
    >
      {'highlightId' in target ? (
        <TagsOfMark highlightId={target.highlightId} />
      ) : (
        <TagsOfSelection selection={target.selection} />
      )}
    </Dialog>
  );
}

function TagsOfMark({ highlightId }: { readonly highlightId: HighlightId }) {
  const query = useQuery(read('highlights', 'get', { highlightId }));
  return (
    <Loaded query={query}>
      {(mark) => (
        <TagField
          name={`mark/${highlightId}/tags-picked`}
          label="Tags of the mark"
          tagIds={mark.tagIds}
          onSave={(tagIds) => {
            noteNewTag(mark.tagIds, tagIds);
            return api.highlights.edit({ highlightId, patch: { tagIds } });
          }}
          autoFocus
        />
      )}
    </Loaded>
  );
}

function TagsOfSelection({ selection }: { readonly selection: ReaderSelection }) {
  const made = useRef<HighlightId | null>(null);
  async function save(tagIds: TagId[]): Promise<void> {
    noteNewTag([], tagIds);
    if (made.current !== null) {
      await api.highlights.edit({ highlightId: made.current, patch: { tagIds } });
      return;
    }
    const { sourceId, spans } = selection;
    const content = await queryClient.fetchQuery(read('sources', 'content', { sourceId }));
    const mark = await createMark(content, spans, { tagIds });
    if (mark === null) throw new Error('The mark could not be made.');
    made.current = mark.id;
    workspace.set({ selection: null });
  }
  return (
    <TagField
      name={`selection/${selection.sourceId}/${selection.spans.join(';')}`}
      label="Tags of a new mark"
      tagIds={noTags}
      onSave={save}
      autoFocus
    />
  );
}

const noTags: readonly TagId[] = [];
