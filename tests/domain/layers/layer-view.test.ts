import { describe, expect, test } from 'vitest';
import {
  comparisonIn,
  everyLayer,
  isLayerShown,
  onlyLayer,
  parseLayerView,
  withLayer,
  withOwnLayer,
  type LayerView,
} from '../../../src/renderer/layers/layer-view.ts';
import { layersText } from '../../../src/renderer/layers/layer-words.ts';
import type { AnalystId } from '../../../src/shared/domain/ids.ts';

const [ana, ben, cem] = [1, 2, 3].map(
  (digit) => `0190f0c4-0000-7000-8000-00000000000${digit}`,
) as unknown as [AnalystId, AnalystId, AnalystId];
const counts = new Map([
  [ana, 5],
  [ben, 3],
  [cem, 1],
]);
const comparing = (side: 'both' | 'a' | 'b'): LayerView => ({
  hidden: [cem],
  compare: { a: ana, b: ben, side, onlyDifferences: false, also: null },
});
const shown = (view: LayerView, among = counts) =>
  [ana, ben, cem].filter((id) => isLayerShown(view, among, id));

describe('which layers are shown', () => {
  test('all but the hidden ones; who comes new is shown', () => {
    expect(shown(everyLayer)).toEqual([ana, ben, cem]);
    expect(shown(withLayer(everyLayer, ben, false))).toEqual([ana, cem]);
    expect(shown(withLayer(withLayer(everyLayer, ben, false), ben, true))).toEqual([ana, ben, cem]);
    expect(shown(onlyLayer(everyLayer, [ana, ben], ana))).toEqual([ana, cem]);
  });

  test('those that are compared, or one side of them, where both have marks', () => {
    expect(shown(comparing('both'))).toEqual([ana, ben]);
    expect(shown(comparing('a'))).toEqual([ana]);
    expect(shown(comparing('b'))).toEqual([ben]);
    const withoutBen = new Map([
      [ana, 5],
      [cem, 1],
    ]);
    expect(comparisonIn(comparing('both'), withoutBen)).toBe(null);
    expect(isLayerShown(comparing('both'), withoutBen, ana)).toBe(true);
    expect(isLayerShown(comparing('both'), withoutBen, cem)).toBe(false);
  });

  test('a mark of one’s own is shown, whatever was', () => {
    for (const view of [
      everyLayer,
      onlyLayer(everyLayer, counts.keys(), ben),
      comparing('both'),
      comparing('b'),
    ]) {
      for (const own of [ana, cem]) {
        const next = withOwnLayer(view, counts, own);
        expect(isLayerShown(next, counts, own)).toBe(true);
        for (const id of shown(view)) expect(shown(next)).toContain(id);
      }
    }
    expect(withOwnLayer(everyLayer, counts, ana)).toBe(everyLayer);
  });

  test('says how many', () => {
    expect(layersText(everyLayer, counts)).toBe('3 layers');
    expect(layersText(comparing('both'), counts)).toBe('2 of 3 layers');
  });

  test('is read as it was stored, and whatever else was is let go', () => {
    for (const view of [everyLayer, comparing('a'), withLayer(everyLayer, cem, false)]) {
      expect(parseLayerView(JSON.parse(JSON.stringify(view)))).toEqual(view);
    }
    for (const stored of [
      null,
      7,
      'x',
      [],
      { hidden: 'x' },
      { hidden: [1], compare: { a: ana } },
    ]) {
      expect(parseLayerView(stored)).toEqual(everyLayer);
    }
    expect(parseLayerView({ compare: { a: ana, b: ana } })).toEqual(everyLayer);
  });
});
