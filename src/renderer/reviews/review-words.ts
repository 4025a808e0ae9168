import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import type { Answer, VerdictKind } from '../../shared/domain/reviews/verdict.ts';

/** What a verdict is called, with a sign, so that colour is never needed. */
export const verdictWords: Readonly<
  Record<VerdictKind, { readonly sign: string; readonly name: string }>
> = {
  accepted: { sign: '✓', name: 'Accepted' },
  rejected: { sign: '✗', name: 'Rejected' },
  'change-proposed': { sign: '✎', name: 'Change proposed' },
  'nothing-to-mark': { sign: '∅', name: 'Nothing to mark' },
};

export const answerWords: Readonly<Record<Answer, string>> = {
  'taken-over': 'Taken over',
  kept: 'Kept as it is',
};

const fieldNames: Readonly<Record<string, string>> = {
  spans: 'Words',
  tags: 'Tags',
  note: 'Note',
  stance: 'Stance',
  statement: 'Statement',
  kind: 'Kind',
  status: 'Status',
  links: 'Attribution',
  reliability: 'Reliability',
  credibility: 'Credibility',
  reason: 'Reason',
};

/** What a proposal would have instead, one line a field. */
export function proposalLines(proposal: Proposal): readonly string[] {
  return Object.entries(proposal.fields).map(
    ([name, value]) => `${fieldNames[name] ?? name}: ${valueWords(name, value)}`,
  );
}

function valueWords(name: string, value: unknown): string {
  if (value === null || value === '') return 'none';
  if (name === 'spans') {
    return `characters ${(value as [number, number][]).map((span) => span.join('–')).join(', ')}`;
  }
  if (name === 'links') {
    const links = value as { readonly actors: readonly Record<string, string>[] }[];
    if (links.length === 0) return 'the outlet’s own voice';
    return links
      .map(({ actors }) => actors.map((actor) => actor.name ?? actor.unnamed).join(' and '))
      .join(', via ');
  }
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}
