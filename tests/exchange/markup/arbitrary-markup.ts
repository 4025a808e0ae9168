import fc from 'fast-check';
import { v5 } from 'uuid';
import { quoteOf } from '../../../src/shared/domain/highlights/quote.ts';
import { splitsSurrogatePair, type Span } from '../../../src/shared/domain/highlights/span.ts';

const namespace = 'a5c8d1de-2f0b-4a11-9a3e-33c2a4f0d7b2';

/** Texts with emoji, joined families, flags, combining marks, right-to-left and wide letters. */
export const texts: Readonly<Record<string, string>> = {
  'harbour.txt':
    'The harbour master said 👩‍👩‍👧 families would “leave by Monday”.\n\nNobody asked him. 🇧🇷🇵🇹 He said no more, according to the ministry.',
  'mixed.txt':
    'Cafe\u0301 owners — שלום עולם — مرحبا، قال الوزير.\n北京表示反对。𝒜 letter said: “no”.',
  'short.txt': 'A “yes” = a yes.',
};

const files = Object.keys(texts);
const analysts = ['Ana Silva', 'Bo Lind', '李雷'];
const words = fc.constantFrom(
  'plain words',
  'two\nlines',
  'emoji 😀 and é',
  '=1+1',
  ' spaces ',
  '"quoted", with a comma',
  'مرحبا',
);
const line = fc.constantFrom('Ministry of Ports', 'a line', 'café 😀', 'O’Neil & sons', '-dash');
const date = fc.constantFrom(
  '2023',
  '2023-10',
  '2023-10-30',
  '2023-10-31?',
  '2024-02-19/2024-02-23',
);

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 1 });
}

function id(kind: string, index: number): string {
  return v5(`${kind} ${index}`, namespace);
}

/** Offsets of a text where a span may begin or end. */
function offsetsOf(text: string): number[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => offset).filter(
    (offset) => !splitsSurrogatePair(text, offset),
  );
}

function spansIn(text: string, most: number): fc.Arbitrary<readonly Span[]> {
  return fc
    .uniqueArray(fc.constantFrom(...offsetsOf(text)), { minLength: 2, maxLength: 2 * most })
    .map((offsets) => {
      const sorted = offsets.toSorted((a, b) => a - b);
      const pairs: Span[] = [];
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        pairs.push([sorted[index] ?? 0, sorted[index + 1] ?? 0]);
      }
      return pairs;
    });
}

const events = [
  { name: 'video call', date: '2023-10-30', place: 'online' },
  { name: 'video call', date: '2024-02' },
  { name: 'landing' },
];

const claims = Array.from({ length: 4 }, (_, index) =>
  fc.record({
    id: fc.constant(id('claim', index)),
    statement: words.map((text) => `${text} (${index})`),
    kind: fc.constantFrom('fact', 'assessment', 'demand'),
    status: fc.constantFrom('unverified', 'disputed'),
    event: optional(fc.constantFrom(...events)),
    stated: optional(date),
    credibility: optional(fc.constantFrom(1, 3, 6)),
  }),
);

const actor = fc.oneof(
  fc.constantFrom('Sung Kim', 'State Department', 'state department', 'Kim'),
  fc.record({ unnamed: fc.constantFrom('a senior official', 'two pilots') }),
);

const origin = fc.constantFrom(
  {
    kind: 'readout',
    title: 'On the call',
    issuer: 'Ministry of Ports',
    date: '2023-10-30',
    source: null,
  },
  { kind: 'readout', title: 'On the call', issuer: null, date: null, source: null },
  { kind: 'interview', title: 'On the pier', issuer: null, date: '2023', source: 'short.txt' },
);

function chain(text: string): fc.Arbitrary<object[]> {
  const place = optional(spansIn(text, 1).map(([span]) => span));
  const link = fc.record({
    actors: fc.uniqueArray(actor, {
      minLength: 1,
      maxLength: 3,
      selector: (one) => JSON.stringify(one),
    }),
    role: optional(line),
    form: fc.uniqueArray(fc.constantFrom('quoted', 'partly-quoted', 'paraphrased', 'translated')),
    cue: optional(line),
    span: place,
    cueSpan: place,
    origin: optional(origin),
    inferred: optional(fc.constant(true)),
  });
  return fc.array(link, { maxLength: 3 });
}

type Claim = Record<string, unknown>;

function mark(index: number, pool: readonly Claim[]): fc.Arbitrary<object> {
  return fc.constantFrom(...files).chain((source) => {
    const text = texts[source] ?? '';
    return fc
      .record({
        spans: spansIn(text, 3),
        analyst: fc.constantFrom(...analysts),
        tags: fc.uniqueArray(fc.constantFrom('arms/transfers', 'arms', 'a b/c', 'día')),
        note: optional(words),
        stance: optional(fc.constantFrom('asserts', 'denies', 'hedges', 'asks')),
        grade: optional(
          fc.record({ credibility: fc.constantFrom(2, 6), credibilityReason: optional(words) }),
        ),
        handling: optional(fc.constantFrom('TLP:GREEN', 'TLP:RED')),
        claim: optional(fc.constantFrom(...pool)),
        attribution: optional(chain(text)),
        minute: fc.integer({ min: 10, max: 14 }),
      })
      .map(({ spans, grade, minute, ...rest }) => {
        const [first = [0, 1]] = spans;
        const place = spans.length === 1 ? { start: first[0], end: first[1] } : { spans };
        const createdAt = `2026-01-31T09:${minute}:00Z`;
        return {
          id: id('mark', index),
          source,
          ...place,
          quote: quoteOf(text, spans),
          ...rest,
          ...grade,
          createdAt,
        };
      });
  });
}

