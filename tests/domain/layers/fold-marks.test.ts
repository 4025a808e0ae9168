import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSpans, envelope } from '../../../src/shared/domain/highlights/span.ts';
import type { AnalystId } from '../../../src/shared/domain/ids.ts';
import {
  agreementKey,
  foldAlike,
  foldInOrder,
} from '../../../src/shared/domain/layers/fold-marks.ts';
import { ana, ben, cem, layerMark, layerMarks } from './layer-mark.ts';

function idsOf(folds: ReturnType<typeof foldAlike>): readonly (readonly string[])[] {
  return folds.map(({ marks }) => marks.map(({ id }) => id));
}

describe('folding', () => {
  test('marks of two analysts with the same spans, tags and claim-ness are one', () => {
    const marks = [
      layerMark('1', ana, { tags: ['x', 'y'] }),
      layerMark('2', ben, { tags: ['y', 'x'] }),
      layerMark('3', cem, { tags: ['x'] }),
      layerMark('4', cem, { tags: ['x', 'y'], claim: 'c' }),
      layerMark('5', cem, {
        tags: ['x', 'y'],
        spans: [
          [0, 4],
          [4, 9],
        ],
      }),
    ];
    expect(idsOf(foldAlike(marks, ana))).toEqual([['1', '2'], ['3'], ['4'], ['5']]);
  });

  test('a mention of another claim agrees: which claim it is does not count', () => {
    const marks = [layerMark('1', ana, { claim: 'c' }), layerMark('2', ben, { claim: 'd' })];
    expect(idsOf(foldAlike(marks, null))).toEqual([['1', '2']]);
  });

  test('one’s own mark leads, else the first by id', () => {
    const marks = [layerMark('2', ben), layerMark('1', ana), layerMark('3', cem)];
    const leadFor = (own: AnalystId | null) => foldAlike(marks, own)[0]?.lead.id;
    expect([leadFor(cem), leadFor(ben), leadFor(null)]).toEqual(['3', '2', '1']);
  });

  test('what one analyst made twice stays twice', () => {
    const marks = [layerMark('1', ana), layerMark('2', ana), layerMark('3', ben)];
    expect(idsOf(foldAlike(marks, ana))).toEqual([['1', '3'], ['2']]);
    expect(foldAlike([], ana)).toEqual([]);
  });

  test('every mark is in one fold, with none of its analyst and only with such as agree; there are as few as can be', () => {
    fc.assert(
      fc.property(layerMarks, (marks) => {
        const folds = foldAlike(marks, ana);
        expect(folds.flatMap((fold) => fold.marks.map(({ id }) => id)).toSorted()).toEqual(
          marks.map(({ id }) => id).toSorted(),
        );
        for (const fold of folds) {
          expect(new Set(fold.marks.map(agreementKey)).size).toBe(1);
          expect(new Set(fold.marks.map(({ analystId }) => analystId)).size).toBe(
            fold.marks.length,
          );
          expect(fold.marks).toContain(fold.lead);
        }
        const most = new Map<string, number>();
        for (const mark of marks) {
          const key = agreementKey(mark);
          const alike = marks.filter(
            (other) => agreementKey(other) === key && other.analystId === mark.analystId,
          );
          most.set(key, Math.max(most.get(key) ?? 0, alike.length));
        }
        expect(folds).toHaveLength([...most.values()].reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  test('the order of the marks does not matter', () => {
    fc.assert(
      fc.property(layerMarks, fc.infiniteStream(fc.double({ noNaN: true })), (marks, random) => {
        const shuffled = marks
          .map((mark) => ({ mark, at: random.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ mark }) => mark);
        const sets = (list: typeof marks) =>
          foldAlike(list, ben)
            .map((fold) => `${fold.lead.id}: ${fold.marks.map(({ id }) => id).join()}`)
            .toSorted();
        expect(sets(shuffled)).toEqual(sets(marks));
      }),
    );
  });

  test('in reading order the walk folds what folding all at once does', () => {
    fc.assert(
      fc.property(layerMarks, (marks) => {
        const ordered = marks.toSorted(
          (a, b) => compareSpans(envelope(a.spans), envelope(b.spans)) || (a.id < b.id ? -1 : 1),
        );
        expect(idsOf(foldInOrder(ordered, ana))).toEqual(idsOf(foldAlike(ordered, ana)));
      }),
    );
  });
});
