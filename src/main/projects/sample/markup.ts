/** A stretch of an article by its words, which stand there exactly once; `in` narrows it to a sentence. */
export interface WordsAt {
  readonly words: string;
  readonly in?: string;
}

/** A link of a chain; speaker and cue by their words. */
export interface SampleLink {
  readonly actors: readonly (string | { readonly unnamed: string })[];
  readonly role?: string;
  readonly form: readonly string[];
  readonly cue?: string;
  readonly speakerAt?: WordsAt;
  readonly cueAt?: WordsAt;
  readonly origin?: keyof typeof sampleOrigins;
  readonly inferred?: boolean;
}

/** A mark of the sample project. */
export interface SampleMark {
  readonly article: string;
  readonly at: readonly WordsAt[];
  readonly analyst?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly stance?: string;
  readonly credibility?: number;
  readonly credibilityReason?: string;
  readonly handling?: string;
  readonly claim?: keyof typeof sampleClaims;
  /** Left out: not yet attributed. Empty: the outlet's own voice. */
  readonly attribution?: readonly SampleLink[];
}

const courier = 'courier-ammonia-leak.txt';
const wire = 'northern-wire-ammonia.txt';
const ledger = 'capital-ledger-gas-leak.html';
const voices = 'voices-from-the-quay.txt';

export const sampleOrigins = {
  statement: {
    kind: 'statement',
    title: 'Statement on the release at Pier 7',
    issuer: 'Osterhaven Port Authority',
    date: '2026-03-03',
    source: null,
  },
  interview: {
    kind: 'interview',
    title: 'Interview with Tomas Berg',
    issuer: 'Northern Wire',
    date: '2026-03-03',
    source: wire,
  },
} as const;

const leak = { name: 'Ammonia release at Pier 7', date: '2026-03-03', place: 'Osterhaven' };
const fire = { name: 'Fire at Pier 4', date: '2024', place: 'Osterhaven' };

export const sampleClaims = {
  amount: {
    statement: 'About 400 kilograms of ammonia escaped from the cold store at Pier 7.',
    kind: 'fact',
    status: 'disputed',
    event: leak,
    stated: '2026-03-03',
    credibility: 3,
    credibilityReason: 'Three outlets, one statement: one origin.',
    tags: ['quantities'],
  },
  tonne: {
    statement: 'More than a tonne of ammonia escaped.',
    kind: 'fact',
    status: 'disputed',
    event: leak,
    credibility: 3,
  },
  treated: {
    statement: 'Thirty-one people were treated and nobody was admitted to hospital.',
    kind: 'fact',
    status: 'corroborated',
    event: leak,
    note: 'The ward’s own figures were read on 5 March.',
  },
  alarm: {
    statement: 'The alarm sounded twenty minutes late.',
    kind: 'fact',
    status: 'disputed',
    event: leak,
    handling: 'TLP:AMBER',
  },
  valve: {
    statement: 'A worn valve caused the release.',
    kind: 'assessment',
    status: 'unverified',
    event: leak,
  },
  reopen: {
    statement: 'The cold store will reopen within ten days.',
    kind: 'prediction',
    status: 'unverified',
    event: leak,
    stated: '2026-03-03',
  },
  report: {
    statement: 'The Port Authority will publish the inspection report in full.',
    kind: 'promise',
    status: 'unverified',
    event: leak,
  },
  inquiry: {
    statement: 'There must be an independent inquiry.',
    kind: 'demand',
    status: 'unverified',
    event: leak,
  },
  exemplary: {
    statement: 'The response was exemplary.',
    kind: 'opinion',
    status: 'unverified',
    event: leak,
  },
  fire: {
    statement: 'A fire at Pier 4 in 2024 sent 29 people to hospital.',
    kind: 'fact',
    status: 'unverified',
    event: fire,
  },
} as const;

const authority: SampleLink = {
  actors: ['Osterhaven Port Authority'],
  form: ['paraphrased'],
  cue: 'said',
  origin: 'statement',
};

