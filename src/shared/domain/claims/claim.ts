import type { AnalystId, CheckId, ClaimId, EventId, LinkId, TagId } from '../ids.ts';

export const claimKinds = [
  'fact',
  'assessment',
  'prediction',
  'opinion',
  'promise',
  'demand',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimStatuses = [
  'unverified',
  'corroborated',
  'disputed',
  'refuted',
  'retracted',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** A statement that can be true or false, in the analyst's words. */
export interface Claim {
  readonly id: ClaimId;
  readonly statement: string;
  readonly kind: ClaimKind;
  readonly status: ClaimStatus;
  readonly note: string | null;
  readonly eventId: EventId | null;
  /** When the statement was made, EDTF. */
  readonly stated: string | null;
  /** The claim's own tags; those of its mentions come on top. */
  readonly tagIds: readonly TagId[];
  readonly handling: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

export const linkKinds = ['supports', 'contradicts', 'repeats', 'updates', 'kept-apart'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A relation between two claims, with a reason. `contradicts` and `kept-apart` hold in both directions. */
export interface ClaimLink {
  readonly id: LinkId;
  readonly fromClaimId: ClaimId;
  readonly toClaimId: ClaimId;
  readonly kind: LinkKind;
  readonly reason: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** An entry of a claim's checking log; `result` is null while it is still to do. */
export interface Check {
  readonly id: CheckId;
  readonly claimId: ClaimId;
  /** How it was or will be checked, such as "Origin not held". */
  readonly how: string;
  readonly against: string | null;
  /** EDTF or ISO 8601. */
  readonly checkedAt: string | null;
  readonly result: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}
