import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackMarks } from '../../../src/shared/domain/highlights/stacking.ts';
import type { StackedMark } from '../../../src/shared/domain/highlights/stacking.ts';
import { mergeSpans } from '../../../src/shared/domain/highlights/span.ts';
import { text } from '../../fixtures/tagged-text.ts';

function marksOf(tagged: string): readonly StackedMark<string>[] {
  return Object.entries(text(tagged).spans).map(([id, spans]) => ({ id, spans }));
}

describe('marks on top of one another', () => {
  test('the shorter fills, the longer underlines', () => {
    expect(stackMarks(marksOf('<a>He <b>said</b> so</a> twice'))).toEqual([
      { start: 0, end: 3, top: 'a', under: [] },
      { start: 3, end: 7, top: 'b', under: [{ id: 'a', level: 0 }] },
      { start: 7, end: 10, top: 'a', under: [] },
    ]);
  });

  test('of equal ones the later', () => {
    expect(stackMarks(marksOf('<a><b>said</a></b>'))).toEqual([
      { start: 0, end: 4, top: 'b', under: [{ id: 'a', level: 0 }] },
    ]);
  });

  test('a mark of two spans covers both, not what lies between', () => {
    expect(stackMarks(marksOf('<a>He</a> said <a>so</a>'))).toEqual([
      { start: 0, end: 2, top: 'a', under: [] },
      { start: 8, end: 10, top: 'a', under: [] },
    ]);
  });

  test('each character has just the marks that cover it, at their own levels', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 2 })
      .map((pairs) => mergeSpans(pairs.map(([start, length]) => [start, start + length] as const)));
    const lists = fc
      .array(spans, { maxLength: 10 })
      .map((all) => all.map((each, i) => ({ id: `m${i}`, spans: each })));
    fc.assert(
      fc.property(lists, (marks) => {
        const stretches = stackMarks(marks);
        const levels = new Map<string, number>();
        for (let offset = 0; offset < 60; offset += 1) {
          const here = stretches.filter(({ start, end }) => start <= offset && offset < end);
          const covering = marks.filter((mark) =>
            mark.spans.some(([start, end]) => start <= offset && offset < end),
          );
          expect(here.length).toBe(Math.min(1, covering.length));
          const under = here[0]?.under ?? [];
          const shown = here.flatMap(({ top }) => [...under.map(({ id }) => id), top]);
          expect(shown.toSorted()).toEqual(covering.map(({ id }) => id).toSorted());
          expect(new Set(under.map(({ level }) => level)).size).toBe(under.length);
          for (const { id, level } of under) {
            expect(levels.get(id) ?? level).toBe(level);
            levels.set(id, level);
          }
        }
      }),
    );
  });
});
