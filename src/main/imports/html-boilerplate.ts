import { contextRules, pageRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { isRelatedListTitle } from '../../shared/domain/sources/find-boilerplate.ts';
import type { ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';
import type { PageContainer } from './html-containers.ts';
import type { PageBlock, PageText } from './html-text.ts';

const leastProse = 80;
// A part of the page that holds more of its sentences than this is no furniture, whatever it is called.
const mostProseOfFurniture = 0.25;
const leastProseOfArticle = 0.7;

/** The blocks of a page, those with a rule that are certainly not part of its article; `title` is the page's own. */
export function markPageFurniture(page: PageText, title: string | null): readonly ParsedBlock[] {
  const { text, blocks, containers } = page;
  measure(page);
  const rules = decideRules(containers, findRelatedParts(page));
  const article = findArticle(page, rules, title);
  const result = blocks.map((block, index) => {
    const inherited =
      rules[block.container] ?? (block.isAlternative ? pageRules.alternativeText.id : null);
    const isTitle = index === article.title;
    const isOutside =
      article.blocks !== null && (index < article.blocks.first || index > article.blocks.last);
    const isProse = isProseBlock(text, block);
    const rule =
      inherited ??
      (isOutside && (article.isMarked || (!isProse && isMinor(block)))
        ? pageRules.outsideArticle.id
        : null);
    const { kind, level, start, end } = block;
    return { kind, level, start, end, boilerplateRule: isTitle ? null : rule };
  });
  return result;
}

function isMinor({ kind, start, end }: PageBlock): boolean {
  return (
    kind === 'heading' || ((kind === 'paragraph' || kind === 'list-item') && end - start < 200)
  );
}

function measure({ text, blocks, containers }: PageText): void {
  for (const block of blocks) {
    const container = containers[block.container];
    if (container === undefined) continue;
    container.textLength += block.end - block.start;
    container.linkLength += block.linkLength;
    container.blockCount += 1;
    if (isProseBlock(text, block)) container.proseLength += block.end - block.start;
  }
  for (let index = containers.length - 1; index > 0; index -= 1) {
    const container = containers[index];
    const parent = containers[container?.parent ?? 0];
    if (container === undefined || parent === undefined) continue;
    parent.textLength += container.textLength;
    parent.linkLength += container.linkLength;
    parent.blockCount += container.blockCount;
    parent.proseLength += container.proseLength;
  }
}

function isProseBlock(text: string, { kind, start, end, linkLength }: PageBlock): boolean {
  if (kind === 'heading' || kind === 'table' || kind === 'caption') return false;
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text.slice(start, start + 20));
  if (end - start - linkLength < (wide ? leastProse / 2 : leastProse)) return false;
  return /[.!?。！？।؟]/.test(text.slice(start, end));
}

/** The rule of each container: its own if it does not hold the article, else that of its parent. */
function decideRules(
  containers: readonly PageContainer[],
  related: ReadonlySet<number>,
): readonly (string | null)[] {
  const rules: (string | null)[] = [];
  const all = containers[0]?.proseLength ?? 0;
  containers.forEach((container, index) => {
    const inherited = index === 0 ? null : (rules[container.parent] ?? null);
    const isArticle = container.proseLength > mostProseOfFurniture * all;
    const own = container.rule !== null && !isArticle ? container.rule : null;
    const list = related.has(index) ? contextRules.relatedList.id : null;
    rules.push(inherited ?? own ?? list ?? (isLinkList(container) ? pageRules.linkList.id : null));
  });
  return rules;
}

/** The parts of a page that begin with the title of a list of other articles, and hold not most of its sentences. */
function findRelatedParts({ text, blocks, containers }: PageText): ReadonlySet<number> {
  const parts = new Set<number>();
  const firstBlock = new Map<number, number>();
  blocks.forEach(({ container }, index) => {
    for (let at = container; at >= 0 && !firstBlock.has(at); at = containers[at]?.parent ?? -1) {
      firstBlock.set(at, index);
    }
  });
  const all = containers[0]?.proseLength ?? 0;
  blocks.forEach(({ container, start, end }, index) => {
    if (end - start > 90 || !isRelatedListTitle(text.slice(start, end))) return;
    let part = -1;
    for (let at = container; at > 0; at = containers[at]?.parent ?? -1) {
      const { tag, articleMark, proseLength } = containers[at] ?? noContainer;
      const isPage = tag === 'body' || tag === 'html' || articleMark > 0;
      if (firstBlock.get(at) !== index || isPage || proseLength > 0.5 * all) break;
      part = at;
    }
    if (part !== -1) parts.add(part);
  });
  return parts;
}

function isLinkList({
  tag,
  textLength,
  linkLength,
  proseLength,
  blockCount,
}: PageContainer): boolean {
  if (tag === 'html' || tag === 'body' || blockCount < 4 || proseLength > 0) return false;
  return linkLength > 0.9 * textLength && textLength / blockCount < 120;
}

const noContainer = { tag: 'body', articleMark: 0, proseLength: 0 };

interface Article {
  /** The first and the last block of the article, or null where the page does not tell. */
  readonly blocks: { readonly first: number; readonly last: number } | null;
  /** Whether the page itself marks the article, and it was not found by where its sentences stand. */
  readonly isMarked: boolean;
  /** The block that is the title, or -1. */
  readonly title: number;
}

function findArticle(
  page: PageText,
  rules: readonly (string | null)[],
  title: string | null,
): Article {
  const { text, blocks, containers } = page;
  const prose = blocks.flatMap((block, index) =>
    rules[block.container] === null && isProseBlock(text, block) ? [index] : [],
  );
  const total = prose.reduce((sum, index) => sum + lengthOf(blocks[index]), 0);
  const titleBlock = findTitle(page, title);
  if (total === 0) return { blocks: null, isMarked: false, title: titleBlock };
  const held = proseByContainer(page, prose);
  const marked = containers.flatMap(({ articleMark }, index) =>
    articleMark > 0 && (held[index] ?? 0) >= leastProseOfArticle * total ? [index] : [],
  );
  const chosen = marked.at(-1) ?? deepestHolder(containers, held, 0.9 * total);
  // Where the page marks nothing, a few sentences do not show where its article is.
  const isShown = marked.length > 0 || (prose.length >= 3 && total >= 600);
  if (chosen === 0 || !isShown) return { blocks: null, isMarked: false, title: titleBlock };
  const within = containersWithin(containers, chosen);
  const inside = blocks.flatMap(({ container }, index) =>
    within[container] === true ? [index] : [],
  );
  const last = inside.at(-1) ?? 0;
  const first = Math.min(inside[0] ?? 0, titleBlock === -1 ? Infinity : titleBlock);
  return { blocks: { first, last }, isMarked: marked.length > 0, title: titleBlock };
}

function proseByContainer({ blocks, containers }: PageText, prose: readonly number[]): number[] {
  const held = containers.map(() => 0);
  for (const index of prose) {
    const block = blocks[index];
    if (block !== undefined) held[block.container] = (held[block.container] ?? 0) + lengthOf(block);
  }
  for (let index = containers.length - 1; index > 0; index -= 1) {
    const parent = containers[index]?.parent ?? 0;
    held[parent] = (held[parent] ?? 0) + (held[index] ?? 0);
  }
  return held;
}

// Elements that hold one block and not a run of them.
const leafElements: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 li dd dt blockquote pre td th tr figcaption'.split(' '),
);

