import type { AdjudicatedMark, Settlement } from '../../shared/contract/adjudications.ts';
import type { Difference } from '../../shared/domain/adjudication/adjudication-steps.ts';
import { formatSpans } from '../../shared/domain/highlights/span.ts';
import type { FieldPair } from '../merges/merge-fields.ts';
import { isOfGrades, type Step } from './adjudication-store.ts';

export const differenceNames = {
  missing: 'Missing',
  boundary: 'Boundary',
  tag: 'Tags',
  speaker: 'Attribution',
  credibility: 'Credibility',
  stance: 'Stance',
  kind: 'Kind of claim',
  status: 'Status of claim',
  reliability: 'Reliability',
} as const satisfies Record<Difference | 'reliability', string>;

export const settlementNames = {
  a: 'First',
  b: 'Second',
  both: 'Both',
  neither: 'Neither',
  edit: 'Put together',
} as const satisfies Record<Settlement, string>;

/** What a step differs in, in words. */
export function differsWords({ differs }: Step): string {
  return differs.map((difference) => differenceNames[difference]).join(', ');
}

/** What a step is about, in words: a quote, a name, a statement. */
export function wordsOfStep(step: Step): string {
  return isOfGrades(step) ? step.target.name : (step.a?.quote ?? step.b?.quote ?? '');
}

/** Both versions of a step field by field. */
export function pairsOfStep(step: Step): readonly FieldPair[] {
  if (!isOfGrades(step)) return versionPairs(step.a, step.b);
  const { a, b } = step;
  const reasons = { name: 'Reason', ours: a.reason ?? '', theirs: b.reason ?? '' };
  return [
    { name: differsWords(step), ours: a.grade, theirs: b.grade },
    ...(reasons.ours === '' && reasons.theirs === '' ? [] : [reasons]),
  ];
}

/** Two versions of a place field by field: the first in `ours`, the second in `theirs`. */
export function versionPairs(
  a: AdjudicatedMark | null,
  b: AdjudicatedMark | null,
): readonly FieldPair[] {
  const rows: readonly (readonly [string, (mark: AdjudicatedMark) => string])[] = [
    ['Quote', ({ quote }) => quote],
    ['Place', ({ spans }) => formatSpans(spans)],
    ['Tags', ({ tags }) => tags.join(', ')],
    ['Claim', ({ statement }) => statement ?? ''],
    ['Stance', ({ stance }) => stance ?? ''],
    ['Attribution', ({ speaker }) => (speaker === '' ? 'The outlet’s own voice' : (speaker ?? ''))],
    ['Credibility', ({ credibility }) => (credibility === null ? '' : String(credibility))],
    ['Note', ({ note }) => note ?? ''],
  ];
  return rows.flatMap(([name, wordsOf]): readonly FieldPair[] => {
    const ours = a === null ? null : wordsOf(a);
    const theirs = b === null ? null : wordsOf(b);
    return (ours ?? '') === '' && (theirs ?? '') === '' ? [] : [{ name, ours, theirs }];
  });
}