/** Marks of one file: as a colleague might have made them, claims repeated in full on each of their lines. */
export const arbitraryMarks: fc.Arbitrary<object[]> = fc
  .tuple(...claims)
  .chain((pool) =>
    fc
      .integer({ min: 1, max: 6 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => mark(index, pool))),
      ),
  );

const signed = {
  analyst: fc.constantFrom(...analysts),
  createdAt: fc.constantFrom('2026-02-01T08:00:00Z', '2026-02-02T08:00:00.500Z'),
};
const reviewed = fc.constantFrom(
  { of: 'source', target: 'harbour.txt' },
  { of: 'claim', target: id('claim', 9) },
);

/** Lines that are no marks: about a claim that no mark carries, about sources, actors, tags. */
export const arbitraryLines: fc.Arbitrary<object[]> = fc.tuple(
  fc.record({
    type: fc.constant('source'),
    source: fc.constant('mixed.txt'),
    outlet: optional(line),
    published: optional(date),
    handling: optional(fc.constant('TLP:AMBER')),
  }),
  fc.record({
    type: fc.constant('tag'),
    path: fc.constant('arms/transfers'),
    colour: fc.integer({ min: 0, max: 7 }),
    key: optional(fc.integer({ min: 1, max: 9 })),
    description: optional(words),
  }),
  fc.record({
    type: fc.constant('actor'),
    id: fc.constant(id('actor', 1)),
    name: fc.constant('Sung Kim'),
    kind: fc.constant('person'),
    aliases: optional(fc.constant(['Kim', 'Ambassador Kim'])),
    ...signed,
  }),
  fc.record({
    type: fc.constant('actor'),
    id: fc.constant(id('actor', 2)),
    name: fc.constant('Kim'),
    note: optional(words),
    ...signed,
  }),
  fc.record({
    type: fc.constant('event'),
    id: fc.constant(id('event', 1)),
    name: fc.constant('landing'),
    note: optional(words),
    ...signed,
  }),
  fc.record({
    type: fc.constant('claim'),
    id: fc.constant(id('claim', 9)),
    statement: words,
    note: optional(words),
    tags: optional(fc.constant(['own/tag'])),
    handling: optional(line),
    ...signed,
  }),
  fc.record({
    type: fc.constant('claim'),
    id: fc.constant(id('claim', 8)),
    statement: words,
    ...signed,
  }),
  fc.record({
    type: fc.constant('link'),
    id: fc.constant(id('link', 1)),
    from: fc.constant(id('claim', 9)),
    kind: fc.constantFrom('contradicts', 'kept-apart'),
    to: fc.constant(id('claim', 8)),
    reason: optional(words),
    ...signed,
  }),
  fc.record({
    type: fc.constant('grade'),
    id: fc.constant(id('grade', 1)),
    of: fc.constant('source'),
    target: fc.constant('short.txt'),
    reliability: fc.constantFrom('A', 'F'),
    reason: optional(words),
    ...signed,
  }),
  fc.record({
    type: fc.constant('grade'),
    id: fc.constant(id('grade', 2)),
    of: fc.constant('actor'),
    target: fc.constant(id('actor', 1)),
    reliability: fc.constantFrom('B', 'E'),
    ...signed,
  }),
  fc.record({
    type: fc.constant('grade'),
    id: fc.constant(id('grade', 3)),
    of: fc.constant('highlight'),
    target: fc.constant(id('mark', 0)),
    credibility: fc.constantFrom(1, 5),
    reason: optional(words),
    ...signed,
  }),
  fc.record({
    type: fc.constant('grade'),
    id: fc.constant(id('grade', 4)),
    of: fc.constant('claim'),
    target: fc.constant(id('claim', 9)),
    credibility: fc.constantFrom(1, 5),
    ...signed,
  }),
  fc.record({
    type: fc.constant('check'),
    id: fc.constant(id('check', 1)),
    claim: fc.constant(id('claim', 8)),
    how: line,
    against: optional(words),
    checkedAt: optional(date),
    result: optional(words),
    ...signed,
  }),
  reviewed.chain((about) =>
    fc.record({
      type: fc.constant('verdict'),
      id: fc.constant(id('verdict', 1)),
      of: fc.constant(about.of),
      target: fc.constant(about.target),
      verdict: fc.constantFrom('accepted', 'rejected'),
      reason: optional(words),
      ...signed,
    }),
  ),
  fc.record({
    type: fc.constant('comment'),
    id: fc.constant(id('comment', 1)),
    of: fc.constant('highlight'),
    target: fc.constant(id('mark', 0)),
    text: words,
    ...signed,
  }),
  fc.record({
    type: fc.constant('comment'),
    id: fc.constant(id('comment', 2)),
    of: fc.constant('highlight'),
    target: fc.constant(id('mark', 0)),
    parent: fc.constant(id('comment', 1)),
    text: words,
    ...signed,
  }),
);
