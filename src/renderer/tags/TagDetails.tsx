import { useEffect, useRef } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import { api } from '../app/connect.ts';
import { SavedSelect } from '../claims/SavedSelect.tsx';
import { SavedText } from '../claims/SavedText.tsx';
import { Button } from '../ui/Button.tsx';
import { TagColour } from './TagColour.tsx';
import { showClaimsWithTag, showMergeTag, showMoveTag, showRemoveTag } from './tag-actions.tsx';
import { tagInitial, usesOf } from './tag-tree-form.ts';
import styles from './Tags.module.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The chosen tag: its name, colour, key and description, and what can be done with it. */
export function TagDetails({
  tag,
  tags,
  editing,
}: {
  readonly tag: TagRow;
  readonly tags: readonly TagRow[];
  /** Grows each time the analyst asks to edit: the name then takes the focus. */
  readonly editing: number;
}) {
  const nameInput = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  useEffect(() => {
    if (editing > 0) nameInput.current?.select();
  }, [editing]);
  const edit = (patch: Parameters<typeof api.tags.edit>[0]['patch']) =>
    api.tags.edit({ tagId: tag.id, patch });
  return (
    <section className={styles.details} aria-label={`Tag ${tag.path}`}>
      <div className={styles.body}>
        <div className={styles.pair}>
          <SavedText
            name={`tag/${tag.id}/name`}
            label="Name"
            value={tag.name}
            required="A tag needs a name."
            onSave={async (name) => (await edit({ name: name ?? '' })).name}
            inputRef={(input) => {
              nameInput.current = input;
            }}
          />
          <SavedSelect<string>
            name={`tag/${tag.id}/key`}
            label="Key"
            value={tag.key === null ? '' : `${tag.key}`}
            options={[
              { value: '', name: 'None' },
              ...keys.map((key) => {
                const holder = tags.find((other) => other.key === Number(key));
                const note = holder && holder.id !== tag.id ? ` (now ${holder.name})` : '';
                return { value: key, name: `${key}${note}` };
              }),
            ]}
            onSave={(key) => edit({ key: key === '' ? null : Number(key) })}
          />
        </div>
        <TagColour
          name={`tag/${tag.id}/colour`}
          letter={tagInitial(tag.name)}
          value={tag.colour}
          onSave={(colour) => edit({ colour })}
        />
        <SavedText
          name={`tag/${tag.id}/description`}
          label="Description"
          lines="many"
          value={tag.description}
          placeholder="When to use it, and when not"
          onSave={async (description) => (await edit({ description })).description}
        />
        <p className={styles.soft}>{usesOf(tag)}</p>
        <div className={styles.buttons}>
          <Button small onClick={() => showClaimsWithTag(tag)}>
            Show claims
          </Button>
          <Button small onClick={() => showMoveTag(tag)}>
            Move…
          </Button>
          <Button small onClick={() => showMergeTag(tag)}>
            Merge…
          </Button>
          <Button small onClick={() => showRemoveTag(tag)}>
            Remove…
          </Button>
        </div>
      </div>
    </section>
  );
}
