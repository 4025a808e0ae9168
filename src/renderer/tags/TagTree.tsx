import { useState } from 'react';
import { Tags } from 'lucide-react';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { SplitPane } from '../claims/SplitPane.tsx';
import { EmptyState } from '../ui/States.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { NewTagField } from './NewTagField.tsx';
import { TagDetails } from './TagDetails.tsx';
import { TagRows } from './TagRows.tsx';
import styles from './Tags.module.css';
import { useTags } from './use-tags.ts';

/** The tags of the project as a tree, with a field that makes new ones and the details of the chosen one below. */
export function TagTree() {
  const query = useTags();
  return (
    <Loaded query={query} busyLabel="Reading tags">
      {(tags) => <Tree tags={tags} />}
    </Loaded>
  );
}

function Tree({ tags }: { readonly tags: readonly TagRow[] }) {
  const [chosenId, setChosenId] = useState<TagId | null>(null);
  const [editing, setEditing] = useState(0);
  const chosen = tags.find((tag) => tag.id === chosenId);
  return (
    <SplitPane
      name="tags"
      upperPercent={48}
      lower={
        chosen === undefined ? null : (
          <TagDetails key={chosen.id} tag={chosen} tags={tags} editing={editing} />
        )
      }
      upper={
        <div className={styles.tab}>
          <div className={styles.head}>
            <NewTagField parent={chosen ?? null} onMade={(tag) => setChosenId(tag.id)} />
          </div>
          {tags.length === 0 ? (
            <EmptyState icon={Tags} title="No tags yet">
              Type a name above, such as “arms/transfers”: a slash puts one tag below another. Tags
              sort marks and claims; the keys 1 to 9 set your favourites.
            </EmptyState>
          ) : (
            <TagRows
              tags={tags}
              chosenId={chosen?.id ?? null}
              onChoose={(tagId) => {
                setChosenId(tagId);
                setEditing(0);
              }}
              onEdit={(tagId) => {
                setChosenId(tagId);
                setEditing((count) => count + 1);
              }}
            />
          )}
        </div>
      }
    />
  );
}
