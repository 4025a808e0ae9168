/** The names of the eight colours of the palette, by index. */
export const paletteWords = [
  'Blue',
  'Orange',
  'Green',
  'Red',
  'Purple',
  'Yellow',
  'Turquoise',
  'Grey',
] as const;
