import { createElement } from 'react';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { contains, envelope } from '../../shared/domain/highlights/span.ts';
import type { ClaimId, TagId } from '../../shared/domain/ids.ts';
import { copyLastAttribution } from '../attributions/copy-attribution.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, notify, showDialog } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { ClaimPicker } from '../claims/ClaimPicker.tsx';
import { focusInspector } from '../claims/focus-request.ts';
import { activeReader } from '../reader/active-reader.ts';
import { draftStatement } from './claim-statement.ts';
import { keptTag } from './kept-tag.ts';
import { lastTag } from './last-tag.ts';
import { createMark, makeClaim, removeMarks, setClaim, type NewMark } from './mark-actions.ts';
import { marksOf } from './marks-store.ts';
import {
  canChangeMark,
  canMark,
  canMarkOrChange,
  chosenMark,
  selectedWords,
} from './marked-words.ts';
import { sayMark } from './say-mark.ts';
import { showUnplacedDialog } from './UnplacedDialog.tsx';

/** Whether a tag is still there: it may have been removed, or be one of another project. */
async function isTag(tagId: TagId): Promise<boolean> {
  const tags = await queryClient.fetchQuery(read('tags', 'tree', {}));
  return tags.some(({ id }) => id === tagId);
}

/** Gives every mark from now on the first tag of the chosen mark, else the tag that was given last; or no tag any more. */
async function keepTag(): Promise<void> {
  if (keptTag.get().tagId !== null) {
    keptTag.set({ tagId: null });
    announce('New marks get no tag');
    return;
  }
  const tags = await queryClient.fetchQuery(read('tags', 'tree', {}));
  const ofMark = chosenMark()?.tagIds[0];
  const tag = tags.find(({ id }) => id === ofMark) ?? (await lastTag());
  if (tag === null) {
    notify('info', 'No tag was given yet. Press T to give one.');
    return;
  }
  keptTag.set({ tagId: tag.id });
  announce(`New marks get the tag ${tag.path}`);
}

/** Marks the selected words. */
async function mark(make: (quote: string) => NewMark): Promise<MarkRow | null> {
  const words = selectedWords();
  if (words === null) return null;
  const quote = quoteOf(words.content.text, words.spans);
  if (quote.trim() === '') {
    notify('info', 'Only blank space is selected. Nothing was marked.');
    return null;
  }
  const { tagId } = keptTag.get();
  const tagIds = tagId !== null && (await isTag(tagId)) ? [tagId] : [];
  const saving = createMark(words.content, words.spans, { tagIds, ...make(quote) });
  workspace.set({ selection: null });
  const row = await saving;
  if (row !== null) announce(`Marked: ${sayMark(row)}`);
  return row;
}

async function claim(): Promise<void> {
  const chosen = chosenMark();
  if (selectedWords() !== null) {
    const row = await mark((quote) => ({ statement: draftStatement(quote) }));
    if (row !== null) editStatement(row);
  } else if (chosen?.claimId) {
    editStatement(chosen);
  } else if (chosen !== null) {
    editStatement(await makeClaim(chosen, draftStatement(chosen.quote)));
  }
}

function editStatement(row: MarkRow): void {
  // The analyst may have gone on to another mark meanwhile.
  if (workspace.get().highlightId !== row.id) return;
  workspace.set({ claimId: row.claimId });
  focusInspector('claim', 'statement');
}

/** Makes the selected words, or the chosen mark, a mention of a claim. */
async function mention(claimId: ClaimId): Promise<void> {
  const chosen = chosenMark();
  const row =
    selectedWords() !== null
      ? await mark(() => ({ claimId }))
      : chosen === null
        ? null
        : await setClaim(chosen, claimId);
  if (row !== null) workspace.set({ claimId });
}

async function sameClaim(): Promise<void> {
  const last = await api.highlights.last({ having: 'claim' });
  if (last === null || last.claimId === null) {
    notify('info', 'No mark of yours carries a claim yet.');
    return;
  }
  await mention(last.claimId);
}

