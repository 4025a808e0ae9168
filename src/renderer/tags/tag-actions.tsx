import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { TagRow } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { announce, notify, notifyError, showDialog } from '../app/overlays.ts';
import { workspace } from '../app/workspace.ts';
import { claimsView } from '../claims/claims-view-store.ts';
import { MergeTagDialog } from './MergeTagDialog.tsx';
import { MoveTagDialog } from './MoveTagDialog.tsx';
import { RemoveTagDialog } from './RemoveTagDialog.tsx';
import { TagClaimsDialog } from './TagClaimsDialog.tsx';
import { moveProblem } from './tag-tree-form.ts';

/** Moves a tag below another (null: to the top), or says why it cannot go there. */
export async function moveTag(
  tags: readonly TagRow[],
  tagId: TagId,
  parentId: TagId | null,
): Promise<void> {
  const problem = moveProblem(tags, tagId, parentId);
  if (problem !== null) {
    notify('error', problem);
    return;
  }
  try {
    announce(`Moved to ${(await api.tags.move({ tagId, parentId })).path}`);
  } catch (error) {
    notifyError(error);
  }
}

/** Asks where a tag shall go. */
export function showMoveTag(tag: TagRow): void {
  showDialog((close) => <MoveTagDialog tag={tag} onClose={close} />);
}

/** Asks which tag shall take the place of this one, and says what happens. */
export function showMergeTag(tag: TagRow): void {
  showDialog((close) => <MergeTagDialog tag={tag} onClose={close} />);
}

/** Says what removing a tag does, and asks. */
export function showRemoveTag(tag: TagRow): void {
  showDialog((close) => <RemoveTagDialog tag={tag} onClose={close} />);
}

/** Asks which tags several claims shall get. */
export function showTagClaims(claims: readonly ClaimRow[]): void {
  if (claims.length === 0) return;
  showDialog((close) => <TagClaimsDialog claims={claims} onClose={close} />);
}

/** Opens the table of claims with those that have the tag. */
export function showClaimsWithTag(tag: TagRow): void {
  claimsView.set({ filter: { tagId: tag.id } });
  workspace.set({ view: 'claims' });
}
