import type { SourceRow } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { showAssign } from './AssignDialog.tsx';
import { openReview } from './review-place.ts';
import { handIn, sayDone, sayNothingToMark, type NamedSource } from './say-of-source.ts';
import { acceptTarget, commentOnTarget, proposeForTarget, rejectTarget } from './judge-target.ts';
import { reviewTarget } from './review-target.ts';

function hasTarget(): boolean {
  return reviewTarget() !== null && canChangeProject();
}

function hasSource(): boolean {
  return workspace.get().sourceId !== null && canChangeProject();
}

async function withSource(run: (source: NamedSource) => void): Promise<void> {
  const { sourceId } = workspace.get();
  if (sourceId === null) return;
  run(named(await queryClient.fetchQuery(read('sources', 'get', { sourceId }))));
}

function named(row: SourceRow): NamedSource {
  return { id: row.id, title: sourceName(row) };
}

/** What can be done with a source in a review. */
export function reviewMenu(row: SourceRow): readonly MenuEntry[] {
  const disabled = !canChangeProject();
  return [
    {
      name: 'Assign for blind marking…',
      disabled,
      run: () => showAssign([row.id]),
    },
    { name: 'Nothing to mark here', disabled, run: () => sayNothingToMark(named(row)) },
    { name: 'Review is done', disabled, run: () => sayDone(named(row)) },
    { name: 'Hand in', disabled, run: () => handIn(named(row)) },
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
    run: () => withSource(({ id }) => showAssign([id])),
  },
  {
    id: 'review.assignSeveral',
    name: 'Assign sources for blind marking',
    group: 'Review',
    scope: 'outside-fields',
    when: canChangeProject,
    run: () => showAssign([]),
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
