import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MergeItem } from '../../shared/contract/merges.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { useTags } from '../tags/use-tags.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Merges.module.css';
import {
  incomingTagNames,
  isDecidable,
  kindNames,
  noFilter,
  outcomeNames,
  outcomes,
  tagsOf,
  type ItemFilter,
} from './rehearsal-form.ts';
import { rehearsal } from './rehearsal-store.ts';
import { choose } from './rehearse.ts';

/** What narrows the items, and what is done with all that are shown at once. */
export function MergeFilters({ shown }: { readonly shown: readonly MergeItem[] }) {
  const items = useStore(rehearsal, (state) => state.items);
  const filter = useStore(rehearsal, (state) => state.filter);
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const { data: tags = [] } = useTags();
  const held = useMemo(() => whatIsHeld(items), [items]);
  const decidable = useMemo(() => shown.filter(isDecidable), [shown]);
  const hasConflict = decidable.some(({ outcome }) => outcome === 'conflict');
  function narrow(patch: Partial<ItemFilter>): void {
    rehearsal.set({ filter: { ...filter, ...patch } });
  }
  const taggable = tagsToChoose(held.tagIds, tags, held.tagNames);
  const all = `${decidable.length.toLocaleString('en-GB')} shown`;
  return (
    <div className={styles.filters}>
      <Select<ItemFilter['outcome']>
        small
        hideLabel
        label="List"
        value={filter.outcome}
        onValue={(outcome) => narrow({ outcome })}
        options={[
          { value: '', name: `All ${items.length.toLocaleString('en-GB')}` },
          ...outcomes.flatMap((value) => {
            const count = held.outcomes.get(value) ?? 0;
            const name = `${outcomeNames[value]} ${count.toLocaleString('en-GB')}`;
            return count === 0 ? [] : [{ value, name }];
          }),
        ]}
      />
      <Select<ItemFilter['kind']>
        small
        hideLabel
        label="Kind"
        value={filter.kind}
        onValue={(kind) => narrow({ kind })}
        options={[
          { value: '', name: 'Every kind' },
          ...[...held.kinds].map((value) => ({ value, name: kindNames[value] })),
        ]}
      />
      <Select<string>
        small
        hideLabel
        label="Source"
        value={filter.sourceId}
        onValue={(sourceId) => narrow({ sourceId })}
        options={[
          { value: '', name: 'Every source' },
          ...sources
            .filter(({ id }) => held.sourceIds.has(id))
            .map((source) => ({ value: source.id, name: sourceName(source) })),
        ]}
      />
      {taggable.length > 0 && (
        <Select<string>
          small
          hideLabel
          label="Tag"
          value={filter.tagId}
          onValue={(tagId) => narrow({ tagId })}
          options={[{ value: '', name: 'Every tag' }, ...taggable]}
        />
      )}
      {Object.values(filter).some((value) => value !== '') && (
        <Button small variant="quiet" onClick={() => rehearsal.set({ filter: noFilter })}>
          Show all
        </Button>
      )}
      {decidable.length > 0 && (
        <span className={styles.actions} role="group" aria-label="All that are shown">
          <Button small onClick={() => choose(decidable, 'theirs')}>
            Take the {all}
          </Button>
          {hasConflict && (
            <Button small onClick={() => choose(decidable, 'ours')}>
              Keep ours
            </Button>
          )}
          <Button small onClick={() => choose(decidable, 'leave')}>
            Leave them
          </Button>
        </span>
      )}
    </div>
  );
}

function whatIsHeld(items: readonly MergeItem[]) {
  const outcomes = new Map<MergeItem['outcome'], number>();
  const kinds = new Set<MergeItem['kind']>();
  const sourceIds = new Set<string>();
  const tagIds = new Set<string>();
  for (const item of items) {
    outcomes.set(item.outcome, (outcomes.get(item.outcome) ?? 0) + 1);
    kinds.add(item.kind);
    if (item.place !== null) sourceIds.add(item.place.sourceId);
    for (const tagId of tagsOf(item)) tagIds.add(tagId);
  }
  return { outcomes, kinds, sourceIds, tagIds, tagNames: incomingTagNames(items) };
}

/** The tags that items carry, by name: those of the project, and those that the merge brings. */
function tagsToChoose(
  ids: ReadonlySet<string>,
  known: readonly Pick<TagRow, 'id' | 'path'>[],
  incoming: ReadonlyMap<string, string>,
) {
  const paths = new Map<string, string>(known.map(({ id, path }) => [id, path]));
  return [...ids]
    .flatMap((value) => {
      const name = paths.get(value) ?? incoming.get(value);
      return name === undefined ? [] : [{ value, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
