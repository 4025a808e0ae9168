import { compareSpans, equalSpans, type Span } from '../highlights/span.ts';
import type { AnnotatedMark, AnnotatedSource } from '../agreement/annotated-source.ts';
import { judgementsOf, type MentionPair } from '../agreement/judged-values.ts';
import { matchByOverlap } from '../agreement/match-marks.ts';

/** What two marks of one place differ in; `missing` is that one of them is not there. */
export const differences = [
  'missing',
  'boundary',
  'tag',
  'speaker',
  'credibility',
  'stance',
  'kind',
  'status',
] as const;
export type Difference = (typeof differences)[number];

/** Two marks of one place, or one that only one analyst made, and what they differ in: nothing where they agree. */
export interface MarkPairing {
  readonly a: AnnotatedMark | null;
  readonly b: AnnotatedMark | null;
  /** From the first to the last code unit of either. */
  readonly span: Span;
  readonly differs: readonly Difference[];
}

/** The marks of the first two analysts of a source, paired one to one by what they share, in the order of the text. */
export function pairMarks({ marks }: Pick<AnnotatedSource, 'marks'>): readonly MarkPairing[] {
  const [first = [], second = []] = marks;
  const found: MarkPairing[] = [];
  const paired = { a: new Set<number>(), b: new Set<number>() };
  for (const pair of matchByOverlap(first, second)) {
    const a = first[pair.a];
    const b = second[pair.b];
    if (a === undefined || b === undefined) continue;
    paired.a.add(pair.a);
    paired.b.add(pair.b);
    found.push({ a, b, span: around(a, b), differs: differencesOf({ a, b }) });
  }
  first.forEach((a, index) => {
    if (!paired.a.has(index)) found.push({ a, b: null, span: around(a), differs: ['missing'] });
  });
  second.forEach((b, index) => {
    if (!paired.b.has(index)) found.push({ a: null, b, span: around(b), differs: ['missing'] });
  });
  return found.toSorted((one, other) => compareSpans(one.span, other.span));
}

const judged = ['speaker', 'credibility', 'stance', 'kind', 'status'] as const;

function differencesOf(pair: MentionPair): readonly Difference[] {
  const { a, b } = pair;
  const sameTags = a.tags.length === b.tags.length && a.tags.every((tag) => b.tags.includes(tag));
  return [
    ...(equalSpans(a.spans, b.spans) ? [] : ['boundary' as const]),
    ...(sameTags ? [] : ['tag' as const]),
    ...judged.filter((field) => {
      const said = judgementsOf(pair, field);
      return said !== null && said[0] !== said[1];
    }),
  ];
}

function around(...marks: readonly AnnotatedMark[]): Span {
  const starts = marks.map(({ spans }) => spans[0]?.[0] ?? 0);
  const ends = marks.map(({ spans }) => spans.at(-1)?.[1] ?? 0);
  return [Math.min(...starts), Math.max(...ends)];
}
