import { AttestError } from '../../shared/contract/errors.ts';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import type { ReaderSelection } from '../app/workspace.ts';
import { marksOf } from './marks-store.ts';
import { knownTagIds, leftOut, readKeptMark, type KeptClaim } from './unplaced-form.ts';

/** A mark that got its place by hand, and what of it could not be taken along, in words. */
export interface PlacedByHand {
  readonly row: MarkRow;
  readonly leftOut: readonly string[];
}

/**
 * Makes a highlight of a mark without a place at the selected words. These are up to four changes, each an undo step
 * of its own: the highlight with its claim, its handling, its chain, and last the removal from the list. So a failure
 * on the way leaves the kept mark where it is.
 */
export async function placeUnplaced(
  unplaced: UnplacedMark,
  { sourceId, spans }: ReaderSelection,
  tags: readonly TagRow[],
): Promise<PlacedByHand> {
  const kept = readKeptMark(unplaced.mark);
  let row = await api.highlights.create({
    sourceId,
    spans: spans.map(([start, end]): [number, number] => [start, end]),
    tagIds: knownTagIds(kept.tagPaths, tags),
    note: kept.note,
    stance: kept.stance,
    ...(await claimInput(kept.claim)),
  });
  try {
    if (kept.handling !== null) {
      row = await api.highlights.edit({ highlightId: row.id, patch: { handling: kept.handling } });
    }
    if (kept.links !== null && kept.links !== 'unreadable') {
      await api.attributions.set({ highlightId: row.id, links: [...kept.links] });
      row = await api.highlights.get({ highlightId: row.id });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The words are marked, but not all of the mark came along, so it stays in the list too. ${why}`,
      { cause: error },
    );
  } finally {
    marksOf(sourceId).settle([], { upserted: [row], removed: [] });
  }
  await api.highlights.removeUnplaced({ unplacedIds: [unplaced.id] });
  return { row, leftOut: leftOut(kept, tags) };
}

/** A claim of the project where its id is known, else a new one of the statement, else none. */
async function claimInput(
  claim: KeptClaim | null,
): Promise<Pick<Parameters<typeof api.highlights.create>[0], 'claim' | 'claimId'>> {
  if (claim === null) return {};
  if (claim.id !== null && (await isClaim(claim.id))) return { claimId: claim.id };
  if (claim.statement === null) return {};
  const { statement, kind, status } = claim;
  return {
    claim: {
      statement,
      ...(kind === null ? {} : { kind }),
      ...(status === null ? {} : { status }),
    },
  };
}

async function isClaim(claimId: ClaimId): Promise<boolean> {
  try {
    await api.claims.get({ claimId });
    return true;
  } catch (error) {
    if (error instanceof AttestError && error.code === 'not-found') return false;
    throw error;
  }
}