/** The marks in order of their making. */
export const sampleMarks: readonly SampleMark[] = [
  {
    article: courier,
    at: [{ words: 'About 400 kilograms of ammonia escaped from the cold store at Pier 7' }],
    tags: ['release/amount'],
    claim: 'amount',
    credibility: 3,
    attribution: [
      {
        ...authority,
        speakerAt: { words: 'the Port Authority', in: 'the Port Authority said' },
        cueAt: { words: 'said', in: 'the Port Authority said' },
      },
    ],
  },
  {
    article: courier,
    at: [
      { words: '31 people were treated for sore eyes and coughs' },
      { words: 'Nobody was kept in hospital overnight' },
    ],
    tags: ['people'],
    note: 'One mark in two parts: the sentence between them is the attribution.',
    claim: 'treated',
    credibility: 2,
    attribution: [authority],
  },
  {
    article: courier,
    at: [{ words: '“We will publish the inspection report in full.”' }],
    claim: 'report',
    attribution: [
      {
        actors: ['Ingrid Solheim'],
        role: 'harbour master',
        form: ['quoted'],
        cue: 'told',
        speakerAt: { words: 'Ingrid Solheim' },
        cueAt: { words: 'told', in: 'Solheim told' },
      },
    ],
  },
  {
    article: courier,
    at: [{ words: 'the cloud had drifted out to sea within two hours' }],
    tags: ['release'],
    note: 'A chain of two: the harbour master passes on what the fire service said. No claim yet.',
    attribution: [
      { actors: ['Osterhaven Fire Service'], form: ['paraphrased'], cue: 'citing' },
      { actors: ['Ingrid Solheim'], role: 'harbour master', form: ['paraphrased'], cue: 'said' },
    ],
  },
  {
    article: courier,
    at: [{ words: '“More than a tonne came out, and the alarm was silent for twenty minutes,”' }],
    tags: ['release/amount', 'alarm'],
    claim: 'tonne',
    credibility: 4,
    credibilityReason: 'Unnamed, and with an interest.',
    attribution: [
      {
        actors: [{ unnamed: 'a shift leader' }],
        form: ['quoted'],
        cue: 'said',
        speakerAt: { words: 'a shift leader' },
      },
    ],
  },
  {
    article: courier,
    at: [{ words: 'the alarm was silent for twenty minutes' }],
    tags: ['alarm'],
    note: 'Nested in the mark before: two claims share one sentence.',
    claim: 'alarm',
    handling: 'TLP:AMBER',
    attribution: [{ actors: [{ unnamed: 'a shift leader' }], form: ['quoted'], cue: 'said' }],
  },
  {
    article: courier,
    at: [{ words: 'an independent inquiry' }],
    claim: 'inquiry',
    attribution: [{ actors: ['Dock Workers’ Union'], form: ['paraphrased'], cue: 'demanded' }],
  },
  {
    article: courier,
    at: [{ words: 'The cold store could reopen within ten days' }],
    tags: ['outlook'],
    stance: 'hedges',
    claim: 'reopen',
    attribution: [{ ...authority, cue: 'according to' }],
  },
  {
    article: courier,
    at: [{ words: '“exemplary”' }],
    claim: 'exemplary',
    attribution: [{ ...authority, form: ['partly-quoted'], cue: 'called' }],
  },
  {
    article: courier,
    at: [{ words: 'A fire at Pier 4 in 2024 sent 29 people to hospital' }],
    tags: ['people'],
    note: 'Another event: not to be mistaken for the release.',
    claim: 'fire',
    attribution: [],
  },
  {
    article: wire,
    at: [{ words: '“some 400 kg” of ammonia' }],
    tags: ['release/amount'],
    claim: 'amount',
    credibility: 3,
    attribution: [{ ...authority, form: ['partly-quoted'] }],
  },
  {
    article: wire,
    at: [{ words: 'Thirty-one people were treated at the scene and none were admitted' }],
    tags: ['people'],
    claim: 'treated',
    credibility: 2,
    attribution: [{ ...authority, cue: 'according to' }],
  },
  {
    article: wire,
    at: [{ words: '“well over one tonne” had been lost' }],
    tags: ['release/amount'],
    claim: 'tonne',
    credibility: 3,
    attribution: [
      {
        actors: ['Tomas Berg', 'Dock Workers’ Union'],
        role: 'spokesman',
        form: ['partly-quoted'],
        cue: 'said',
        origin: 'interview',
        speakerAt: { words: 'Tomas Berg' },
      },
    ],
  },
  {
    article: wire,
    at: [{ words: 'sirens sounded only at 5.40 a.m., twenty minutes after the first call' }],
    tags: ['alarm'],
    claim: 'alarm',
    attribution: [
      {
        actors: ['Tomas Berg'],
        role: 'spokesman',
        form: ['paraphrased'],
        cue: 'said',
        origin: 'interview',
      },
    ],
  },
  {
    article: wire,
    at: [{ words: 'a worn valve was the likely cause' }],
    tags: ['cause'],
    stance: 'hedges',
    claim: 'valve',
    attribution: [
      {
        actors: [{ unnamed: 'an engineer familiar with the plant' }],
        form: ['paraphrased'],
        cue: 'said',
        inferred: true,
      },
    ],
  },
  {
    article: wire,
    at: [{ words: '-25 °C' }],
    tags: ['cause'],
    note: 'Begins with a minus sign: an export to a spreadsheet must not run it.',
  },
  {
    article: ledger,
    at: [{ words: 'Less than half a tonne of ammonia may have escaped' }],
    tags: ['release/amount'],
    stance: 'hedges',
    claim: 'amount',
    credibility: 3,
    attribution: [{ ...authority, cue: 'suggested' }],
  },
  {
    article: ledger,
    at: [{ words: '“It is simply untrue that the alarm was late,”' }],
    tags: ['alarm'],
    stance: 'denies',
    claim: 'alarm',
    attribution: [
      {
        actors: ['Henrik Vass'],
        role: 'director of the Port Authority',
        form: ['quoted'],
        cue: 'told',
      },
    ],
  },
  {
    article: ledger,
    at: [{ words: '“exemplary and swift”' }],
    claim: 'exemplary',
    attribution: [{ ...authority, form: ['quoted'], cue: 'described' }],
  },
  {
    article: voices,
    at: [{ words: '“I smelled it before I heard anything 😷,”' }],
    tags: ['alarm'],
    note: 'An emoji counts two in Attest, and one in formats that count code points.',
  },
  {
    article: voices,
    at: [{ words: 'صفارات الإنذار لم تعمل في الوقت المناسب' }],
    tags: ['alarm'],
    claim: 'alarm',
    attribution: [
      {
        actors: [{ unnamed: 'a spokesman of the seamen’s union' }],
        form: ['translated', 'paraphrased'],
        cue: 'قال',
      },
    ],
  },
  {
    article: voices,
    at: [{ words: '밸브가 낡았다' }],
    tags: ['cause'],
    claim: 'valve',
    attribution: [{ actors: [{ unnamed: 'a port worker' }], form: ['translated'], cue: '말했다' }],
  },
  {
    article: courier,
    at: [{ words: 'About 400 kilograms of ammonia' }],
    analyst: 'Ben Okafor',
    tags: ['quantities'],
    note: 'A colleague’s mark over the same words.',
  },
];
