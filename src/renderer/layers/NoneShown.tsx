import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { ReaderId } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/States.tsx';
import { toggleDifferences } from './compare-layers.ts';
import { analystName, showEveryone } from './layer-actions.ts';
import { countLayers } from './layer-counts.ts';
import { comparisonIn, type LayerView } from './layer-view.ts';
import { differencesText } from './layer-words.ts';
import { comparedRows } from './shown-rows.ts';

/** In place of a list whose marks are all hidden: why, and the way to see them. */
export function NoneShown({
  readerId,
  view,
  rows,
}: {
  readonly readerId: ReaderId;
  readonly view: LayerView;
  readonly rows: readonly MarkRow[];
}) {
  const compare = comparisonIn(view, countLayers(rows));
  if (compare?.onlyDifferences === true) {
    const names = [analystName(compare.a), analystName(compare.b)].join(' and ');
    const { pairs } = comparedRows(rows, compare.a, compare.b);
    if (pairs.length > 0) {
      return (
        <EmptyState title="No difference on this side">
          {differencesText(pairs.length)}, all of them in the other reader.
        </EmptyState>
      );
    }
    return (
      <EmptyState
        title="No differences"
        actions={<Button onClick={toggleDifferences}>Show all marks</Button>}
      >
        {names} marked the same in this source.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="All layers are hidden"
      actions={<Button onClick={() => showEveryone(readerId)}>Show everyone</Button>}
    >
      {rows.length === 1 ? 'The one mark' : `The ${rows.length} marks`} of this source are in layers
      that are hidden.
    </EmptyState>
  );
}
