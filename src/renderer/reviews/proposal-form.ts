import { claimKinds, claimStatuses } from '../../shared/domain/claims/claim.ts';
import { stances } from '../../shared/domain/highlights/highlight.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import type { ReviewTarget } from '../../shared/domain/reviews/verdict.ts';
import { kindWords, stanceWords, statusWords } from '../claims/claim-words.ts';
import { optionsOf } from '../ui/options-of.ts';
import { gradeOptions } from '../grades/grade-form.ts';
import type { SelectOption } from '../ui/Select.tsx';
import { chainOfProposal, linksOfProposal, type ProposedLink } from './proposal-chain.ts';
import type { ChainLink } from '../attributions/chain-form.ts';

/** A field of a proposal that is typed or chosen; `tags` are paths, parted by commas. */
export interface ProposalField {
  readonly name: string;
  readonly label: string;
  readonly as: 'line' | 'lines' | 'tags' | 'choice';
  readonly options?: readonly SelectOption<string>[];
  readonly hint?: string;
  /** Nothing may stand there. */
  readonly optional?: boolean;
}

const note: ProposalField = { name: 'note', label: 'Proposed note', as: 'lines', optional: true };
const tags: ProposalField = {
  name: 'tags',
  label: 'Proposed tags',
  as: 'tags',
  hint: 'Paths, parted by commas',
};

const fields: Readonly<Record<ReviewTarget, readonly ProposalField[]>> = {
  highlight: [
    tags,
    {
      name: 'stance',
      label: 'Proposed stance',
      as: 'choice',
      options: [{ value: '', name: 'Not said' }, ...optionsOf(stances, stanceWords)],
      optional: true,
    },
    {
      name: 'claim',
      label: 'Proposed claim',
      as: 'lines',
      hint: 'Empty: it carries no claim',
      optional: true,
    },
    note,
  ],
  claim: [
    { name: 'statement', label: 'Proposed statement', as: 'lines' },
    {
      name: 'kind',
      label: 'Proposed kind',
      as: 'choice',
      options: optionsOf(claimKinds, kindWords),
    },
    {
      name: 'status',
      label: 'Proposed status',
      as: 'choice',
      options: optionsOf(claimStatuses, statusWords),
    },
    { name: 'event', label: 'Proposed event', as: 'line', hint: 'By its name', optional: true },
    {
      name: 'stated',
      label: 'Proposed date of the statement',
      as: 'line',
      hint: '2023-10-30, or 2023-10',
      optional: true,
    },
    tags,
    note,
  ],
  attribution: [],
  grade: [
    {
      name: 'reliability',
      label: 'Proposed grade',
      as: 'choice',
      options: gradeOptions('source'),
    },
    {
      name: 'credibility',
      label: 'Proposed grade',
      as: 'choice',
      options: gradeOptions('claim'),
    },
    { name: 'reason', label: 'Proposed reason of the grade', as: 'lines', optional: true },
  ],
  source: [],
};

/** What can be proposed for something, as it has it now. */
export function proposalFieldsOf(
  kind: ReviewTarget,
  present: Proposal['fields'],
): readonly ProposalField[] {
  return fields[kind].filter(({ name }) => name in present);
}

/** A proposal while it is made. */
export interface ProposalDraft {
  readonly texts: Readonly<Record<string, string>>;
  /** The chain of an attribution; null for everything else. */
  readonly chain: readonly ChainLink[] | null;
  /** The words that a mark should have instead; null: as it is. */
  readonly spans: readonly Span[] | null;
  /** Why. */
  readonly reason: string;
}

/** A draft that proposes nothing yet: what stands there now. */
export function startOfProposal(kind: ReviewTarget, present: Proposal['fields']): ProposalDraft {
  const texts = proposalFieldsOf(kind, present).map((field) => [
    field.name,
    textOf(field, present[field.name]),
  ]);
  return {
    texts: Object.fromEntries(texts) as Record<string, string>,
    chain:
      kind === 'attribution' ? chainOfProposal((present['links'] ?? []) as ProposedLink[]) : null,
    spans: null,
    reason: '',
  };
}

function textOf({ as }: ProposalField, value: unknown): string {
  if (value === null || value === undefined) return '';
  return as === 'tags' ? (value as readonly string[]).join(', ') : String(value);
}

/** What a draft proposes: the fields that differ from what stands there; empty where none does. */
export function proposedFields(
  kind: ReviewTarget,
  present: Proposal['fields'],
  draft: ProposalDraft,
): Record<string, unknown> {
  const start = startOfProposal(kind, present);
  const changed: Record<string, unknown> = {};
  if (draft.spans !== null) changed['spans'] = draft.spans;
  for (const field of proposalFieldsOf(kind, present)) {
    const text = draft.texts[field.name] ?? '';
    if (text.trim() !== (start.texts[field.name] ?? '').trim()) {
      changed[field.name] = valueOf(field, text.trim(), present[field.name]);
    }
  }
  if (draft.chain !== null && start.chain !== null) {
    const links = linksOfProposal(draft.chain);
    if (JSON.stringify(links) !== JSON.stringify(linksOfProposal(start.chain))) {
      changed['links'] = links;
    }
  }
  return changed;
}

function valueOf({ as, name }: ProposalField, text: string, before: unknown): unknown {
  if (as === 'tags') return pathsIn(text, before as readonly string[]);
  if (text === '') return null;
  return name === 'credibility' ? Number(text) : text;
}

/** The paths in a text, in their order. Names may hold commas: those of the paths that stand there now part nothing. */
function pathsIn(text: string, before: readonly string[]): string[] {
  const withCommas = before.filter((path) => path.includes(','));
  const held = withCommas.toSorted((a, b) => b.length - a.length);
  const hidden = held.reduce(
    (rest, path, index) => rest.replaceAll(path, `\u0000${index}\u0000`),
    text,
  );
  return hidden
    .split(',')
    .map((path) =>
      path.trim().replace(/\u0000(\d+)\u0000/gu, (_, index) => held[Number(index)] ?? ''),
    )
    .filter((path) => path !== '');
}

/** What is missing before it can be sent, as a sentence; null for nothing. */
export function proposalMissing(
  kind: ReviewTarget,
  present: Proposal['fields'],
  draft: ProposalDraft,
): string | null {
  const changed = proposedFields(kind, present, draft);
  if (Object.keys(changed).length === 0) {
    return 'Change something first: that is what is proposed.';
  }
  const empty = proposalFieldsOf(kind, present).find(
    ({ name, as, optional }) => optional !== true && as !== 'tags' && changed[name] === null,
  );
  if (empty !== undefined) return `${empty.label} cannot be empty.`;
  const index = (draft.chain ?? []).findIndex(({ actors }) => actors.length === 0);
  return index < 0 ? null : `Link ${index + 1} names nobody yet.`;
}
