import { useState } from 'react';
import type { ClaimRow } from '../../shared/contract/claims.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import { api } from '../app/connect.ts';
import { countOf } from '../claims/count-words.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { TagField } from './TagField.tsx';

/** Adds tags to several claims; the tags they have stay. */
export function TagClaimsDialog({
  claims,
  onClose,
}: {
  readonly claims: readonly ClaimRow[];
  readonly onClose: () => void;
}) {
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  async function add(): Promise<void> {
    if (tagIds.length === 0) throw new Error('Choose a tag first.');
    for (const claim of claims) {
      const next = [...new Set([...claim.tagIds, ...tagIds])];
      if (next.length === claim.tagIds.length) continue;
      await api.claims.edit({ claimId: claim.id, patch: { tagIds: next } });
    }
  }
  return (
    <ConfirmDialog
      title={`Tag ${countOf(claims.length, 'claim')}`}
      actionName="Add tags"
      onConfirm={add}
      onClose={onClose}
    >
      <TagField
        name="chosen-claims/tags"
        label="Tags to add"
        tagIds={tagIds}
        onSave={async (next) => setTagIds(next)}
        autoFocus
      />
    </ConfirmDialog>
  );
}
