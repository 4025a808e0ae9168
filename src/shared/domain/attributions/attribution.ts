import type { ActorId, AnalystId, AttributionId, HighlightId, OriginId, SourceId } from '../ids.ts';

export const attributionForms = ['quoted', 'partly-quoted', 'paraphrased', 'translated'] as const;
export type AttributionForm = (typeof attributionForms)[number];

/** One step of a chain: who passed the words on, how, on what it rests. Spans are UTF-16 offsets in the mention's source. */
export interface AttributionLink {
  readonly actorIds: readonly ActorId[];
  readonly role: string | null;
  readonly forms: readonly AttributionForm[];
  readonly cue: string | null;
  /** Where the speaker stands. */
  readonly span: readonly [start: number, end: number] | null;
  /** Where the cue stands. */
  readonly cueSpan: readonly [start: number, end: number] | null;
  readonly originId: OriginId | null;
  /** The analyst concluded it; the text does not say so. */
  readonly inferred: boolean;
}

/** The chain behind one mention, nearest the words first. No links: the outlet's own voice. No attribution at all: not yet attributed. */
export interface Attribution {
  readonly id: AttributionId;
  readonly highlightId: HighlightId;
  readonly links: readonly AttributionLink[];
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** The statement, readout, interview, report or utterance that a chain goes back to; never an actor alone. */
export interface Origin {
  readonly id: OriginId;
  readonly kind: string;
  readonly title: string;
  readonly issuer: string | null;
  /** EDTF. */
  readonly date: string | null;
  /** The source that holds it, where the project has it. */
  readonly sourceId: SourceId | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
