import { z } from 'zod';
import type { RecordKind } from '../domain/changes/record.ts';
import type { ChangeId, SourceId } from '../domain/ids.ts';
import type { Span } from '../domain/highlights/span.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, pathSchema } from './schemas.ts';

/** What items of a merge are about; a mark's attribution goes with the mark, a claim's checks and event with the claim. */
export type MergeItemKind =
  'source' | 'highlight' | 'claim' | 'tag' | 'actor' | 'link' | 'grade' | 'verdict' | 'comment';

/** What can be done with an item: leave it for another time, or settle it one way or the other. */
export const mergeChoices = ['leave', 'ours', 'theirs'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

/** One thing that a merge brings, and that can be taken or left. */
export interface MergeItem {
  /** What a choice names. */
  readonly id: string;
  readonly kind: MergeItemKind;
  /** The record that differs, where that is not the item itself (an attribution of a highlight). */
  readonly record: { readonly kind: RecordKind; readonly id: string };
  readonly outcome: 'added' | 'changed' | 'removed' | 'joined' | 'conflict' | 'unplaced';
  /** What differs, by the names of fields; `exists` is whether it is there at all. */
  readonly fields: readonly string[];
  /** The values here and there, of the fields that differ; null where it is not there. */
  readonly ours: Readonly<Record<string, unknown>> | null;
  readonly theirs: Readonly<Record<string, unknown>> | null;
  /** Where it lies, for what lies in a text. */
  readonly place: {
    readonly sourceId: SourceId;
    readonly spans: readonly Span[];
    readonly quote: string;
  } | null;
  /** What it is in a few words: a quote, a statement, a path, a name. */
  readonly label: string;
  readonly analyst: string | null;
  /** What else is to be said of it: where it was moved to, why it has no place. */
  readonly note: string | null;
}

/** An actor of the parcel that may be the same as one here. */
export interface ActorOffer {
  readonly ours: { readonly id: string; readonly name: string };
  readonly theirs: { readonly id: string; readonly name: string };
}

/** What a merge would do, or did. */
export interface MergeReport {
  readonly project: string;
  /** Whose markup the parcel is; null is everyone's. */
  readonly of: string | null;
  readonly added: readonly MergeItem[];
  readonly changed: readonly MergeItem[];
  readonly removed: readonly MergeItem[];
  readonly joined: readonly MergeItem[];
  readonly conflicts: readonly MergeItem[];
  readonly unplaced: readonly MergeItem[];
  /** Analysts of the parcel of whom nothing was known here, by name. */
  readonly newAnalysts: readonly string[];
  /** Actors of one name that may be joined afterwards. */
  readonly actorOffers: readonly ActorOffer[];
  /** What belongs to layers that the analyst at work may not see yet (blind marking), by whose it is: taken like the rest, conflicts left, and none of it listed. */
  readonly unseen: readonly { readonly analyst: string | null; readonly items: number }[];
  /** What could not be believed or kept, one sentence each. */
  readonly problems: readonly string[];
  /** The change that it is in the log, to be taken back as one; null for a rehearsal. */
  readonly changeId: ChangeId | null;
  /** How many items were taken; 0 for a rehearsal. */
  readonly taken: number;
  /** How many were left for another time. */
  readonly left: number;
}

/** What a parcel holds that was written. */
export interface PackReport {
  readonly path: string;
  readonly objects: number;
  readonly highlights: number;
  readonly claims: number;
  readonly sources: number;
  /** Of so many sources the parcel holds only one's own layer, because they are blind. */
  readonly blindSources: number;
}

const packInput = z.object({
  path: pathSchema,
  analystId: idOf<'analyst'>().nullable().optional(),
  withSources: z.boolean().optional(),
});

const mergeInput = z.object({
  path: pathSchema,
  /** For items that are not named: what is no conflict is taken and conflicts are left (`agreed`), everything is taken (`all`), or nothing (`none`). */
  otherwise: z.enum(['agreed', 'all', 'none']).optional(),
  choices: z.record(z.string().max(100), z.enum(mergeChoices)).optional(),
  /** False leaves the items out of the report, for those who have them from the rehearsal: there can be very many. */
  withItems: z.boolean().optional(),
});

export interface MergesApi {
  /** Writes a parcel. */
  pack(input: z.infer<typeof packInput>): Promise<PackReport>;
  /** What merging a parcel or another project would do; changes nothing. */
  rehearse(input: { readonly path: string }): Promise<MergeReport>;
  /** Merges as one step that can be taken back. */
  take(input: z.infer<typeof mergeInput>): Promise<MergeReport>;
}

export const mergesMethods = {
  pack: { access: 'read', input: packInput, files: true, writesFile: true },
  rehearse: { access: 'write', input: z.object({ path: pathSchema }), files: true },
  take: { access: 'write', input: mergeInput, files: true },
} as const satisfies MethodTable<MergesApi>;
