import type { MarkRow } from '../../shared/contract/highlights.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type {
  DifferingMarks,
  LayerDifference,
} from '../../shared/domain/layers/layer-differences.ts';
import { isLayerShown, type LayerCounts, type LayerView } from './layer-view.ts';

const differenceWords = {
  missing: 'Only one',
  boundary: 'Other boundary',
  tag: 'Other tags',
  speaker: 'Other attribution',
  credibility: 'Other grade',
  stance: 'Other stance',
  claim: 'Claim of one only',
  kind: 'Other kind',
  status: 'Other status',
} as const satisfies Record<LayerDifference, string>;

/** What two layers differ in at a place, such as `Only Ana Silva` or `Other boundary, other tags`. */
export function differenceText(
  { a, b, differs }: DifferingMarks<MarkRow>,
  nameOf: (id: AnalystId) => string,
): string {
  const only = a === null ? b : b === null ? a : null;
  if (only !== null) return `Only ${nameOf(only.analystId)}`;
  const [first = '', ...others] = differs.map((difference) => differenceWords[difference]);
  return [first, ...others.map((words) => words.toLowerCase())].join(', ');
}

/** How many layers of a source are shown, such as `2 of 3 layers`; all of them are `3 layers`. */
export function layersText(view: LayerView, counts: LayerCounts): string {
  const shown = [...counts.keys()].filter((id) => isLayerShown(view, counts, id)).length;
  return shown === counts.size ? `${counts.size} layers` : `${shown} of ${counts.size} layers`;
}

/** A count with its noun. */
export function differencesText(count: number): string {
  if (count === 0) return 'No differences';
  return count === 1 ? '1 difference' : `${count} differences`;
}
