import type { Actor } from '../actors/actor.ts';
import type { ChainLink } from '../attributions/chain-text.ts';
import type { Attribution, AttributionLink, Origin } from '../attributions/attribution.ts';
import type { Claim } from '../claims/claim.ts';
import type { Event } from '../events/event.ts';
import type { Credibility, Reliability } from '../grades/grade.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { VerdictKind } from '../reviews/verdict.ts';
import type { Source } from '../sources/source.ts';

/** The present judgement of something, with its reason. */
export interface GradeSnapshot<Value extends Reliability | Credibility> {
  readonly value: Value;
  readonly reason: string | null;
}

/** A source as exports name it. */
export interface SourceSnapshot {
  readonly source: Source;
  /** Its file name where that is its alone in the project, else the hash of its text, else its id. */
  readonly label: string;
  readonly reliability: GradeSnapshot<Reliability> | null;
}

/** An origin, and what the source that holds it is called. */
export interface OriginSnapshot extends Origin {
  readonly sourceLabel: string | null;
}

/** A link of a chain with its actors and its origin in full. */
export interface LinkSnapshot extends ChainLink {
  readonly actors: readonly Actor[];
  readonly origin: OriginSnapshot | null;
  readonly span: AttributionLink['span'];
  readonly cueSpan: AttributionLink['cueSpan'];
}

/** A chain; no links: the outlet's own voice. */
export interface AttributionSnapshot extends Pick<Attribution, 'id' | 'analystId' | 'createdAt'> {
  readonly links: readonly LinkSnapshot[];
}

/** A claim with what is said of it as a whole. */
export interface ClaimSnapshot {
  readonly claim: Claim;
  readonly analyst: string;
  /** Paths of its own tags. */
  readonly tags: readonly string[];
  readonly event: Event | null;
  readonly credibility: GradeSnapshot<Credibility> | null;
  /** How many different origins its mentions rest on; unknown ones are not counted. */
  readonly originCount: number;
  /** The statements of the claims that contradict it. */
  readonly contradictedBy: readonly string[];
}

/** The latest judgement of a mark by a colleague. */
export interface VerdictSnapshot {
  readonly verdict: VerdictKind;
  readonly by: string;
  readonly reason: string | null;
}

/** A mark with all that hangs on it. */
export interface MarkSnapshot {
  readonly highlight: Highlight;
  readonly analyst: string;
  readonly source: SourceSnapshot;
  /** Paths of its own tags, in their order. */
  readonly tags: readonly string[];
  readonly claim: ClaimSnapshot | null;
  /** Null: not yet attributed. */
  readonly attribution: AttributionSnapshot | null;
  readonly credibility: GradeSnapshot<Credibility> | null;
  readonly verdict: VerdictSnapshot | null;
  /** 60 UTF-16 code units of the text on either side; null where nobody asked for them. */
  readonly context: { readonly before: string; readonly after: string } | null;
}

/** What is exported, apart from the marks, which are streamed. */
export interface SnapshotHeader {
  readonly projectName: string;
  /** The moment of the export, ISO 8601 in UTC: the only one that an export knows. */
  readonly exportedAt: string;
}
