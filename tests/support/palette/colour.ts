/** A colour as three channels of linear light, 0 to 1, with the primaries and the white of sRGB (IEC 61966-2-1). */
export type LinearColour = readonly [red: number, green: number, blue: number];

/** Reads `#rgb` or `#rrggbb`. Throws a RangeError for anything else. */
export function colourOf(hex: string): LinearColour {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'))?.[1];
  if (digits === undefined) throw new RangeError(`${hex} is no colour`);
  const channel = (at: number) => toLinear(Number.parseInt(digits.slice(at, at + 2), 16) / 255);
  return [channel(0), channel(2), channel(4)];
}

function toLinear(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}

/** The relative luminance of WCAG 2.2: 0 for black, 1 for white. */
export function luminance([red, green, blue]: LinearColour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours by WCAG 2.2: 1 for equal ones, 21 for black and white. */
export function contrast(a: LinearColour, b: LinearColour): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

type Triple = readonly [number, number, number];

function multiply(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const row = (index: number) => {
    const [a, b, c] = matrix[index] ?? [0, 0, 0];
    return a * x + b * y + c * z;
  };
  return [row(0), row(1), row(2)];
}

// Björn Ottosson, "A perceptual color space for image processing" (2020), as CSS Color 4 uses it.
const toCones: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toOklab: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const fromOklab: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const fromCones: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** What `color-mix(in oklab, a SHARE, b)` gives; the share of `a` is 0 to 1. */
export function mix(a: LinearColour, share: number, b: LinearColour): LinearColour {
  const oklab = (colour: LinearColour) => {
    const [l, m, s] = multiply(toCones, colour);
    return multiply(toOklab, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
  };
  const [one, other] = [oklab(a), oklab(b)];
  const blend = (index: 0 | 1 | 2) => one[index] * share + other[index] * (1 - share);
  const [l, m, s] = multiply(fromOklab, [blend(0), blend(1), blend(2)]);
  return within(multiply(fromCones, [l ** 3, m ** 3, s ** 3]));
}

/** The nearest colour that a screen can show. */
export function within([red, green, blue]: LinearColour): LinearColour {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return [clamp(red), clamp(green), clamp(blue)];
}
