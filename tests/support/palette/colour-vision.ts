import { within, type LinearColour } from './colour.ts';

/** Whose eyes: the common kind, or those without one of the three kinds of cones. */
export const visions = ['common', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof visions)[number];

type Matrix = readonly [LinearColour, LinearColour, LinearColour];

// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency",
// IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1; on linear light.
const protanopia: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const deuteranopia: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];

// Brettel, Viénot and Mollon, "Computerized simulation of color appearance for dichromats", Journal of the Optical
// Society of America A 14 (1997), for sRGB: two half planes. The model of 2009 is known to be poor for this kind.
const tritanopia = {
  normal: [0.03901, -0.02788, -0.01113],
  above: [
    [1.01277, 0.13548, -0.14826],
    [-0.01243, 0.86812, 0.14431],
    [0.07589, 0.805, 0.11911],
  ],
  below: [
    [0.93678, 0.18979, -0.12657],
    [0.06154, 0.81526, 0.1232],
    [-0.37562, 1.12767, 0.24796],
  ],
} as const satisfies { normal: LinearColour; above: Matrix; below: Matrix };

/** A colour as it looks to these eyes, shown to common ones. */
export function seenBy(vision: Vision, colour: LinearColour): LinearColour {
  switch (vision) {
    case 'common':
      return colour;
    case 'protanopia':
      return within(apply(protanopia, colour));
    case 'deuteranopia':
      return within(apply(deuteranopia, colour));
    case 'tritanopia': {
      const side = dot(tritanopia.normal, colour) >= 0 ? tritanopia.above : tritanopia.below;
      return within(apply(side, colour));
    }
  }
}

function apply([red, green, blue]: Matrix, colour: LinearColour): LinearColour {
  return [dot(red, colour), dot(green, colour), dot(blue, colour)];
}

function dot(a: LinearColour, b: LinearColour): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
