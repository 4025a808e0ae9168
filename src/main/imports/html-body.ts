import type { PageContainer } from './html-containers.ts';
import { isProseBlock, isWide, lengthOf, sumUp } from './html-measures.ts';
import type { PageText } from './html-text.ts';

/** Where the text of the article of a page stands. */
export interface ArticleBody {
  /** The element that holds it. */
  readonly container: number;
  /** Whether the page itself says so, and it was not found by where its sentences stand. */
  readonly isMarked: boolean;
}

// Elements that hold one block and not a run of them.
const leafElements: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 li dd dt blockquote pre td th tr figcaption ul ol dl font center'.split(' '),
);
const leastBody = 500;
const leastBodyBlocks = 3;
const mostSentences = 0.5;
const runLength = 5;

/**
 * Finds the element that holds the article of a page: the one that holds the words of `guide` (what the page's own data
 * gives as the body of its article), or that is marked as the article and holds most of the sentences of the page, or
 * where sentences stand most densely. `isFurniture` tells of a container whether it is furniture by its name, `teasers`
 * of a container whether it is a headline with a few words about another article. Null where the page does not show it.
 */
export function findArticleBody(
  page: PageText,
  isFurniture: (container: number) => boolean,
  teasers: ReadonlySet<number>,
  guide: string | null,
): ArticleBody | null {
  const { text, blocks, containers } = page;
  const guided = guide === null ? null : findGuided(page, guide);
  if (guided !== null) return { container: guided, isMarked: true };
  const held = containers.map(() => 0);
  const scores = containers.map(() => 0);
  let count = 0;
  blocks.forEach((block) => {
    if (teasers.has(block.container) || !isProseBlock(text, block)) return;
    const weight = isFurniture(block.container) ? 0.1 : 1;
    count += 1;
    const length = lengthOf(block) - block.linkLength;
    held[block.container] = (held[block.container] ?? 0) + weight * length;
    const wide = isWide(text, block);
    const words = text.slice(block.start, block.end);
    const commas = words.match(/[,،、，;]/g)?.length ?? 0;
    const score = weight * (1 + commas + Math.min(3, length / (wide ? 40 : 100)));
    let at = block.container;
    while (at > 0 && leafElements.has(containers[at]?.tag ?? '')) at = containers[at]?.parent ?? 0;
    for (const share of [1, 0.5, 0.25]) {
      scores[at] = (scores[at] ?? 0) + share * score;
      if (at <= 0) break;
      at = containers[at]?.parent ?? 0;
    }
  });
  const sums = sumUp(containers, held);
  const total = sums[0] ?? 0;
  if (total === 0) return null;
  const stated = findStated(containers, sums);
  if (stated !== null) return { container: stated, isMarked: true };
  const densest = findDensest(containers, scores);
  const marked = containers.flatMap(({ articleMark }, index) =>
    articleMark > 0 && (sums[index] ?? 0) >= 0.6 * total ? [index] : [],
  );
  const inner = marked.at(-1);
  const isShown = count >= leastBodyBlocks && total >= leastBody;
  if (densest !== null && isShown) {
    const container = widen(containers, grow(containers, densest, sums), sums);
    const isMarked =
      (inner !== undefined && isWithin(containers, container, inner)) ||
      (sums[container] ?? 0) >= mostSentences * total ||
      isOnlyArticle(containers, container, sums);
    return { container, isMarked };
  }
  return inner === undefined ? null : { container: inner, isMarked: true };
}

/** Whether an element stands in an `<article>`, and no other article of the page holds nearly as much. */
function isOnlyArticle(
  containers: readonly PageContainer[],
  container: number,
  sums: readonly number[],
): boolean {
  let article = -1;
  for (let at = container; at > 0; at = parentOf(containers, at)) {
    if ((containers[at]?.articleMark ?? 0) >= 2) article = at;
  }
  if (article === -1) return false;
  const own = sums[article] ?? 0;
  return containers.every(
    ({ articleMark }, index) =>
      articleMark < 2 || (sums[index] ?? 0) < 0.3 * own || isWithin(containers, index, article),
  );
}

/** The element that the page's microdata call the body of an article, if it holds more than a few sentences. */
function findStated(containers: readonly PageContainer[], sums: readonly number[]): number | null {
  const stated = containers.flatMap(({ articleMark }, index) =>
    articleMark === 3 && (sums[index] ?? 0) >= leastBody ? [index] : [],
  );
  const most = Math.max(...stated.map((index) => sums[index] ?? 0));
  return stated.find((index) => (sums[index] ?? 0) === most) ?? null;
}

