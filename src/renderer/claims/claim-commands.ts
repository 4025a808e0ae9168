import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject, hasProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { createMark } from '../highlights/mark-actions.ts';
import { marksOf } from '../highlights/marks-store.ts';
import {
  showFindClaim,
  showJoinClaim,
  showLinkClaim,
  showNewClaim,
  showRemoveClaims,
} from './claim-actions.tsx';
import { focusInspector } from './focus-request.ts';
import { openFirstMention } from './open-first-mention.ts';

function chosenMark(): MarkRow | null {
  const { sourceId, highlightId } = workspace.get();
  if (sourceId === null || highlightId === null) return null;
  return marksOf(sourceId).get().byId.get(highlightId) ?? null;
}

function hasMark(): boolean {
  return inReader() && workspace.get().highlightId !== null;
}

function hasWords(): boolean {
  return inReader() && workspace.get().selection !== null;
}

function inReader(): boolean {
  return workspace.get().view === 'reader' && canChangeProject();
}

/** The claim in the inspector, otherwise that of the chosen mark. */
function claimIdNow(): ClaimId | null {
  return workspace.get().claimId ?? chosenMark()?.claimId ?? null;
}

function hasClaim(): boolean {
  return claimIdNow() !== null;
}

function canChangeClaim(): boolean {
  return canChangeProject() && hasClaim();
}

async function withClaim(run: (claim: ClaimRow) => void | Promise<void>): Promise<void> {
  const claimId = claimIdNow();
  if (claimId === null) return;
  const { claim } = await queryClient.fetchQuery(read('claims', 'get', { claimId }));
  await run(claim);
}

/** Leads to the attribution of the chosen mark; selected words become a mark first, as with every key that marks. */
async function editAttribution(): Promise<void> {
  const { selection } = workspace.get();
  if (selection !== null) {
    const { sourceId, spans } = selection;
    const content = await queryClient.fetchQuery(read('sources', 'content', { sourceId }));
    const making = createMark(content, spans, {});
    workspace.set({ selection: null });
    if ((await making) === null) return;
  }
  focusInspector('marks', 'attribution');
}

async function attributeToOutlet(): Promise<void> {
  const { highlightId } = workspace.get();
  if (highlightId === null) return;
  await api.attributions.set({ highlightId, links: [] });
  announce('Attributed to the outlet’s own voice');
}

function toClaim(): void {
  const claimId = claimIdNow();
  if (claimId !== null) workspace.set({ claimId });
}

/** What can be done with claims and with the attribution, grade and note of the chosen mark. */
export const claimCommands: readonly Command[] = [
  {
    id: 'attribution.edit',
    name: 'Attribute the mark or the selected words',
    group: 'Mark',
    shortcuts: ['a'],
    scope: 'outside-fields',
    when: () => hasMark() || hasWords(),
    run: editAttribution,
  },
  {
    id: 'attribution.speaker',
    name: 'Take the selected words as the speaker',
    group: 'Mark',
    shortcuts: ['p'],
    scope: 'outside-fields',
    when: () => hasMark() && hasWords(),
    run: () => focusInspector('marks', 'speaker'),
  },
  {
    id: 'attribution.cue',
    name: 'Take the selected words as the cue',
    group: 'Mark',
    shortcuts: ['q'],
    scope: 'outside-fields',
    when: () => hasMark() && hasWords(),
    run: () => focusInspector('marks', 'cue'),
  },
  {
    id: 'attribution.outlet',
    name: 'Attribute the mark to the outlet’s own voice',
    group: 'Mark',
    shortcuts: ['o'],
    scope: 'outside-fields',
    when: hasMark,
    run: attributeToOutlet,
  },
  {
    id: 'mark.note',
    name: 'Write a note on the mark',
    group: 'Mark',
    shortcuts: ['n'],
    scope: 'outside-fields',
    when: hasMark,
    run: () => focusInspector('marks', 'note'),
  },
  {
    id: 'grade.mark',
    name: 'Grade the credibility of the mark',
    group: 'Mark',
    shortcuts: ['g'],
    scope: 'outside-fields',
    when: hasMark,
    run: () => focusInspector('marks', 'grade'),
  },
  {
    id: 'claim.open',
    name: 'Show the claim and its fields',
    group: 'Claims',
    shortcuts: ['v'],
    scope: 'outside-fields',
    when: hasClaim,
    run: () => {
      toClaim();
      focusInspector('claim', 'statement');
    },
  },
  {
    id: 'claim.find',
    name: 'Find a claim…',
    group: 'Claims',
    shortcuts: ['mod+j'],
    scope: 'everywhere',
    when: hasProject,
    run: showFindClaim,
  },
  {
    id: 'claim.new',
    name: 'New claim without a mention…',
    group: 'Claims',
    scope: 'everywhere',
    when: canChangeProject,
    run: showNewClaim,
  },
  {
    id: 'claim.mention',
    name: 'Open the first mention of the claim',
    group: 'Claims',
    scope: 'everywhere',
    when: hasClaim,
    run: () => withClaim(openFirstMention),
  },
  {
    id: 'claim.link',
    name: 'Link the claim to another…',
    group: 'Claims',
    shortcuts: ['l'],
    scope: 'outside-fields',
    when: canChangeClaim,
    run: () => withClaim(showLinkClaim),
  },
  {
    id: 'claim.join',
    name: 'Join the claim with another…',
    group: 'Claims',
    shortcuts: ['j'],
    scope: 'outside-fields',
    when: canChangeClaim,
    run: () => withClaim(showJoinClaim),
  },
  {
    id: 'grade.claim',
    name: 'Grade the credibility of the claim',
    group: 'Claims',
    shortcuts: ['shift+g'],
    scope: 'outside-fields',
    when: canChangeClaim,
    run: () => {
      toClaim();
      focusInspector('claim', 'grade');
    },
  },
  {
    id: 'claim.check',
    name: 'Add a check to the claim',
    group: 'Claims',
    scope: 'everywhere',
    when: canChangeClaim,
    run: () => {
      toClaim();
      focusInspector('claim', 'check');
    },
  },
  {
    id: 'claim.remove',
    name: 'Remove the claim…',
    group: 'Claims',
    scope: 'everywhere',
    when: canChangeClaim,
    run: () => withClaim((claim) => showRemoveClaims([claim])),
  },
];
