import { saveSetting, useSetting } from '../app/settings.ts';
import { useStore } from '../app/store.ts';
import { keptTag } from '../highlights/kept-tag.ts';
import { wholeWords } from '../highlights/whole-words.ts';
import { useTagsById } from '../tags/use-tags.ts';
import { Chip } from '../ui/Chip.tsx';

/** How new marks are made, where that is not as usual: with a tag that is kept, and of whole words. */
export function MarkingWith() {
  const tagId = useStore(keptTag, (state) => state.tagId);
  const tags = useTagsById();
  const tag = tagId === null ? undefined : tags.get(tagId);
  const isWhole = useSetting(wholeWords);
  if (tag === undefined && !isWhole) return null;
  return (
    <div className="reader-kept-tag">
      <span>Marking with</span>
      {isWhole && <Chip name="Whole words" onRemove={() => saveSetting(wholeWords, false)} />}
      {tag !== undefined && (
        <Chip
          name={tag.name}
          colour={tag.colour}
          title={tag.path}
          onRemove={() => keptTag.set({ tagId: null })}
        />
      )}
    </div>
  );
}
