import { z } from 'zod';
import type { CarriedPlace } from '../domain/highlights/carry-marks.ts';
import type { HighlightId } from '../domain/ids.ts';
import type { DiffPart } from '../domain/sources/word-diff.ts';
import type { MethodTable } from './method-table.ts';
import { idOf } from './schemas.ts';
import type { SourceRow } from './sources.ts';

/** What becomes, or became, of one mark of an older version in a newer one. */
export interface CarriedMark {
  /** The mark in the older version. */
  readonly highlightId: HighlightId;
  /** Its words there. */
  readonly quote: string;
  readonly place: CarriedPlace;
  /** The mark in the newer version: one that is there already from an earlier time, or was made now; null where there is none. */
  readonly carriedId: HighlightId | null;
}

/** What carrying the marks of an older version over does, or did: each mark is counted once. */
export interface CarryReport {
  /** In reading order. */
  readonly marks: readonly CarriedMark[];
  readonly unchanged: number;
  readonly moved: number;
  readonly unplaced: number;
  /** Of these, so many were carried over before and are left as they are. */
  readonly alreadyThere: number;
}

const pairInput = z.object({ oldSourceId: idOf<'source'>(), newSourceId: idOf<'source'>() });
const replacedInput = z.object({
  sourceId: idOf<'source'>(),
  replacesId: idOf<'source'>().nullable(),
});

export interface VersionsApi {
  /** Compares the texts of two sources word by word; works for any two. */
  compare(input: z.infer<typeof pairInput>): Promise<readonly DiffPart[]>;
  /** What carrying the marks over would do; changes nothing. */
  rehearse(input: z.infer<typeof pairInput>): Promise<CarryReport>;
  /** Makes a mark in the newer source of every mark of the older one that has a place there; the others go to the list of marks without a place. One change. */
  carry(input: z.infer<typeof pairInput>): Promise<CarryReport>;
  /** Says that a source is a newer version of another one, or (null) an article of its own. */
  setReplaced(input: z.infer<typeof replacedInput>): Promise<SourceRow>;
}

export const versionsMethods = {
  compare: { access: 'read', input: pairInput },
  rehearse: { access: 'read', input: pairInput },
  carry: { access: 'write', input: pairInput },
  setReplaced: { access: 'write', input: replacedInput },
} as const satisfies MethodTable<VersionsApi>;
