import type { Span } from '../highlights/span.ts';
import type { AnnotatedMark, AnnotatedSource, Comparison } from './annotated-source.ts';
import { judgementsOf, pairMentions, type MentionPair } from './judged-values.ts';
import { matchByOverlap, matchExactly } from './match-marks.ts';
import type { Disagreement, DisagreementView } from './measure.ts';
import { differenceOf, touched, unionOf } from './ranges.ts';
import { marksIn, type Scope } from './scope-statistics.ts';

/**
 * What lies behind a measure between two analysts, source by source in the order of the text. Made as it is read:
 * there can be as many as marks.
 */
export function* findDisagreements(
  comparison: Comparison,
  view: DisagreementView,
  tag: string | null,
): Generator<Disagreement, void, undefined> {
  const scope = tag === null ? null : comparison.tags.indexOf(tag);
  for (const source of comparison.sources) {
    const found = [...inSource(source, view, scope, comparison.tags)];
    yield* found.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  }
}

function inSource(
  source: AnnotatedSource,
  view: DisagreementView,
  scope: Scope,
  tags: readonly string[],
): Iterable<Disagreement> {
  switch (view) {
    case 'exact':
    case 'overlap':
      return unmatched(source, view, scope);
    case 'character':
      return byCharacter(source, scope);
    case 'sentence':
      return bySentence(source, scope);
    case 'tags':
      return byTags(source, tags);
    case 'reliability':
      return byReliability(source);
    default:
      return pairMentions(source).flatMap((pair) => byField(source, pair, view));
  }
}

function* unmatched(
  source: AnnotatedSource,
  matching: 'exact' | 'overlap',
  scope: Scope,
): Generator<Disagreement> {
  const [a = [], b = []] = source.marks.map((list) => marksIn(list, scope));
  const touching = matchByOverlap(a, b);
  const agreed = matching === 'exact' ? matchExactly(a, b) : touching;
  const doneA = new Set(agreed.map((pair) => pair.a));
  const doneB = new Set(agreed.map((pair) => pair.b));
  for (const pair of touching) {
    const one = a[pair.a];
    const other = b[pair.b];
    if (doneA.has(pair.a) || doneB.has(pair.b) || one === undefined || other === undefined)
      continue;
    doneA.add(pair.a);
    doneB.add(pair.b);
    yield between(source, 'boundary', one, other, [rangeWords(one), rangeWords(other)]);
  }
  for (const [index, mark] of a.entries()) if (!doneA.has(index)) yield missing(source, mark, 0);
  for (const [index, mark] of b.entries()) if (!doneB.has(index)) yield missing(source, mark, 1);
}

function byCharacter(source: AnnotatedSource, scope: Scope): Disagreement[] {
  const [a = [], b = []] = rangesOf(source, scope);
  const { onlyA, onlyB } = differenceOf(a, b);
  return [
    ...onlyA.map((span) => onlyOne(source, span, 0)),
    ...onlyB.map((span) => onlyOne(source, span, 1)),
  ];
}

function bySentence(source: AnnotatedSource, scope: Scope): Disagreement[] {
  const [a = [], b = []] = rangesOf(source, scope);
  const inA = touched(source.sentences, a);
  const inB = touched(source.sentences, b);
  return source.sentences.flatMap((span, index) =>
    inA[index] === inB[index] ? [] : [onlyOne(source, span, inA[index] === 1 ? 0 : 1)],
  );
}

function* byTags(source: AnnotatedSource, tags: readonly string[]): Generator<Disagreement> {
  for (const { a, b } of pairMentions(source)) {
    if (a.tags.length === b.tags.length && a.tags.every((tag) => b.tags.includes(tag))) continue;
    const words = (mark: AnnotatedMark) => mark.tags.map((tag) => tags[tag] ?? '').join(' | ');
    yield between(source, 'tag', a, b, [words(a), words(b)]);
  }
  yield* unmatched(source, 'overlap', null);
}

function byField(
  source: AnnotatedSource,
  pair: MentionPair,
  field: 'credibility' | 'kind' | 'status' | 'stance' | 'speaker',
): Disagreement[] {
  const judged = judgementsOf(pair, field);
  if (judged === null || judged[0] === null || judged[1] === null || judged[0] === judged[1]) {
    return [];
  }
  return [between(source, field, pair.a, pair.b, judged.map(String))];
}

function byReliability(source: AnnotatedSource): Disagreement[] {
  const letters = source.reliability.map((grade) =>
    grade === null ? null : ('ABCDE'[grade - 1] ?? null),
  );
  const given = letters.filter((letter) => letter !== null);
  if (new Set(given).size < 2) return [];
  return [
    {
      sourceId: source.id,
      span: [0, source.length],
      kind: 'reliability',
      highlightIds: letters.map(() => null),
      said: letters,
    },
  ];
}

function rangesOf(source: AnnotatedSource, scope: Scope) {
  return source.marks.map((list) => unionOf(marksIn(list, scope).flatMap(({ spans }) => spans)));
}

function between(
  source: AnnotatedSource,
  kind: Disagreement['kind'],
  a: AnnotatedMark,
  b: AnnotatedMark,
  said: readonly string[],
): Disagreement {
  const starts = [a, b].map(({ spans }) => spans[0]?.[0] ?? 0);
  const ends = [a, b].map(({ spans }) => spans.at(-1)?.[1] ?? 0);
  const span: Span = [Math.min(...starts), Math.max(...ends)];
  return { sourceId: source.id, span, kind, highlightIds: [a.id, b.id], said };
}

function missing(source: AnnotatedSource, mark: AnnotatedMark, analyst: 0 | 1): Disagreement {
  return {
    sourceId: source.id,
    span: [mark.spans[0]?.[0] ?? 0, mark.spans.at(-1)?.[1] ?? 0],
    kind: 'missing',
    highlightIds: analyst === 0 ? [mark.id, null] : [null, mark.id],
    said: analyst === 0 ? [rangeWords(mark), null] : [null, rangeWords(mark)],
  };
}

function onlyOne(source: AnnotatedSource, span: Span, analyst: 0 | 1): Disagreement {
  const words = `${span[0]}-${span[1]}`;
  return {
    sourceId: source.id,
    span,
    kind: 'missing',
    highlightIds: [null, null],
    said: analyst === 0 ? [words, null] : [null, words],
  };
}

function rangeWords({ spans }: AnnotatedMark): string {
  return spans.map(([start, end]) => `${start}-${end}`).join(';');
}
