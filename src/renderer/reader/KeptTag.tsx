import { useStore } from '../app/store.ts';
import { keptTag } from '../highlights/kept-tag.ts';
import { useTagsById } from '../tags/use-tags.ts';
import { Chip } from '../ui/Chip.tsx';

/** The tag that new marks get, where one is kept. */
export function KeptTag() {
  const tagId = useStore(keptTag, (state) => state.tagId);
  const tags = useTagsById();
  const tag = tagId === null ? undefined : tags.get(tagId);
  if (tag === undefined) return null;
  return (
    <div className="reader-kept-tag">
      <span>Marking with</span>
      <Chip
        name={tag.name}
        colour={tag.colour}
        title={tag.path}
        onRemove={() => keptTag.set({ tagId: null })}
      />
    </div>
  );
}
