import fc from 'fast-check';
import type {
  AnnotatedMark,
  Comparison,
} from '../../../src/shared/domain/agreement/annotated-source.ts';
import type { HighlightId, SourceId } from '../../../src/shared/domain/ids.ts';

/** The tags of random comparisons. */
export const tags = ['arms', 'arms/transfers', 'talks'];

const none = {
  kind: null,
  status: null,
  stance: null,
  credibility: null,
  speaker: null,
  claimId: null,
} as const;

function arbitraryMark(length: number): fc.Arbitrary<AnnotatedMark> {
  return fc
    .record({
      cuts: fc.uniqueArray(fc.nat(length), { minLength: 2, maxLength: 4 }),
      tags: fc.subarray([0, 1, 2]),
      credibility: fc.option(fc.integer({ min: 1, max: 5 })),
      stance: fc.option(fc.constantFrom('asserts', 'denies', 'hedges')),
      id: fc.uuid(),
    })
    .map(({ cuts, tags: own, credibility, stance, id }) => {
      const sorted = cuts.toSorted((a, b) => a - b);
      const spans: [number, number][] = [];
      for (let at = 0; at + 1 < sorted.length; at += 2) {
        spans.push([sorted[at] ?? 0, sorted[at + 1] ?? 0]);
      }
      return { id: id as HighlightId, spans, tags: own, values: { ...none, credibility, stance } };
    });
}

/** Some sources, each with the marks of so many analysts. */
export function arbitraryComparison(analysts = 2): fc.Arbitrary<Comparison> {
  const source = fc.integer({ min: 3, max: 60 }).chain((length) =>
    fc.record({
      id: fc.uuid().map((id) => id as SourceId),
      length: fc.constant(length),
      sentences: fc.constant([
        [0, Math.floor(length / 2)],
        [Math.floor(length / 2), length],
      ] as const),
      marks: fc.array(fc.array(arbitraryMark(length), { maxLength: 6 }), {
        minLength: analysts,
        maxLength: analysts,
      }),
      reliability: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), {
        minLength: analysts,
        maxLength: analysts,
      }),
    }),
  );
  return fc
    .array(source, { minLength: 1, maxLength: 4 })
    .map((sources) => ({ analysts: ['Ana', 'Bo', 'Cy'].slice(0, analysts), tags, sources }));
}
