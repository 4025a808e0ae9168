import { describe, expect, test } from 'vitest';
import { markStyles } from '../../../src/renderer/reader/mark-styles.ts';
import { difference, labOf } from '../../support/palette/colour-difference.ts';
import { seenBy, visions, type Vision } from '../../support/palette/colour-vision.ts';
import { contrast, mix, type LinearColour } from '../../support/palette/colour.ts';
import { themeColours, themes, type ThemeColours } from '../../support/palette/theme-colours.ts';

const palette = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const surfaces = ['--surface', '--surface-side', '--surface-raised'] as const;
const markStyleSheet = markStyles();

/** Pairs of names whose colours differ by less than a threshold to these eyes. */
function alike(
  names: readonly string[],
  of: ThemeColours,
  vision: Vision,
  threshold: number,
): readonly string[] {
  const seen = names.map((name) => ({ name, lab: labOf(seenBy(vision, of(name))) }));
  return seen.flatMap((one, index) =>
    seen
      .slice(index + 1)
      .filter((other) => difference(one.lab, other.lab) < threshold)
      .map((other) => `${one.name} and ${other.name}`),
  );
}

/** The colours that words of the source can stand on, as the rules of the reader give them: `var(--x)` or a mixture of two. */
function backgrounds(of: ThemeColours): ReadonlyMap<string, LinearColour> {
  const usual = markStyleSheet.slice(0, markStyleSheet.indexOf('@media'));
  const rules = usual.matchAll(/highlight\(([\w-]+)\) \{ background-color: ([^;]+);/g);
  return new Map(Array.from(rules, ([, name = '', value = '']) => [name, valueOf(value, of)]));
}

function valueOf(value: string, of: ThemeColours): LinearColour {
  const single = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (single !== undefined) return of(single);
  const parts = /^color-mix\(in oklab, var\((--[\w-]+)\) (\d+)%, var\((--[\w-]+)\)\)$/.exec(value);
  const [, one = '', share = '', other = ''] = parts ?? [];
  return mix(of(one), Number(share) / 100, of(other));
}

describe.each(themes)('the palette, %s', (theme) => {
  const of = themeColours(theme);
  const edges = palette.map((colour) => `--tag-${colour}-edge`);
  const fills = palette.map((colour) => `--tag-${colour}-fill`);

  // CIEDE2000: 2.3 is what most people just see. A thin line needs far more than a surface, so edges have the larger distance.
  test.each(visions)('bars and lines are told apart, and fills side by side: %s', (vision) => {
    expect(alike(edges, of, vision, 10)).toEqual([]);
    expect(alike(fills, of, vision, 5)).toEqual([]);
    expect(alike([...fills, '--surface'], of, vision, 5)).toEqual([]);
  });

  // The colour of marks without a tag is the accent of the window, so it cannot move as far away.
  test('where colour does not tell an untagged mark from a tagged one, its symbol does', () => {
    const mistaken = visions.flatMap((vision) =>
      alike([...edges, '--accent'], of, vision, 7).map((pair) => `${vision}: ${pair}`),
    );
    expect(mistaken).toEqual(theme === 'light' ? ['tritanopia: --tag-6-edge and --accent'] : []);
  });

  test('text is readable on every fill, whatever lies below: the topmost covers the others', () => {
    const found = backgrounds(of);
    // Eight colours and none, filled and chosen, and the place that was just brought into view.
    expect(found.size).toBe(19);
    for (const [name, background] of found) {
      expect(contrast(of('--ink'), background), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const colour of palette) {
      const text = of(`--tag-${colour}-text`);
      expect(contrast(text, of(`--tag-${colour}-fill`))).toBeGreaterThanOrEqual(4.5);
      // In the margin the initial of a chosen mark stands on its edge.
      expect(contrast(of('--tag-on-edge'), of(`--tag-${colour}-edge`))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('bars and lines are seen on every surface and on every fill', () => {
    for (const edge of [...edges, '--accent']) {
      for (const under of [...surfaces, ...fills, '--accent-soft']) {
        expect(contrast(of(edge), of(under)), `${edge} on ${under}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('who asks for more contrast gets it', () => {
    const more = themeColours(theme, 'more');
    for (const [name, background] of backgrounds(more)) {
      const least = name.startsWith('mark-fill') ? 7 : 4.5;
      expect(contrast(more('--ink'), background), name).toBeGreaterThanOrEqual(least);
    }
    for (const edge of edges) {
      const line = mix(more(edge), 0.6, more('--ink'));
      expect(contrast(line, more('--surface')), edge).toBeGreaterThanOrEqual(7);
    }
  });
});