/** Where the page marks an article around what was found, and most of its sentences are elsewhere in it, all of it. */
function widen(
  containers: readonly PageContainer[],
  from: number,
  sums: readonly number[],
): number {
  const own = sums[from] ?? 0;
  for (let at = parentOf(containers, from); at > 0; at = parentOf(containers, at)) {
    const mark = containers[at]?.articleMark ?? 0;
    const all = sums[at] ?? 0;
    if ((mark >= 2 && own < 0.6 * all) || (mark === 1 && own < 0.4 * all)) {
      return deepestHolder(containers, at, sums, 0.9 * all);
    }
  }
  return from;
}

/** The smallest element within another that holds at least as much. */
function deepestHolder(
  containers: readonly PageContainer[],
  outer: number,
  sums: readonly number[],
  least: number,
): number {
  let deepest = outer;
  containers.forEach(({ parent, tag }, index) => {
    if (parent !== deepest || leafElements.has(tag)) return;
    if ((sums[index] ?? 0) >= least) deepest = index;
  });
  return deepest;
}

function findDensest(
  containers: readonly PageContainer[],
  scores: readonly number[],
): number | null {
  let best: number | null = null;
  let most = 0;
  containers.forEach(({ tag, textLength, linkLength, articleMark }, index) => {
    if (tag === 'html' || textLength === 0) return;
    const bonus = articleMark === 3 ? 1.5 : articleMark === 2 ? 1.1 : 1;
    const score = (scores[index] ?? 0) * (1 - linkLength / textLength) * bonus;
    if (score > most) [best, most] = [index, score];
  });
  return best;
}

/** Goes outwards to where a neighbour is a part of the same article: it holds as much, or has the same name. */
function grow(containers: readonly PageContainer[], from: number, sums: readonly number[]): number {
  let at = from;
  for (let outer = parentOf(containers, at), steps = 0; outer > 0 && steps < 2; steps += 1) {
    if (containers[outer]?.tag === 'html') break;
    if (hasPartner(containers, at, outer, sums)) {
      at = outer;
      steps = -1;
    }
    outer = parentOf(containers, outer);
  }
  return at;
}

function hasPartner(
  containers: readonly PageContainer[],
  inner: number,
  outer: number,
  sums: readonly number[],
): boolean {
  const own = sums[inner] ?? 0;
  let branch = inner;
  while (parentOf(containers, branch) !== outer) branch = parentOf(containers, branch);
  const { names = '', tag = '' } = containers[branch] ?? {};
  let children = 0;
  let paragraphs = 0;
  for (let index = outer + 1; index < containers.length; index += 1) {
    const other = containers[index];
    if (other?.parent !== outer) continue;
    const held = sums[index] ?? 0;
    children += held;
    if (held === 0 || index === branch) continue;
    if (other.linkLength > 0.25 * other.textLength) continue;
    if (other.blockCount === 1) paragraphs += held;
    if (held >= 0.2 * own || (names !== '' && other.names === names && other.tag === tag))
      return true;
  }
  return (sums[outer] ?? 0) - children + paragraphs >= 0.1 * own;
}

function parentOf(containers: readonly PageContainer[], index: number): number {
  return containers[index]?.parent ?? -1;
}

function isWithin(containers: readonly PageContainer[], inner: number, outer: number): boolean {
  for (let at = inner; at >= 0; at = containers[at]?.parent ?? -1) if (at === outer) return true;
  return false;
}

/** The smallest element that holds nearly all that the guide says too, if the page shows most of it. */
function findGuided({ text, blocks, containers }: PageText, guide: string): number | null {
  const known = runsOf(guide);
  if (known.length < 40) return null;
  const runs = new Set(known);
  const held = containers.map(() => 0);
  const seen = new Set<string>();
  for (const block of blocks) {
    if (block.isAlternative) continue;
    const own = runsOf(text.slice(block.start, block.end));
    const shared = own.filter((run) => runs.has(run) && !seen.has(run));
    if (own.length === 0 || shared.length < 0.6 * own.length) continue;
    for (const run of shared) seen.add(run);
    held[block.container] = (held[block.container] ?? 0) + shared.length;
  }
  if (seen.size < 0.6 * runs.size) return null;
  const sums = sumUp(containers, held);
  const deepest = deepestHolder(containers, 0, sums, 0.9 * (sums[0] ?? 0));
  return deepest === 0 ? null : deepest;
}

function runsOf(words: string): readonly string[] {
  const parts = words.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const runs: string[] = [];
  for (let index = 0; index + runLength <= parts.length; index += 1) {
    runs.push(parts.slice(index, index + runLength).join(' '));
  }
  return runs;
}
