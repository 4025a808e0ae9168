import type { AnalystId, ClaimId, HighlightId, SourceId, TagId } from '../ids.ts';

/** How a source speaks of the claim that a mention carries. */
export const stances = ['asserts', 'denies', 'hedges', 'asks'] as const;
export type Stance = (typeof stances)[number];

/** One or more spans that an analyst marked; with a claim it is a mention of that claim. */
export interface Highlight {
  readonly id: HighlightId;
  readonly sourceId: SourceId;
  /** In order, not overlapping; UTF-16 code units, end exclusive. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** The text at the spans, joined with ` … `. */
  readonly quote: string;
  readonly tagIds: readonly TagId[];
  readonly note: string | null;
  readonly claimId: ClaimId | null;
  readonly stance: Stance | null;
  readonly handling: string | null;
  readonly analystId: AnalystId;
  /** ISO 8601 in UTC, as given by an import or by the clock. */
  readonly createdAt: string;
  /** The id it had in the file it came from, where that was no free UUID. */
  readonly importedId: string | null;
}
