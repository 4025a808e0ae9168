import type { sampleClaims } from './markup.ts';

type ClaimKey = keyof typeof sampleClaims;

/** The tags of the sample project. */
export const sampleTags = [
  { path: 'release', colour: 0, key: 1, description: 'What got out, when and how.' },
  { path: 'release/amount', colour: 0, key: 2, description: 'How much got out.' },
  { path: 'people', colour: 2, key: 3, description: 'Who was hurt, treated, moved.' },
  { path: 'alarm', colour: 5, key: 4, description: 'Sirens, calls and their times.' },
  { path: 'cause', colour: 3, key: 5, description: 'Why it happened.' },
  { path: 'outlook', colour: 6, key: 6, description: 'What is promised or expected.' },
  { path: 'quantities', colour: 1, key: null, description: 'A colleague’s tag for any figure.' },
] as const;

/** The named actors of the sample project. */
export const sampleActors = [
  {
    name: 'Osterhaven Port Authority',
    kind: 'organisation',
    aliases: ['Port Authority', 'the authority'],
    role: 'runs the port',
  },
  { name: 'Ingrid Solheim', kind: 'person', aliases: ['Solheim'], role: 'harbour master' },
  { name: 'Henrik Vass', kind: 'person', aliases: [], role: 'director of the Port Authority' },
  { name: 'Tomas Berg', kind: 'person', aliases: ['Berg'], role: 'spokesman of the union' },
  { name: 'Dock Workers’ Union', kind: 'organisation', aliases: ['the union'], role: null },
  { name: 'Osterhaven Fire Service', kind: 'organisation', aliases: ['fire service'], role: null },
] as const;

/** Judgements besides those that stand with the marks, oldest first: a later one of the same target shows the history. */
export const sampleGrades = [
  {
    of: 'source',
    target: 'courier-ammonia-leak.txt',
    reliability: 'C',
    reason: 'Local paper, first look.',
  },
  {
    of: 'source',
    target: 'courier-ammonia-leak.txt',
    reliability: 'B',
    reason: 'Two earlier reports held up.',
  },
  {
    of: 'source',
    target: 'northern-wire-ammonia.txt',
    reliability: 'B',
    reason: 'Agency with a corrections desk.',
  },
  {
    of: 'source',
    target: 'capital-ledger-gas-leak.html',
    reliability: 'C',
    reason: 'Rewrites the statement.',
  },
  {
    of: 'source',
    target: 'voices-from-the-quay.txt',
    reliability: 'F',
    reason: 'Anyone can post there.',
  },
  {
    of: 'actor',
    target: 'Osterhaven Port Authority',
    reliability: 'C',
    reason: 'Party to the dispute.',
  },
] as const;

/** Links between claims. */
export const sampleLinks: readonly {
  readonly from: ClaimKey;
  readonly kind: string;
  readonly to: ClaimKey;
  readonly reason: string;
}[] = [
  { from: 'tonne', kind: 'contradicts', to: 'amount', reason: 'More than twice the amount.' },
  { from: 'valve', kind: 'supports', to: 'amount', reason: 'A worn valve leaks slowly.' },
  { from: 'fire', kind: 'kept-apart', to: 'treated', reason: 'Another event, two years earlier.' },
];

/** Checking logs. */
export const sampleChecks: readonly {
  readonly claim: ClaimKey;
  readonly how: string;
  readonly against: string | null;
  readonly checkedAt: string | null;
  readonly result: string | null;
}[] = [
  {
    claim: 'treated',
    how: 'Telephone call',
    against: 'The ward’s own figures',
    checkedAt: '2026-03-05',
    result: 'Thirty-one treated, none admitted.',
  },
  { claim: 'amount', how: 'Origin not held', against: null, checkedAt: null, result: null },
];

/** A claim that nothing supports yet. */
export const unsupportedClaim = {
  statement: 'The plant had been due for closure in the summer.',
  kind: 'fact',
  status: 'unverified',
  note: 'Heard, not found in any source.',
} as const;

/** The summary's paragraphs: texts and, in brackets, the claims they cite. */
export const sampleSummary: readonly (readonly (string | { readonly cite: ClaimKey })[])[] = [
  [
    'Three outlets report that about 400 kilograms of ammonia escaped at Pier 7; all three rest on one statement of the Port Authority ',
    { cite: 'amount' },
    '. The dockers’ union puts the figure at more than a tonne ',
    { cite: 'tonne' },
    '.',
  ],
  [
    'Thirty-one people were treated and nobody was admitted ',
    { cite: 'treated' },
    '. Whether the alarm was late is disputed ',
    { cite: 'alarm' },
    '.',
  ],
];
