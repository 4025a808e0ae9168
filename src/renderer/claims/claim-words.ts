import type { ClaimKind, ClaimStatus, LinkKind } from '../../shared/domain/claims/claim.ts';
import type { Stance } from '../../shared/domain/highlights/highlight.ts';

export const kindWords = {
  fact: 'Fact',
  assessment: 'Assessment',
  prediction: 'Prediction',
  opinion: 'Opinion',
  promise: 'Promise',
  demand: 'Demand',
} as const satisfies Record<ClaimKind, string>;

export const statusWords = {
  unverified: 'Unverified',
  corroborated: 'Corroborated',
  disputed: 'Disputed',
  refuted: 'Refuted',
  retracted: 'Retracted',
} as const satisfies Record<ClaimStatus, string>;

export const stanceWords = {
  asserts: 'Asserts',
  denies: 'Denies',
  hedges: 'Hedges',
  asks: 'Asks',
} as const satisfies Record<Stance, string>;

/** A link as it reads from the claim it starts at. */
export const linkWords = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  repeats: 'Repeats',
  updates: 'Updates',
  'kept-apart': 'Kept apart from',
} as const satisfies Record<LinkKind, string>;

/** A link as it reads from the claim it goes to. */
export const linkWordsFromOther = {
  supports: 'Supported by',
  contradicts: 'Contradicts',
  repeats: 'Repeated by',
  updates: 'Updated by',
  'kept-apart': 'Kept apart from',
} as const satisfies Record<LinkKind, string>;