function deepestHolder(
  containers: readonly PageContainer[],
  held: readonly number[],
  least: number,
): number {
  let deepest = 0;
  containers.forEach(({ parent, tag }, index) => {
    if (parent !== deepest || leafElements.has(tag)) return;
    if ((held[index] ?? 0) >= least) deepest = index;
  });
  return deepest;
}

/** For each container whether it is `outer` or stands in it. */
function containersWithin(containers: readonly PageContainer[], outer: number): readonly boolean[] {
  const within: boolean[] = [];
  containers.forEach(({ parent }, index) => {
    within.push(index === outer || (within[parent] ?? false));
  });
  return within;
}

function lengthOf(block: PageBlock | undefined): number {
  return block === undefined ? 0 : block.end - block.start;
}

/** The heading that says what the page's own title says, or the only heading of the first level. */
function findTitle({ text, blocks }: PageText, title: string | null): number {
  const wanted = title === null ? '' : plain(title);
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading'
      ? [{ index, level: block.level, words: plain(text.slice(block.start, block.end)) }]
      : [],
  );
  const same = headings.find(({ words }) => words !== '' && words === wanted);
  if (same !== undefined) return same.index;
  // Sites add their name or the author's to the title, or shorten it.
  const similar = headings.find(
    ({ words }) =>
      Math.min(words.length, wanted.length) > 0.5 * Math.max(words.length, wanted.length) &&
      (words.includes(wanted) || wanted.includes(words)),
  );
  if (similar !== undefined) return similar.index;
  const first = headings.filter(({ level }) => level === 1);
  return first.length === 1 ? (first[0]?.index ?? -1) : -1;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
