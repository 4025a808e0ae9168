import type { AdjudicatedMark, Settlement } from '../../shared/contract/adjudications.ts';
import type { Difference } from '../../shared/domain/adjudication/adjudication-steps.ts';
import { formatSpans } from '../../shared/domain/highlights/span.ts';
import type { FieldPair } from '../merges/merge-fields.ts';

export const differenceNames = {
  missing: 'Missing',
  boundary: 'Boundary',
  tag: 'Tags',
  speaker: 'Attribution',
  credibility: 'Credibility',
  stance: 'Stance',
  kind: 'Kind of claim',
  status: 'Status of claim',
} as const satisfies Record<Difference, string>;

export const settlementNames = {
  a: 'First',
  b: 'Second',
  both: 'Both',
  neither: 'Neither',
  edit: 'Put together',
} as const satisfies Record<Settlement, string>;

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
