import type { HighlightId, SourceId } from '../ids.ts';
import type { Span } from '../highlights/span.ts';
import type { Interval } from './bootstrap.ts';
import type { TwoByTwo } from './coefficients.ts';

/** What is measured; `matching` of a measure tells how marks were paired. */
export type MeasureName =
  'precision' | 'recall' | 'f1' | 'agr' | 'kappa' | 'alpha' | 'alpha-u' | 'u-alpha' | 'gamma';

/** What a measure counts. */
export type MeasureUnit = 'highlight' | 'character' | 'sentence' | 'mention' | 'source';

/** How marks of two analysts were paired: same spans, or one to one by what they share. */
export type Matching = 'exact' | 'overlap';

/** The judgements of mentions that both analysts marked, and of sources that both graded. */
export type JudgedField = 'credibility' | 'reliability' | 'kind' | 'status' | 'stance' | 'speaker';

/** Where to look for what lies behind a measure. */
export type DisagreementView =
  'exact' | 'overlap' | 'character' | 'sentence' | 'tags' | JudgedField;

/** One figure with all that is needed to judge it. */
export interface Measure {
  readonly measure: MeasureName;
  readonly unit: MeasureUnit;
  readonly matching: Matching | null;
  /** How values differ: nominal, ordinal, or sets of tags (MASI). */
  readonly metric: 'nominal' | 'ordinal' | 'set' | null;
  readonly field: JudgedField | 'tags' | null;
  /** The path of the tag; null is all marks. */
  readonly tag: string | null;
  readonly value: number | null;
  /** Why there is no value. */
  readonly why: string | null;
  /** How many units it rests on. */
  readonly n: number;
  /** How many sources. */
  readonly sources: number;
  /** 95 %, by bootstrap over sources. */
  readonly interval: Interval | null;
  readonly resamples: number;
  readonly table: TwoByTwo | null;
  readonly view: DisagreementView;
}

/** A place where analysts differ: what lies behind a measure. */
export interface Disagreement {
  readonly sourceId: SourceId;
  readonly span: Span;
  /** `missing`: only one marked it; `boundary`: both, with other ends; otherwise what they said differently. */
  readonly kind: 'missing' | 'boundary' | 'tag' | JudgedField;
  /** For each analyst their mark, or null. */
  readonly highlightIds: readonly (HighlightId | null)[];
  /** For each analyst what they said, in words; null is nothing. */
  readonly said: readonly (string | null)[];
}
