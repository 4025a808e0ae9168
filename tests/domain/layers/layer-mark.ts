import fc from 'fast-check';
import { mergeSpans, type Span } from '../../../src/shared/domain/highlights/span.ts';
import type { AnalystId, ClaimId, HighlightId, TagId } from '../../../src/shared/domain/ids.ts';
import type { JudgedMark } from '../../../src/shared/domain/layers/layer-differences.ts';

export const [ana, ben, cem] = ['ana', 'ben', 'cem'] as unknown as [
  AnalystId,
  AnalystId,
  AnalystId,
];

/** A mark of an analyst at [0, 9) unless something else is said. */
export function layerMark(
  id: string,
  analystId: AnalystId,
  {
    tags = [],
    claim,
    ...more
  }: Partial<Omit<JudgedMark, 'claimId' | 'tagIds'>> & {
    readonly tags?: readonly string[];
    readonly claim?: string;
  } = {},
): JudgedMark {
  return {
    id: id as HighlightId,
    analystId,
    spans: [[0, 9]],
    tagIds: tags as unknown as readonly TagId[],
    claimId: (claim ?? null) as ClaimId | null,
    statement: null,
    stance: null,
    credibility: null,
    attributionLinks: null,
    attributionText: null,
    ...more,
  };
}

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(6), fc.integer({ min: 1, max: 4 }))
  .map(([start, length]) => [start, start + length]);

/** Marks of three analysts on a few characters, so that many agree, and some are made twice. */
export const layerMarks: fc.Arbitrary<readonly JudgedMark[]> = fc
  .array(
    fc.record({
      analyst: fc.constantFrom(ana, ben, cem),
      spans: fc.array(span, { minLength: 1, maxLength: 2 }).map(mergeSpans),
      tags: fc.subarray(['x', 'y']),
      claim: fc.constantFrom(undefined, 'c', 'd'),
      stance: fc.constantFrom(null, 'denies'),
      speaker: fc.constantFrom(null, 'the minister'),
    }),
    { maxLength: 24 },
  )
  .map((list) =>
    list.map(({ analyst, speaker, claim, ...more }, index) =>
      layerMark(`m${String(index).padStart(2, '0')}`, analyst, {
        ...more,
        ...(claim === undefined ? {} : { claim }),
        attributionText: speaker,
        attributionLinks: speaker === null ? null : 1,
      }),
    ),
  );
