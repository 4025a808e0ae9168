import type { HighlightId, SourceId } from '../ids.ts';
import type { Span } from '../highlights/span.ts';

/** What an analyst judged of a mention besides its place; null where they said nothing. */
export interface MarkValues {
  readonly kind: string | null;
  readonly status: string | null;
  readonly stance: string | null;
  /** 1–5; "cannot be judged" (6) is no value. */
  readonly credibility: number | null;
  /** The actors nearest the words, as one readable text; '' is the outlet's own voice. */
  readonly speaker: string | null;
  /** The claim it carries, so that two mentions of one claim are not taken for two judgements of it. */
  readonly claimId: string | null;
}

/** A mark as agreement sees it. */
export interface AnnotatedMark {
  readonly id: HighlightId;
  /** In order, not overlapping; UTF-16 code units. */
  readonly spans: readonly Span[];
  /** Indexes into the tags of the comparison. */
  readonly tags: readonly number[];
  readonly values: MarkValues;
}

/** A source that every compared analyst has worked on. */
export interface AnnotatedSource {
  readonly id: SourceId;
  /** Of its text, in UTF-16 code units. */
  readonly length: number;
  /** Its sentences in order, without the white space between them. */
  readonly sentences: readonly Span[];
  /** The marks of each analyst, in the order of the analysts. */
  readonly marks: readonly (readonly AnnotatedMark[])[];
  /** The reliability that each analyst gave the source, 1 (A) – 5 (E); null for none and for F. */
  readonly reliability: readonly (number | null)[];
}

/** What is compared: some analysts on the sources that all of them worked on. */
export interface Comparison {
  readonly analysts: readonly string[];
  /** Full paths of the tags in use. */
  readonly tags: readonly string[];
  readonly sources: readonly AnnotatedSource[];
}
