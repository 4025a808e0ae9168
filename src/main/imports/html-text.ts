import type { BlockKind, InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import { trimRange } from '../../shared/domain/sources/text-lines.ts';
import { describeContainer } from './html-containers.ts';
import type { PageContainer } from './html-containers.ts';
import {
  attributeOf,
  blockElements,
  isHidden,
  preformattedElements,
  unseenElements,
  walkPage,
} from './html-elements.ts';
import type { PageNode } from './html-elements.ts';
import { createInlineReader } from './html-inline.ts';
import { startNumbers, takeNumber } from './html-lists.ts';
import type { ListNumbers } from './html-lists.ts';
import { isDataTable } from './html-tables.ts';

/** A block of a page: its range in the text, and the element it stands in. */
export interface PageBlock {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
  readonly container: number;
  /** How many of its UTF-16 code units are the text of links. */
  readonly linkLength: number;
  /** Whether it is the alternative text of a picture, which a reader of the page does not see. */
  readonly isAlternative: boolean;
}

/** The visible text of a page, its blocks, and its block elements (parents first). */
export interface PageText {
  readonly text: string;
  readonly blocks: readonly PageBlock[];
  readonly containers: readonly PageContainer[];
  /** Links, bold and italic words; addresses as the page writes them. */
  readonly inlineRanges: readonly InlineRange[];
}

/** What changed on entering an element, to be undone on leaving it. */
interface Frame {
  readonly node: PageNode;
  readonly container: number;
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly listDepth: number;
  readonly numbers: ListNumbers | null;
  readonly isPreformatted: boolean;
  readonly isTable: boolean;
  readonly isInArticle: boolean;
}

/**
 * The text of a page as a browser shows it: white space collapsed, a line break for `<br>`, an empty line between
 * blocks, cells parted by tabs and rows by line breaks, items of ordered lists with their numbers. The alternative text
 * of a picture is a caption after the block it stands in. `visit` sees every element, also those that are not shown.
 */
export function readPageText(root: PageNode, visit: (node: PageNode) => void): PageText {
  const containers: PageContainer[] = [describeContainer(root, -1, false)];
  const blocks: PageBlock[] = [];
  const parts: string[] = [];
  let length = 0;
  let line = '';
  let linkLength = 0;
  let linkDepth = 0;
  // The number of a list item goes before its first words, in whatever block these stand.
  let number = '';
  let alternatives: string[] = [];
  const inline = createInlineReader();
  let frame: Frame = {
    node: root,
    container: 0,
    kind: 'paragraph',
    level: null,
    listDepth: 0,
    numbers: null,
    isPreformatted: false,
    isTable: false,
    isInArticle: false,
  };
  const frames: Frame[] = [frame];

  function endBlock(): void {
    const content = line;
    const linked = linkLength;
    line = '';
    linkLength = 0;
    const { start, end } = trimRange(content, 0, content.length);
    if (start === end) {
      inline.endLine(0, 0, 0, 0);
      addAlternatives();
      return;
    }
    // The indentation of a first line that keeps its white space belongs to the text.
    const from = frame.isPreformatted ? content.lastIndexOf('\n', start - 1) + 1 : start;
    const gap = length === 0 ? '' : '\n\n';
    const begin = length + gap.length;
    parts.push(gap, content.slice(from, end));
    length = begin + end - from;
    const { kind, level, container } = frame;
    const block = { kind, level, start: begin + start - from, end: length, container };
    blocks.push({ ...block, linkLength: Math.min(linked, end - start), isAlternative: false });
    inline.endLine(content.length, begin - from, block.start, block.end);
    addAlternatives();
  }

  function addAlternatives(): void {
    for (const words of alternatives) {
      const gap = length === 0 ? '' : '\n\n';
      const start = length + gap.length;
      parts.push(gap, words);
      length = start + words.length;
      const { container } = frame;
      const block = { kind: 'caption' as const, level: null, start, end: length, container };
      blocks.push({ ...block, linkLength: 0, isAlternative: true });
    }
    alternatives = [];
  }

  function addAlternative(node: PageNode): void {
    const words = attributeOf(node, 'alt').replaceAll(/\s+/g, ' ').trim();
    if (isDescription(words) && !isHidden(node) && !alternatives.includes(words)) {
      alternatives.push(words);
    }
  }

  function addText(characters: string): void {
    if (number !== '' && /\S/.test(characters)) {
      inline.skip(line.length, line.length + number.length);
      line += number;
      number = '';
    }
    if (frame.isPreformatted && !frame.isTable) {
      line += characters.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
      return;
    }
    let collapsed = /[\t\n\r\f]| {2}/.test(characters)
      ? characters.replaceAll(/[ \t\n\r\f]+/g, ' ')
      : characters;
    if (collapsed.startsWith(' ')) {
      const last = line.at(-1);
      if (last === undefined || last === ' ' || last === '\n' || last === '\t') {
        collapsed = collapsed.slice(1);
      }
    }
    line += collapsed;
    if (linkDepth > 0) linkLength += collapsed.length;
  }

  function addBreak(): void {
    if (frame.isTable) return addText(' ');
    if (line.endsWith(' ') && !frame.isPreformatted) line = line.slice(0, -1);
    // Two breaks in a row part paragraphs on many pages.
    if (line.endsWith('\n') && !frame.isPreformatted) endBlock();
    else if (line !== '') line += '\n';
  }

  function addCellSeparator(separator: string): void {
    line = line.replace(/ $/, '');
    if (line !== '') line += separator;
  }

  function enterTablePart(node: PageNode): void {
    if (node.localName === 'tr') addCellSeparator('\n');
    else if (node.localName === 'td' || node.localName === 'th') {
      if (previousCell(node)) line = `${line.replace(/ $/, '')}\t`;
    } else addText(' ');
  }

  function enter(node: PageNode): boolean {
    if (node.nodeType === 3) {
      addText(node.nodeValue ?? '');
      return false;
    }
    if (node.nodeType !== 1) return false;
    visit(node);
    const { localName } = node;
    if (localName === 'br') addBreak();
    if (localName === 'img') addAlternative(node);
    if (unseenElements.has(localName) || localName === 'br' || isHidden(node)) return false;
    if (localName === 'a') linkDepth += 1;
    if (!blockElements.has(localName)) {
      inline.enter(node, line.length);
      return true;
    }
    if (frame.isTable && localName !== 'caption') {
      enterTablePart(node);
      return true;
    }
    endBlock();
    if (localName === 'li' && frame.numbers !== null) number = takeNumber(frame.numbers, node);
    frame = openFrame(frame, node, containers);
    frames.push(frame);
    return true;
  }

  function leave(node: PageNode): void {
    if (node.localName === 'a') linkDepth -= 1;
    if (frame.node === node) {
      endBlock();
      frames.pop();
      frame = frames.at(-1) ?? frame;
      if (node.localName === 'li') number = '';
    } else if (!blockElements.has(node.localName)) inline.leave(node, line.length);
    else if (frame.isTable && /^(?:p|div|li|ul|ol)$/.test(node.localName)) addText(' ');
  }

  walkPage(root, enter, leave);
  endBlock();
  return { text: parts.join(''), blocks, containers, inlineRanges: inline.ranges };
}

/** Whether an alternative text describes a picture, and does not merely name a file or a sign. */
function isDescription(words: string): boolean {
  if (words.length < 5 || !/\p{L}{2}/u.test(words)) return false;
  return !/^\S+\.(?:jpe?g|png|gif|webp|svg|avif|bmp)$|^\S*[_/]\S*$|^https?:/i.test(words);
}

function openFrame(frame: Frame, node: PageNode, containers: PageContainer[]): Frame {
  const { localName } = node;
  const container = containers.length;
  const described = describeContainer(node, frame.container, frame.isInArticle);
  containers.push(described);
  const next: Frame = {
    ...frame,
    node,
    container,
    isInArticle: frame.isInArticle || described.articleMark > 0,
    isPreformatted: frame.isPreformatted || preformattedElements.has(localName),
  };
  switch (localName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return { ...next, kind: 'heading', level: Number(localName.slice(1)) };
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return { ...next, listDepth: frame.listDepth + 1, numbers: startNumbers(node) };
    case 'li':
      return { ...next, kind: 'list-item', level: Math.max(1, frame.listDepth) };
    case 'blockquote':
      return { ...next, kind: 'quotation', level: null };
    case 'figcaption':
    case 'caption':
      return { ...next, kind: 'caption', level: null, isTable: false };
    case 'table':
      return isDataTable(node) ? { ...next, kind: 'table', level: null, isTable: true } : next;
    default:
      return next;
  }
}

function previousCell(cell: PageNode): boolean {
  for (let node = cell.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node === cell) return false;
    if (node.localName === 'td' || node.localName === 'th') return true;
  }
  return false;
}
