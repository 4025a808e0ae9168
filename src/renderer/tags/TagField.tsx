import { useState, type Ref } from 'react';
import type { TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { matchesWords } from '../ui/match-words.ts';
import { TokenField } from '../ui/TokenField.tsx';
import { useDraft } from '../claims/use-draft.ts';
import { tidyPath } from './tag-tree-form.ts';
import { useTags, useTagsById } from './use-tags.ts';

/** The tags of one object as chips, with a field that adds more; typing a path that is new makes the tag. */
export function TagField({
  name,
  label,
  hideLabel = false,
  tagIds,
  onSave,
  autoFocus = false,
  inputRef,
}: {
  /** Which object's tags these are; the component needs a `key` that changes with it. */
  readonly name: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly tagIds: readonly TagId[];
  /** Saves the whole list. */
  readonly onSave: (tagIds: TagId[]) => Promise<unknown>;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const tags = useTags();
  const byId = useTagsById();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [state, draft] = useDraft<readonly TagId[]>(name, tagIds, {
    same: (a, b) => a.toSorted().join() === b.toSorted().join(),
    missing: () => null,
    save: async (next) => {
      await onSave([...next]);
      return next;
    },
    rebase: (current) => current,
  });

  function save(next: readonly TagId[]): void {
    draft.change(next);
    void draft.commit();
  }
  function add(tagId: TagId): void {
    setText('');
    save([...draft.get().value.filter((other) => other !== tagId), tagId]);
  }
  async function create(typed: string): Promise<void> {
    setProblem(null);
    try {
      add((await api.tags.create({ path: tidyPath(typed) })).id);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  const offered = (tags.data ?? []).filter(
    (tag) => !state.value.includes(tag.id) && matchesWords(tag.path, text),
  );
  return (
    <TokenField
      label={label}
      hideLabel={hideLabel}
      error={problem ?? (state.problem === null ? null : `Not saved: ${state.problem}`)}
      tokens={state.value.map((tagId) => {
        const tag = byId.get(tagId);
        return { id: tagId, name: tag?.path ?? '…', colour: tag?.colour };
      })}
      text={text}
      onText={setText}
      options={offered.slice(0, 50).map((tag) => ({
        id: tag.id,
        name: tag.path,
        colour: tag.colour,
        detail: tag.key === null ? undefined : `Key ${tag.key}`,
      }))}
      onChoose={(option) => add(option.id as TagId)}
      onRemove={(tagId) => save(state.value.filter((other) => other !== tagId))}
      onCreate={tidyPath(text) === '' ? undefined : (typed) => void create(typed)}
      createName={(typed) => `New tag “${tidyPath(typed)}”`}
      empty="No tag of this name"
      placeholder="Add a tag"
      autoFocus={autoFocus}
      {...(inputRef ? { inputRef } : {})}
    />
  );
}
