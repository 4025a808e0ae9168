import type { TagRow } from '../../shared/contract/tags.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, notify, notifyError, showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { claimsView } from '../claims/claims-view-store.ts';
import { lastTag, noteTag } from '../highlights/last-tag.ts';
import { createMark } from '../highlights/mark-actions.ts';
import { drawTagPicker } from './draw-tag-picker.tsx';
import { showTagClaims } from './tag-actions.tsx';
import type { TagTarget } from './TagPicker.tsx';

/** Selected words come first: tagging them makes a mark. Otherwise the chosen mark. */
function tagTarget(): TagTarget | null {
  const { view, highlightId, selection } = workspace.get();
  if (view !== 'reader' || !canChangeProject()) return null;
  if (selection !== null && selection.spans.length > 0) return { selection };
  return highlightId === null ? null : { highlightId };
}

function canTagClaims(): boolean {
  const { view } = workspace.get();
  return view === 'claims' && canChangeProject() && claimsView.get().chosen.size > 0;
}

async function tagChosenClaims(): Promise<void> {
  const { filter, chosen } = claimsView.get();
  const rows = await queryClient.fetchQuery(read('claims', 'list', filter));
  showTagClaims(rows.filter((row) => chosen.has(row.id)));
}

/** Sets the tag of a key on the chosen mark, or takes it off; on selected words it makes a mark with it. */
async function toggleKey(key: number): Promise<void> {
  const target = tagTarget();
  if (target === null) return;
  try {
    const tags = await queryClient.fetchQuery(read('tags', 'tree', {}));
    const tag = tags.find((each) => each.key === key);
    if (tag === undefined)
      notify('info', `No tag has the key ${key}. Give it one in the tag’s details.`);
    else if ('selection' in target) await markWith(tag, target);
    else await toggleOn(tag, target);
  } catch (error) {
    notifyError(error);
  }
}

async function markWith(
  tag: TagRow,
  { selection }: Extract<TagTarget, { selection: unknown }>,
): Promise<void> {
  const { sourceId, spans } = selection;
  const content = await queryClient.fetchQuery(read('sources', 'content', { sourceId }));
  const mark = await createMark(content, spans, { tagIds: [tag.id] });
  if (mark === null) return;
  noteTag(tag.id);
  workspace.set({ selection: null });
  announce(`Marked as ${tag.path}`);
}

async function toggleOn(
  tag: TagRow,
  { highlightId }: Extract<TagTarget, { highlightId: unknown }>,
): Promise<void> {
  const mark = await api.highlights.get({ highlightId });
  const had = mark.tagIds.includes(tag.id);
  const tagIds = had ? mark.tagIds.filter((id) => id !== tag.id) : [...mark.tagIds, tag.id];
  await api.highlights.edit({ highlightId, patch: { tagIds } });
  if (!had) noteTag(tag.id);
  announce(had ? `Tag ${tag.path} removed` : `Tagged ${tag.path}`);
}

/** Marks the selected words with the tag that was given last, or gives it to the chosen mark, which keeps it if it has it. */
async function tagAgain(): Promise<void> {
  const target = tagTarget();
  if (target === null) return;
  const tag = await lastTag();
  if (tag === null) notify('info', 'No tag was given yet. Press T to give one.');
  else if ('selection' in target) await markWith(tag, target);
  else {
    const mark = await api.highlights.get({ highlightId: target.highlightId });
    if (mark.tagIds.includes(tag.id)) announce(`Tagged ${tag.path} already`);
    else await toggleOn(tag, target);
  }
}

/** What can be done with tags. */
export const tagCommands: readonly Command[] = [
  {
    id: 'tag.pick',
    name: 'Tag the mark, the selected words or the chosen claims',
    group: 'Tags',
    shortcuts: ['t'],
    scope: 'outside-fields',
    when: () => tagTarget() !== null || canTagClaims(),
    run: async () => {
      const target = tagTarget();
      if (target !== null) showDialog((close) => drawTagPicker(target, close));
      else await tagChosenClaims();
    },
  },
  {
    id: 'tag.again',
    name: 'Mark with the last tag again',
    group: 'Tags',
    shortcuts: ['r'],
    scope: 'outside-fields',
    when: () => tagTarget() !== null,
    run: tagAgain,
  },
  {
    id: 'tag.show',
    name: 'Show the tags',
    group: 'Tags',
    scope: 'everywhere',
    run: () => workspace.set({ inspectorTab: 'tags' }),
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((key): Command => ({
    id: `tag.key.${key}`,
    name: `Set or remove the tag of key ${key}`,
    group: 'Tags',
    shortcuts: [`${key}`],
    scope: 'outside-fields',
    when: () => tagTarget() !== null,
    run: () => toggleKey(key),
  })),
];
