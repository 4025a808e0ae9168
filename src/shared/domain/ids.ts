declare const brand: unique symbol;

/** A string that names one object of kind K: a lower-case UUID (version 7 when Attest made it, 5 when it was derived from an import). */
export type Id<K extends string> = string & { readonly [brand]: K };

export type AnalystId = Id<'analyst'>;
export type SourceId = Id<'source'>;
export type BoilerplateEditId = Id<'boilerplate'>;
export type HighlightId = Id<'highlight'>;
export type ClaimId = Id<'claim'>;
export type EventId = Id<'event'>;
export type AttributionId = Id<'attribution'>;
export type ActorId = Id<'actor'>;
export type OriginId = Id<'origin'>;
export type GradeId = Id<'grade'>;
export type CheckId = Id<'check'>;
export type LinkId = Id<'link'>;
export type TagId = Id<'tag'>;
export type VerdictId = Id<'verdict'>;
export type CommentId = Id<'comment'>;
export type AssignmentId = Id<'assignment'>;
export type HandInId = Id<'hand-in'>;
export type SummaryId = Id<'summary'>;
export type UnplacedId = Id<'unplaced'>;
export type ChangeId = Id<'change'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is a lower-case UUID of RFC 9562, versions 1 to 8. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
