import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import type { Answer, ReviewTarget, VerdictKind } from '../../shared/domain/reviews/verdict.ts';
import { kindWords, stanceWords, statusWords } from '../claims/claim-words.ts';
import { proposedChainWords, type ProposedLink } from './proposal-chain.ts';

/** What a verdict is called, with a sign, so that colour is never needed. */
export const verdictWords: Readonly<
  Record<VerdictKind, { readonly sign: string; readonly name: string }>
> = {
  accepted: { sign: '✓', name: 'Accepted' },
  rejected: { sign: '✗', name: 'Rejected' },
  'change-proposed': { sign: '✎', name: 'Change proposed' },
  'nothing-to-mark': { sign: '∅', name: 'Nothing to mark' },
};

/** What verdicts and comments are about. */
export const targetWords: Readonly<Record<ReviewTarget, string>> = {
  highlight: 'Mark',
  claim: 'Claim',
  attribution: 'Attribution',
  grade: 'Grade',
  source: 'Source',
};

/** A verdict with whose it is: “Rejected by Ana Silva”. */
export function verdictBy(verdict: VerdictKind, names: readonly string[]): string {
  const { name } = verdictWords[verdict];
  return names.length === 0 ? name : `${name} by ${names.join(' and ')}`;
}

export const answerWords: Readonly<Record<Answer, string>> = {
  'taken-over': 'Taken over',
  kept: 'Kept as it is',
  noted: 'Noted',
};

const fieldNames: Readonly<Record<string, string>> = {
  spans: 'Words',
  tags: 'Tags',
  note: 'Note',
  stance: 'Stance',
  claim: 'Claim',
  statement: 'Statement',
  kind: 'Kind',
  status: 'Status',
  event: 'Event',
  stated: 'Date of the statement',
  links: 'Attribution',
  reliability: 'Reliability',
  credibility: 'Credibility',
  reason: 'Reason of the grade',
};

const valueNames: Readonly<Record<string, string>> = {
  ...kindWords,
  ...statusWords,
  ...stanceWords,
};

/** One field of a proposal in words: what stands there, where that is another, and what should. */
export interface ProposalLine {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}

/** What a proposal would have instead, one line a field; without the words of a mark where they are shown apart. */
export function proposalLines(
  { fields }: Proposal,
  present: Proposal['fields'] | null,
): readonly ProposalLine[] {
  return Object.entries(fields).map(([name, value]) => {
    const after = valueWords(name, value);
    const before = present !== null && name in present ? valueWords(name, present[name]) : after;
    return { name: fieldNames[name] ?? name, before: before === after ? null : before, after };
  });
}

function valueWords(name: string, value: unknown): string {
  if (value === null || value === '') return 'none';
  if (name === 'spans') {
    return `characters ${(value as [number, number][]).map((span) => span.join('–')).join(', ')}`;
  }
  if (name === 'links') return proposedChainWords(value as readonly ProposedLink[]);
  if (typeof value === 'string' && Object.hasOwn(valueNames, value)) {
    if (name === 'kind' || name === 'status' || name === 'stance')
      return valueNames[value] ?? value;
  }
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}
