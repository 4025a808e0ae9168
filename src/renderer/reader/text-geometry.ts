import { isHighSurrogate, isLowSurrogate, type Span } from '../../shared/domain/highlights/span.ts';
import { directionOf } from './lines.ts';
import { lineAt, lineCount, lineEnd, lineStart, type LineTable } from './positions.ts';

/** A place in the page, as ranges and selections name it. */
export interface DomPlace {
  readonly node: Node;
  readonly offset: number;
}

/** Where the characters of the text stand in the page and on the screen. Offsets are UTF-16 code units of the text. */
export interface TextGeometry {
  placeOf(offset: number): DomPlace;
  /** The offset of a place in the page, or null where it lies in no line. */
  offsetOf(node: Node, offset: number): number | null;
  /** The box of the character at an offset, of the line's end behind its last one; null where it is folded away. */
  boxOf(offset: number): DOMRect | null;
  /** The character at a point of the window, or null where there is none. */
  characterAt(x: number, y: number): number | null;
  /** The caret's place nearest to a point of the window. */
  caretAt(x: number, y: number): number | null;
  /** Whether the character at an offset reads from right to left; a sign without a direction reads as its line does. */
  isRightToLeft(offset: number): boolean;
  /** What stands between two heights of the window, a little more rather than less. */
  spanBetween(top: number, bottom: number): Span;
  /** Must be told which lines are folded away, in order of the text. */
  setShownLines(lines: readonly number[]): void;
}

/** A line as long as this is searched for its visible part. */
const longLine = 2_000;

/** The geometry of a text whose lines are the elements with `data-line` in `root`. */
export function createTextGeometry(
  root: HTMLElement,
  text: string,
  table: LineTable,
): TextGeometry {
  // One for all: until its memory is freed, the page keeps every range up to date with every change of an element.
  const measured = document.createRange();
  let elements = findElements(root);
  let shown: readonly number[] = elements.map((_, index) => index);

  function elementOf(line: number): HTMLElement {
    // The editor draws a line anew after an input method wrote into it.
    if (elements[line]?.isConnected !== true) elements = findElements(root);
    return elements[line] ?? root;
  }

  function placeOf(offset: number): DomPlace {
    const line = lineAt(table, offset);
    const element = elementOf(line);
    const within = Math.min(offset, lineEnd(table, line)) - lineStart(table, line);
    const content = element.firstChild;
    if (content?.nodeType !== Node.TEXT_NODE) return { node: element, offset: 0 };
    return { node: content, offset: Math.min(within, content.nodeValue?.length ?? 0) };
  }

  function offsetOf(node: Node, offset: number): number | null {
    const element = (node instanceof Element ? node : node.parentElement)?.closest('[data-line]');
    if (!(element instanceof HTMLElement) || !root.contains(element)) return null;
    const line = Number(element.dataset.line);
    if (node.nodeType === Node.TEXT_NODE) return lineStart(table, line) + offset;
    return offset === 0 ? lineStart(table, line) : lineEnd(table, line);
  }

  function boxOf(offset: number): DOMRect | null {
    const line = lineAt(table, offset);
    const element = elementOf(line);
    if (offset >= lineEnd(table, line)) {
      const last = lineEnd(table, line) - 1;
      const box = last < lineStart(table, line) ? element.getClientRects()[0] : lastBox(last);
      return box ?? null;
    }
    return boxes(offset)[0] ?? null;
  }

  function lastBox(offset: number): DOMRect | undefined {
    return [...boxes(offset)].at(-1);
  }

  function boxes(offset: number): DOMRectList {
    const start = isLowSurrogate(text.charCodeAt(offset)) ? offset - 1 : offset;
    const place = placeOf(start);
    measured.setStart(place.node, place.offset);
    const end = place.offset + (isHighSurrogate(text.charCodeAt(start)) ? 2 : 1);
    measured.setEnd(place.node, Math.min(end, place.node.nodeValue?.length ?? 0));
    return measured.getClientRects();
  }

  function caretAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret === null ? null : offsetOf(caret.offsetNode, caret.offset);
  }

  function characterAt(x: number, y: number): number | null {
    const caret = caretAt(x, y);
    if (caret === null) return null;
    // The caret stands before or behind the character under the pointer, by the half it is on.
    for (const offset of [caret, caret - 1]) {
      if (offset < 0 || offset >= text.length || text[offset] === '\n') continue;
      if ([...boxes(offset)].some((box) => holds(box, x, y))) return offset;
    }
    return null;
  }

  function spanBetween(top: number, bottom: number): Span {
    if (shown.length === 0) return [0, 0];
    const rowBox = (row: number): DOMRect => elementOf(shown[row] ?? 0).getBoundingClientRect();
    const firstRow = firstIndex(0, shown.length - 1, (row) => rowBox(row).bottom > top);
    const lastRow = firstIndex(firstRow, shown.length - 1, (row) => rowBox(row).bottom >= bottom);
    const first = shown[firstRow] ?? 0;
    const last = shown[lastRow] ?? lineCount(table) - 1;
    return [offsetInLine(first, top, 0), offsetInLine(last, bottom, longLine)];
  }

  /** In a long line the first offset that reaches below a height, else its start (where `more` is 0) or its end. */
  function offsetInLine(line: number, height: number, more: number): number {
    const start = lineStart(table, line);
    const end = lineEnd(table, line);
    if (end - start <= longLine) return more === 0 ? start : end;
    const at = firstIndex(start, end, (offset) => (boxOf(offset)?.bottom ?? 0) > height);
    return Math.max(start, Math.min(end, more === 0 ? at - longLine : at + more));
  }

  return {
    placeOf,
    offsetOf,
    boxOf,
    characterAt,
    caretAt,
    isRightToLeft(offset) {
      const own = directionOf(String.fromCodePoint(text.codePointAt(offset) ?? 0));
      if (own !== 'auto') return own === 'rtl';
      // Figures go from left to right in every line.
      return elementOf(lineAt(table, offset)).dir === 'rtl' && !/\p{N}/u.test(text[offset] ?? '');
    },
    spanBetween,
    setShownLines(lines) {
      shown = lines;
    },
  };
}

function findElements(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-line]')];
}

function holds(box: DOMRect, x: number, y: number): boolean {
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
}

/** The first index from `low` to `high` for which the test holds, or `high`; the test turns from false to true once. */
function firstIndex(low: number, high: number, test: (index: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
