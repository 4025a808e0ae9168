import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { undoChange } from '../history/undo.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { showAssign } from './AssignDialog.tsx';
import { openReview } from './review-place.ts';
import { acceptTarget, commentOnTarget, proposeForTarget, rejectTarget } from './judge-target.ts';
import { reviewTarget } from './review-target.ts';

function hasTarget(): boolean {
  return reviewTarget() !== null && canChangeProject();
}

function hasSource(): boolean {
  return workspace.get().sourceId !== null && canChangeProject();
}

async function withSource(run: (row: SourceRow) => void): Promise<void> {
  const { sourceId } = workspace.get();
  if (sourceId !== null) run(await queryClient.fetchQuery(read('sources', 'get', { sourceId })));
}

const undo = { name: 'Undo', run: () => void undoChange().catch(notifyError) };

/** Says that there is nothing to mark in a source. */
function sayNothingToMark(row: SourceRow): void {
  api.reviews
    .give({ targetKind: 'source', targetId: row.id, verdict: 'nothing-to-mark' })
    .then(() => notify('info', `Nothing to mark in “${sourceName(row)}”.`, undo))
    .catch(notifyError);
}

/** Says that the review of a source is done. */
function sayDone(row: SourceRow): void {
  api.reviews
    .give({ targetKind: 'source', targetId: row.id, verdict: 'accepted' })
    .then(() => notify('info', `“${sourceName(row)}” is done.`, undo))
    .catch(notifyError);
}

/** Hands a source in that was assigned for blind marking, and says who has not. */
function handIn(row: SourceRow): void {
  api.reviews
    .handIn({ sourceId: row.id })
    .then((assignments) => {
      const open = assignments.flatMap(({ analysts }) => analysts.filter((one) => !one.handedIn));
      const names = [...new Set(open.map(({ name }) => name))].join(', ');
      const rest = names === '' ? 'Everybody has: you see all marks now.' : `Not yet: ${names}.`;
      notify('info', `“${sourceName(row)}” is handed in. ${rest}`, undo);
    })
    .catch(notifyError);
}

/** What can be done with a source in a review. */
export function reviewMenu(row: SourceRow): readonly MenuEntry[] {
  const disabled = !canChangeProject();
  return [
    {
      name: 'Assign for blind marking…',
      disabled,
      run: () => showAssign(row.id, sourceName(row)),
    },
    { name: 'Nothing to mark here', disabled, run: () => sayNothingToMark(row) },
    { name: 'Review is done', disabled, run: () => sayDone(row) },
    { name: 'Hand in', disabled, run: () => handIn(row) },
  ];
}

/** Verdicts on the chosen mark, and what concerns the review of the open source. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'review.accept',
    name: 'Accept the mark',
    group: 'Review',
    shortcuts: ['y'],
    scope: 'outside-fields',
    when: hasTarget,
    run: acceptTarget,
  },
  {
    id: 'review.reject',
    name: 'Reject the mark with a reason',
    group: 'Review',
    shortcuts: ['d'],
    scope: 'outside-fields',
    when: hasTarget,
    run: rejectTarget,
  },
  {
    id: 'review.propose',
    name: 'Propose a change of the mark',
    group: 'Review',
    shortcuts: ['u'],
    scope: 'outside-fields',
    when: hasTarget,
    run: proposeForTarget,
  },
  {
    id: 'review.comment',
    name: 'Comment on the mark',
    group: 'Review',
    shortcuts: ['shift+n'],
    scope: 'outside-fields',
    when: hasTarget,
    run: commentOnTarget,
  },
  {
    id: 'review.waiting',
    name: 'Show what waits for me',
    group: 'Review',
    scope: 'everywhere',
    when: hasProject,
    run: () => openReview('waiting'),
  },
  {
    id: 'review.nothingToMark',
    name: 'Nothing to mark in this source',
    group: 'Review',
    scope: 'outside-fields',
    when: hasSource,
    run: () => withSource(sayNothingToMark),
  },
  {
    id: 'review.done',
    name: 'Review of this source is done',
    group: 'Review',
    scope: 'outside-fields',
    when: hasSource,
    run: () => withSource(sayDone),
  },
  {
    id: 'review.assign',
    name: 'Assign this source for blind marking',
    group: 'Review',
    scope: 'outside-fields',
    when: hasSource,
    run: () => withSource((row) => showAssign(row.id, sourceName(row))),
  },
  {
    id: 'review.handIn',
    name: 'Hand this source in',
    group: 'Review',
    scope: 'outside-fields',
    when: hasSource,
    run: () => withSource(handIn),
  },
];
