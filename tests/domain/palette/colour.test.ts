import { describe, expect, test } from 'vitest';
import { difference, labOf } from '../../support/palette/colour-difference.ts';
import { seenBy } from '../../support/palette/colour-vision.ts';
import { colourOf, contrast, mix } from '../../support/palette/colour.ts';

describe('the measures of colour', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast(colourOf('#000'), colourOf('#fff'))).toBeCloseTo(21, 5);
    expect(contrast(colourOf('#777777'), colourOf('#ffffff'))).toBeCloseTo(4.48, 2);
  });

  test('a mixture is that of the style sheets', () => {
    const [red, green, blue] = mix(colourOf('#ff0000'), 1, colourOf('#0000ff'));
    expect([red, green, blue].map((channel) => Math.round(channel * 1_000))).toEqual([1_000, 0, 0]);
    const grey = mix(colourOf('#ffffff'), 0.5, colourOf('#000000'));
    expect(grey[0]).toBeCloseTo(0.125, 3);
  });

  // Pairs of the paper of Sharma, Wu and Dalal, whose table is for checking implementations.
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [61, -5, 29], 22.8977],
    [[50, 2.5, 0], [56, -27, -3], 31.903],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('%j and %j differ by %d', (one, other, expected) => {
    expect(difference(one, other)).toBeCloseTo(expected, 4);
    expect(difference(other, one)).toBeCloseTo(expected, 4);
  });

  test('those who lack a kind of cones see white, grey and black as they are, and mistake its colours', () => {
    for (const vision of ['protanopia', 'deuteranopia', 'tritanopia'] as const) {
      for (const neutral of ['#000000', '#808080', '#ffffff']) {
        const colour = colourOf(neutral);
        expect(difference(labOf(seenBy(vision, colour)), labOf(colour))).toBeLessThan(1);
      }
    }
    const apart = (vision: Parameters<typeof seenBy>[0], one: string, other: string) =>
      difference(labOf(seenBy(vision, colourOf(one))), labOf(seenBy(vision, colourOf(other))));
    // A green and a brown that only red-green vision tells apart, a blue and a green that only blue cones do.
    expect(apart('deuteranopia', '#7b8b00', '#b57a00')).toBeLessThan(
      apart('common', '#7b8b00', '#b57a00') / 2,
    );
    expect(apart('tritanopia', '#0080c0', '#009080')).toBeLessThan(
      apart('common', '#0080c0', '#009080') / 2,
    );
  });
});
