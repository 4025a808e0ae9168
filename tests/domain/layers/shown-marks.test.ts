import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  everyLayer,
  isLayerShown,
  type LayerView,
} from '../../../src/renderer/layers/layer-view.ts';
import { createShownMarks } from '../../../src/renderer/layers/shown-marks.ts';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { AnalystId, HighlightId } from '../../../src/shared/domain/ids.ts';
import { foldAlike } from '../../../src/shared/domain/layers/fold-marks.ts';
import { layerDifferences } from '../../../src/shared/domain/layers/layer-differences.ts';
import { ana, ben, cem, layerMark, layerMarks } from './layer-mark.ts';

const everywhere = [0, 1_000_000] as const;

/** A reader of marks that are held in a map, as the window holds them. */
function reading(marks: readonly MarkRow[] = []) {
  const held = new Map(marks.map((mark) => [mark.id, mark]));
  const now: { view: LayerView; chosen: HighlightId | null } = { view: everyLayer, chosen: null };
  const counts = () => {
    const found = new Map<AnalystId, number>();
    for (const { analystId } of held.values()) {
      found.set(analystId, (found.get(analystId) ?? 0) + 1);
    }
    return found;
  };
  const shown = createShownMarks({
    view: () => now.view,
    counts,
    ownId: () => ana,
    chosenId: () => now.chosen,
  });
  shown.upsert(marks);
  return {
    shown,
    now,
    counts,
    all: () => [...held.values()],
    put(mark: MarkRow) {
      held.set(mark.id, mark);
      shown.upsert([mark]);
    },
    remove(id: HighlightId) {
      held.delete(id);
      shown.remove([id]);
    },
    show(view: LayerView) {
      now.view = view;
      shown.viewChanged();
    },
    painted: () => shown.near(everywhere).map(({ id }) => id),
  };
}

const rows = layerMarks as fc.Arbitrary<readonly MarkRow[]>;
const row = (...given: Parameters<typeof layerMark>) => layerMark(...given) as MarkRow;
const compared = (onlyDifferences: boolean): LayerView => ({
  hidden: [],
  compare: { a: ana, b: ben, side: 'both', onlyDifferences, also: null },
});
const views: fc.Arbitrary<LayerView> = fc.oneof(
  fc.subarray([ana, ben, cem]).map((hidden): LayerView => ({ hidden, compare: null })),
  fc.boolean().map(compared),
);

describe('the marks a reader shows', () => {
  test('hidden layers are not there, and what they agreed with stands for itself', () => {
    const reader = reading([row('1', ana), row('2', ben), row('3', cem, { spans: [[4, 20]] })]);
    expect(reader.painted()).toEqual(['1', '3']);
    expect(reader.shown.foldOf(row('1', ana)).marks.map(({ id }) => id)).toEqual(['1', '2']);
    expect(reader.shown.levelOf('3' as HighlightId)).toBe(1);
    reader.show({ hidden: [ana], compare: null });
    expect(reader.painted()).toEqual(['2', '3']);
    reader.show({ hidden: [ana, ben], compare: null });
    expect(reader.painted()).toEqual(['3']);
    expect(reader.shown.levelOf('3' as HighlightId)).toBe(0);
    expect(reader.shown.at(5).map(({ id }) => id)).toEqual(['3']);
  });

  test('a chosen mark is painted though its layer is hidden', () => {
    const reader = reading([row('1', ana), row('2', ben)]);
    reader.show({ hidden: [ben], compare: null });
    reader.now.chosen = '2' as HighlightId;
    expect(reader.painted()).toEqual(['1', '2']);
    expect(reader.shown.near([30, 40])).toEqual([]);
  });

  test('whatever changes, what is painted is what folding and comparing all marks gives', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.oneof(fc.nat(40), views), { maxLength: 12 }),
        rows,
        (start, steps, more) => {
          const reader = reading(start);
          const later = more.map((mark) => ({ ...mark, id: `n${mark.id}` as HighlightId }));
          for (const step of steps) {
            if (typeof step !== 'number') reader.show(step);
            else if (step % 2 === 0 && later[step / 2] !== undefined) {
              reader.put(later[step / 2] as MarkRow);
            } else {
              const gone = reader.all()[step];
              if (gone !== undefined) reader.remove(gone.id);
            }
            // Levels and folds are held from what was looked at before.
            for (const id of reader.painted()) reader.shown.levelOf(id);
          }
          const { view } = reader.now;
          const counts = reader.counts();
          const seen = reader.all().filter((mark) => isLayerShown(view, counts, mark.analystId));
          const compare = view.compare;
          const isDifferent =
            compare?.onlyDifferences === true && counts.has(compare.a) && counts.has(compare.b);
          const of = (id: AnalystId) => seen.filter(({ analystId }) => analystId === id);
          const wanted = isDifferent
            ? layerDifferences(of(ana), of(ben)).flatMap(({ a, b }) =>
                [a, b].flatMap((mark) => mark?.id ?? []),
              )
            : foldAlike(seen, ana).map(({ lead }) => lead.id);
          expect(reader.painted().toSorted()).toEqual(wanted.toSorted());
          const painted = reader.shown.near(everywhere);
          for (const one of painted) {
            for (const other of painted) {
              const meet = one.spans.some((s) =>
                other.spans.some((t) => s[0] <= t[1] && t[0] <= s[1]),
              );
              if (one.id === other.id || !meet) continue;
              expect(reader.shown.levelOf(one.id)).not.toBe(reader.shown.levelOf(other.id));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('showing other layers looks only at the marks near what is painted', () => {
    let looked = 0;
    const analysts = [ana, ben, cem] as const;
    const marks = Array.from({ length: 10_000 }, (_, index) => {
      const start = Math.floor(index / 3) * 300;
      const analystId = analysts[index % 3] ?? ana;
      const mark = row(`m${index}`, analystId, { spans: [[start, start + 40]] });
      return Object.defineProperty({ ...mark }, 'analystId', {
        get() {
          looked += 1;
          return analystId;
        },
      });
    });
    const counts = new Map(analysts.map((id) => [id, 3_334]));
    const now = { view: everyLayer };
    const shown = createShownMarks({
      view: () => now.view,
      counts: () => counts,
      ownId: () => ana,
      chosenId: () => null,
    });
    shown.upsert(marks);
    for (const view of [{ hidden: [ben], compare: null }, compared(true), everyLayer]) {
      looked = 0;
      now.view = view;
      shown.viewChanged();
      const near = shown.near([300_000, 306_000]);
      for (const mark of near) shown.levelOf(mark.id);
      expect(near.length).toBe(view === everyLayer || view.compare === null ? 21 : 0);
      expect(looked).toBeLessThan(2_000);
    }
  });
});
