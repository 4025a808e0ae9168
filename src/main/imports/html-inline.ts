import type { InlineKind, InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import { attributeOf } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';

/** Follows links, bold and italic words through the lines of a page; offsets are those of the present line. */
export interface InlineReader {
  /** To be called for each element that is entered, with the length of the line so far. */
  readonly enter: (node: PageNode, lineLength: number) => void;
  readonly leave: (node: PageNode, lineLength: number) => void;
  /** Something was written into the line that belongs to none of what has just begun, such as the number of an item. */
  readonly skip: (from: number, lineLength: number) => void;
  /** Ends the line; `shift` turns its offsets into those of the text, ranges are cut to `[start, end)` there. */
  readonly endLine: (lineLength: number, shift: number, start: number, end: number) => void;
  /** What was found, in the order in which it ends; addresses as the page writes them. */
  readonly ranges: readonly InlineRange[];
}

interface OpenRange {
  readonly kind: InlineKind;
  readonly node: PageNode;
  readonly href: string | null;
  start: number;
}

/** Makes a reader of inline ranges; what stands in one of the same kind adds nothing. */
export function createInlineReader(): InlineReader {
  const open: OpenRange[] = [];
  const closed: { kind: InlineKind; href: string | null; start: number; end: number }[] = [];
  const ranges: InlineRange[] = [];

  function enter(node: PageNode, lineLength: number): void {
    for (const kind of kindsOf(node)) {
      if (open.some((other) => other.kind === kind)) continue;
      const href = kind === 'link' ? attributeOf(node, 'href') : null;
      open.push({ kind, node, href, start: lineLength });
    }
  }

  function leave(node: PageNode, lineLength: number): void {
    while (open.length > 0 && open.at(-1)?.node === node) {
      const range = open.pop();
      if (range === undefined || range.start >= lineLength) continue;
      closed.push({ kind: range.kind, href: range.href, start: range.start, end: lineLength });
    }
  }

  function skip(from: number, lineLength: number): void {
    for (const range of open) if (range.start === from) range.start = lineLength;
  }

  function endLine(lineLength: number, shift: number, start: number, end: number): void {
    for (const { kind, href, start: from } of open) {
      if (from < lineLength) closed.push({ kind, href, start: from, end: lineLength });
    }
    for (const range of open) range.start = 0;
    for (const range of closed) {
      const from = Math.max(start, range.start + shift);
      const to = Math.min(end, range.end + shift);
      if (from < to) ranges.push({ kind: range.kind, start: from, end: to, href: range.href });
    }
    closed.length = 0;
  }

  return { enter, leave, skip, endLine, ranges };
}

const none: readonly InlineKind[] = [];
const link: readonly InlineKind[] = ['link'];
const bold: readonly InlineKind[] = ['bold'];
const italic: readonly InlineKind[] = ['italic'];

function kindsOf(node: PageNode): readonly InlineKind[] {
  switch (node.localName) {
    case 'a':
      return attributeOf(node, 'href') === '' ? none : link;
    case 'b':
    case 'strong':
      // Some programs wrap whatever they put on the clipboard in a <b> that is not bold.
      return /font-weight\s*:\s*(?:normal|[1-5]00)/i.test(attributeOf(node, 'style')) ? none : bold;
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
      return /font-style\s*:\s*normal/i.test(attributeOf(node, 'style')) ? none : italic;
    case 'span':
      return styledKinds(attributeOf(node, 'style'));
    default:
      return none;
  }
}

function styledKinds(style: string): readonly InlineKind[] {
  if (style === '') return none;
  const isBold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
  const isItalic = /font-style\s*:\s*(?:italic|oblique)/i.test(style);
  return isBold ? (isItalic ? ['bold', 'italic'] : bold) : isItalic ? italic : none;
}

const harmless: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const longestAddress = 2_000;

/**
 * The ranges in the order of the text, links with whole addresses; those that lead nowhere outside the page, or to
 * something other than a page or a mail address (`javascript:`), are left out. `base` is the page's own address.
 */
export function resolveInlineRanges(
  ranges: readonly InlineRange[],
  base: string | null,
): readonly InlineRange[] {
  return ranges
    .flatMap((range) => {
      if (range.kind !== 'link') return [range];
      const href = resolveAddress(range.href ?? '', base);
      return href === null ? [] : [{ ...range, href }];
    })
    .sort((first, second) => first.start - second.start || second.end - first.end);
}

function resolveAddress(written: string, base: string | null): string | null {
  const address = written.trim();
  if (address.startsWith('#') || address.length > longestAddress) return null;
  const url = URL.parse(address, base ?? undefined);
  return url !== null && harmless.has(url.protocol) && url.href.length <= longestAddress
    ? url.href
    : null;
}
