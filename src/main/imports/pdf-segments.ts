/** A piece of text as pdf.js gives it; `transform` maps the unit square of the font to the page. */
export interface PdfItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly fontName: string;
  readonly hasEOL: boolean;
}

/** Words that stand together on one line; lengths in points, `baseline` downwards from the top of the page. */
export interface PdfSegment {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** The height of the font that most of it is set in. */
  size: number;
  readonly isRightToLeft: boolean;
}

/** The segments of a page that are written in one direction; `width` and `height` are the page's, seen from there. */
export interface PdfLayer {
  readonly segments: readonly PdfSegment[];
  readonly width: number;
  readonly height: number;
  /** How many characters it has. */
  readonly length: number;
}

/** Turns of the page, in quarters clockwise, and 4 for text written from top to bottom, its lines from right to left. */
type Direction = 0 | 1 | 2 | 3 | 4;

interface PlacedItem {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Puts the pieces of text of a page together to segments, one layer for each direction they are written in, the layer
 * with most text first. `viewport` maps the page to the screen (y downwards), its own rotation undone.
 */
export function readSegments(
  items: readonly PdfItem[],
  viewport: {
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
  },
  isVertical: (fontName: string) => boolean,
): readonly PdfLayer[] {
  const layers = new Map<Direction, PlacedItem[]>();
  for (const item of items) {
    const placed = place(item, viewport, isVertical(item.fontName));
    if (placed === null) continue;
    const layer = layers.get(placed.direction);
    if (layer === undefined) layers.set(placed.direction, [placed.item]);
    else layer.push(placed.item);
  }
  return [...layers]
    .map(([direction, placed]) => {
      const isTurned = direction % 2 === 1 || direction === 4;
      const segments = joinItems(placed);
      return {
        segments,
        width: isTurned ? viewport.height : viewport.width,
        height: isTurned ? viewport.width : viewport.height,
        length: segments.reduce((sum, { text }) => sum + text.length, 0),
      };
    })
    .sort((first, second) => second.length - first.length);
}

function place(
  item: PdfItem,
  viewport: {
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
  },
  isVertical: boolean,
): { readonly direction: Direction; readonly item: PlacedItem } | null {
  const [a, b, c, d, e, f] = multiply(viewport.transform, item.transform);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const isSane = [e, f, size, item.width].every(
    (value) => Number.isFinite(value) && Math.abs(value) < 1e6,
  );
  if (!isSane || size === 0 || item.str === '') return null;
  const direction: Direction = isVertical
    ? 4
    : ((((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4) as Direction);
  const length = Math.abs(isVertical ? item.height : item.width);
  const [along, across] = turn(direction, e, f, viewport.width, viewport.height);
  return {
    direction,
    item: {
      text: item.str,
      left: along,
      right: along + length,
      baseline: across,
      size,
      isRightToLeft: item.dir === 'rtl',
    },
  };
}

function turn(
  direction: Direction,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number] {
  switch (direction) {
    case 0:
      return [x, y];
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
    case 4:
      return [y, width - x];
  }
}

function multiply(
  first: readonly number[],
  second: readonly number[],
): readonly [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

// In ems: what is narrower parts no words, and what is wider parts columns or cells.
const narrowestSpace = 0.12;
const widestSpace = 1.1;

function joinItems(items: readonly PlacedItem[]): readonly PdfSegment[] {
  const segments: PdfSegment[] = [];
  let current: PdfSegment | null = null;
  let longest = 0;
  for (const item of items) {
    const isBlank = item.text.trim() === '';
    if (current !== null && continues(current, item)) {
      // A space may be as wide as a gutter; only what stands after it tells.
      if (!isBlank) {
        append(current, item);
        // A bullet or the number of a note may be smaller than the words beside it.
        if (item.text.length > longest) {
          longest = item.text.length;
          ({ size: current.size, baseline: current.baseline } = item);
        }
      } else if (item.right - item.left <= widestSpace * current.size)
        current.text = `${current.text.trimEnd()} `;
      continue;
    }
    if (isBlank) continue;
    current = { ...item };
    longest = item.text.length;
    segments.push(current);
  }
  for (const segment of segments) segment.text = segment.text.replaceAll(/\s+/g, ' ').trim();
  return segments.filter(({ text }) => text !== '');
}

function continues(segment: PdfSegment, item: PlacedItem): boolean {
  const em = Math.max(segment.size, item.size);
  if (Math.abs(segment.baseline - item.baseline) > 0.45 * em) return false;
  // A size much smaller is an exponent; one much larger is an initial or another text.
  if (item.size > 1.9 * segment.size) return false;
  const isAfter =
    item.left >= segment.right - 0.5 * em && item.left - segment.right <= widestSpace * em;
  const isBefore =
    item.right <= segment.left + 0.5 * em && segment.left - item.right <= widestSpace * em;
  if (isAfter && !item.isRightToLeft) return true;
  return (
    isBefore &&
    (item.isRightToLeft || (segment.isRightToLeft && rightToLeftLetter.test(segment.text)))
  );
}

function append(segment: PdfSegment, item: PlacedItem): void {
  const isBefore = item.left < segment.left;
  const gap = isBefore ? segment.left - item.right : item.left - segment.right;
  const needsSpace =
    gap > narrowestSpace * Math.max(segment.size, item.size) &&
    !/\s$/.test(segment.text) &&
    !/^\s/.test(item.text) &&
    !areBothIdeographs(segment.text, item.text);
  segment.text += (needsSpace ? ' ' : '') + item.text;
  segment.left = Math.min(segment.left, item.left);
  segment.right = Math.max(segment.right, item.right);
}

const ideograph = '[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const endsInIdeograph = new RegExp(`${ideograph}$`);
const beginsWithIdeograph = new RegExp(`^${ideograph}`);

/** Whether two parts of a text join without a space, as in Chinese and Japanese. */
export function areBothIdeographs(before: string, after: string): boolean {
  return endsInIdeograph.test(before) && beginsWithIdeograph.test(after);
}