function pickClaim(): void {
  showDialog((close) =>
    createElement(ClaimPicker, {
      onPick: (claimId: ClaimId) => {
        close();
        void mention(claimId);
      },
      onClose: close,
    }),
  );
}

async function sameAttribution(): Promise<void> {
  const chosen = chosenMark();
  if (selectedWords() !== null) {
    const last = await api.highlights.last({ having: 'attribution' });
    if (last === null) notify('info', 'No mark of yours is attributed yet.');
    else await mark(() => ({ attributionLike: last.id }));
  } else if (chosen !== null) {
    await copyLastAttribution(chosen.id);
  }
}

async function remove(marks: readonly MarkRow[]): Promise<void> {
  if (marks.length === 0) return;
  workspace.set({ highlightId: null });
  if (await removeMarks(marks)) {
    announce(marks.length === 1 ? 'Mark removed' : `${marks.length} marks removed`);
  }
}

/** Marks that lie in the selection whole, of layers that are shown: nothing goes unseen. */
function marksInSelection(): readonly MarkRow[] {
  const words = selectedWords();
  if (words === null) return [];
  const whole = envelope(words.spans);
  const { rows } = marksOf(words.content.source.id).get();
  const shown = activeReader()?.marks;
  return rows.filter((row) => contains(whole, envelope(row.spans)) && shown?.shows(row) === true);
}

/** What can be done with marks. */
export const highlightCommands: readonly Command[] = [
  {
    id: 'highlight.create',
    name: 'Highlight the selected words',
    group: 'Mark',
    shortcuts: ['h'],
    scope: 'outside-fields',
    when: canMark,
    run: () => mark(() => ({})).then(() => undefined),
  },
  {
    id: 'highlight.claim',
    name: 'Make a claim of the selected words or the mark',
    group: 'Mark',
    shortcuts: ['c'],
    scope: 'outside-fields',
    when: canMarkOrChange,
    run: claim,
  },
  {
    id: 'highlight.sameClaim',
    name: 'Same claim as the last mark',
    group: 'Mark',
    shortcuts: ['shift+c'],
    scope: 'outside-fields',
    when: canMarkOrChange,
    run: sameClaim,
  },
  {
    id: 'highlight.mention',
    name: 'Make it a mention of a claim that is there',
    group: 'Mark',
    shortcuts: ['m'],
    scope: 'outside-fields',
    when: canMarkOrChange,
    run: pickClaim,
  },
  {
    id: 'highlight.sameAttribution',
    name: 'Same attribution as the last mark',
    group: 'Mark',
    shortcuts: ['s', 'shift+a'],
    scope: 'outside-fields',
    when: canMarkOrChange,
    run: sameAttribution,
  },
  {
    id: 'highlight.remove',
    name: 'Remove the mark',
    group: 'Mark',
    shortcuts: ['delete', 'backspace'],
    scope: 'outside-fields',
    when: canChangeMark,
    run: () => remove([chosenMark()].filter((row) => row !== null)),
  },
  {
    id: 'highlight.removeSelected',
    name: 'Remove every mark in the selection',
    group: 'Mark',
    shortcuts: ['shift+delete'],
    scope: 'outside-fields',
    when: () => canMark() && marksInSelection().length > 0,
    run: () => remove(marksInSelection()),
  },
  {
    id: 'highlight.keepTag',
    name: 'Give new marks this tag, or no tag any more',
    group: 'Mark',
    shortcuts: ['k'],
    scope: 'outside-fields',
    when: () => canChangeProject() && activeReader() !== null,
    run: keepTag,
  },
  {
    id: 'mark.unplaced',
    name: 'Marks without a place…',
    group: 'Mark',
    scope: 'everywhere',
    when: hasProject,
    run: showUnplacedDialog,
  },
];
