import type { DragEvent } from 'react';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';

/** What the data of a drag is called: the id of a claim, or of a mark. */
const dragTypes = {
  claim: 'application/x-attest-claim',
  highlight: 'application/x-attest-highlight',
} as const satisfies Record<CitationTarget['targetKind'], string>;

/** The attributes that let an element be dragged into a summary, where it becomes a citation. */
export function citationDrag(
  targetKind: CitationTarget['targetKind'],
  targetId: string,
): { readonly draggable: true; readonly onDragStart: (event: DragEvent) => void } {
  return {
    draggable: true,
    onDragStart(event) {
      event.stopPropagation();
      event.dataTransfer.setData(dragTypes[targetKind], targetId);
      event.dataTransfer.effectAllowed = 'copyLink';
    },
  };
}

/** What is being dragged or dropped, where it can be cited; null for anything else. The id is known only on dropping. */
export function draggedCitation(data: DataTransfer | null): CitationTarget | null {
  for (const targetKind of ['claim', 'highlight'] as const) {
    if (data?.types.includes(dragTypes[targetKind])) {
      return { targetKind, targetId: data.getData(dragTypes[targetKind]) };
    }
  }
  return null;
}
