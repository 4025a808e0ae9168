import { contextRules, pageRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { isRelatedListTitle } from '../../shared/domain/sources/find-boilerplate.ts';
import type { ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';
import { findArticleBody } from './html-body.ts';
import type { PageContainer } from './html-containers.ts';
import { findFrontMatter } from './html-front-matter.ts';
import type { PageGuide } from './html-front-matter.ts';
import {
  containersWithin,
  isProseBlock,
  lengthOf,
  measureContainers,
  sumUp,
} from './html-measures.ts';
import type { PageBlock, PageText } from './html-text.ts';

// A part of the page that holds more of the sentences of its article than this is no furniture, whatever its name is.
const mostProseOfFurniture = 0.4;
const mostProseOfPart = 0.25;
// A gallery may hold more words than the article that it stands in.
const leastProseBesides = 1_000;

/** The blocks of a page, those with a rule that are certainly not part of its article. */
export function markPageFurniture(page: PageText, guide: PageGuide): readonly ParsedBlock[] {
  const { text, blocks, containers } = page;
  measureContainers(page);
  const title = findTitle(page, guide.title);
  const named = inheritNames(containers);
  const body = findArticleBody(
    page,
    (container) => named[container] === true,
    findTeasers(page, title),
    guide.body,
  );
  const holder = body?.container ?? 0;
  const rules = decideRules(page, holder, findRelatedParts(page, holder));
  const within = containersWithin(containers, holder);
  const inside = blocks.flatMap(({ container }, index) =>
    within[container] === true ? [index] : [],
  );
  const last = inside.at(-1) ?? 0;
  const lastSentence =
    inside.findLast((index) => {
      const block = blocks[index];
      return block !== undefined && rules[block.container] === null && block.kind !== 'heading';
    }) ?? last;
  const front = body === null ? null : findFrontMatter(page, inside, rules, title, guide);
  return blocks.map((block, index) => {
    const { level, start, end } = block;
    const inherited = ruleOfContainer(block);
    const boilerplateRule = inherited ?? ruleOfPlace(index);
    const isCaption = boilerplateRule === pageRules.pictureCaption.id;
    const kind = isCaption && block.kind === 'paragraph' ? 'caption' : block.kind;
    return { kind, level, start, end, boilerplateRule };
  });

  function ruleOfContainer(block: PageBlock): string | null {
    if (block.isAlternative) return rules[block.container] ?? pageRules.alternativeText.id;
    const rule = rules[block.container] ?? null;
    // Tables, quotations and code stand in figures too.
    const isFigure = rule === pageRules.pictureCaption.id;
    const isContent =
      block.kind === 'table' ||
      block.kind === 'quotation' ||
      containers[block.container]?.tag === 'pre';
    return isFigure && isContent ? null : rule;
  }

  function ruleOfPlace(index: number): string | null {
    const block = blocks[index];
    if (body === null || front === null || block === undefined) return null;
    const known = front.rules.get(index);
    if (known !== undefined) return known;
    if (index >= front.first && index <= last) {
      return index > lastSentence && block.kind === 'heading'
        ? contextRules.afterArticle.id
        : ruleOfPart(text, block);
    }
    const isSure = body.isMarked || isMinor(block) || !isProseBlock(text, block);
    return isSure ? pageRules.outsideArticle.id : null;
  }
}

/** The rule for a block in the midst of an article that is not of its text. */
function ruleOfPart(text: string, block: PageBlock): string | null {
  if (block.kind === 'caption') return pageRules.pictureCaption.id;
  if (block.kind === 'table') return null;
  const words = text.slice(block.start, block.end);
  if (words.length < 400 && pictureCredit.test(words)) return pageRules.pictureCaption.id;
  if (block.linkLength > 0.3 * words.length && topics.test(words)) return pageRules.topics.id;
  if (block.linkLength < 0.6 * words.length) return null;
  const line = words.split('\n', 1)[0] ?? '';
  const isList = line !== words && !/[.!?][”"’)]*$/.test(words);
  if (isList && (isRelatedListTitle(line) || block.linkLength > 0.7 * words.length)) {
    return contextRules.relatedList.id;
  }
  const isHeadline =
    block.kind === 'paragraph' &&
    block.linkLength > 0.95 * words.length &&
    words.split(/\s+/).length >= 5 &&
    !/[.!?;:。]["'”’)]*$|https?:|www\.|@/.test(words);
  return isHeadline ? pageRules.linkedHeadline.id : null;
}

// A caption that no element of the page calls one ends with the name of the agency or the photographer.
const pictureCredit =
  /\((?:image|photo|picture|pic|foto|credit)s?\s?(?::|by\b|via\b|courtesy)[^()]{1,80}\)\s*$|\b(?:(?:image|photo|picture) credit|credit|photo(?: by)?|foto)\s?: ?[^.!?\n]{2,60}$|\bREUTERS\/[\p{L} .'-]{2,40}$|\((?:AP|AFP|Getty|Reuters)(?: Photo| Images)?(?:\/[^()]{2,60})?\)$/iu;
const topics =
  /^(?:tags?|tagged(?: with| as)?|topics?|filed under|categor(?:y|ies)|keywords|in this (?:article|story)|etiquetas|palavras-chave|schlagwörter|schlagworte|themen|mots[- ]clés|argomenti|теги|метки|タグ|태그|标签|標籤)\s*(?:[:：\n]|$)/iu;

function isMinor({ kind, start, end }: PageBlock): boolean {
  return (
    kind === 'heading' || ((kind === 'paragraph' || kind === 'list-item') && end - start < 200)
  );
}

/** For each container whether its name, or that of one around it, is that of furniture. */
function inheritNames(containers: readonly PageContainer[]): readonly boolean[] {
  const named: boolean[] = [];
  containers.forEach(({ parent, rule }, index) => {
    named.push(rule !== null || (index > 0 && named[parent] === true));
  });
  return named;
}

/** The rule of each container: its own if it does not hold the article, else that of its parent. */
function decideRules(
  { text, blocks, containers }: PageText,
  holder: number,
  related: ReadonlySet<number>,
): readonly (string | null)[] {
  const rules: (string | null)[] = [];
  const within = containersWithin(containers, holder);
  const around = new Set<number>();
  for (let at = holder; at >= 0; at = containers[at]?.parent ?? -1) around.add(at);
  const own = sumUp(
    containers,
    containers.map(() => 0),
  );
  for (const block of blocks) {
    if (!isProseBlock(text, block) || within[block.container] !== true) continue;
    for (let at = block.container; at >= 0; at = containers[at]?.parent ?? -1) {
      own[at] = (own[at] ?? 0) + lengthOf(block);
    }
  }
  const all = own[0] ?? 0;
  containers.forEach((container, index) => {
    const inherited = index === 0 ? null : (rules[container.parent] ?? null);
    const prose = own[index] ?? 0;
    const isArticle = around.has(index) || prose > mostProseOfFurniture * all;
    const isGallery =
      container.partRule === pageRules.gallery.id && all - prose > leastProseBesides;
    const isPart =
      holder > 0 && within[index] === true && (isGallery || prose <= mostProseOfPart * all);
    const named =
      (container.rule !== null && !isArticle ? container.rule : null) ??
      (container.partRule !== null && isPart && (isGallery || !isArticle)
        ? container.partRule
        : null);
    const list = related.has(index) ? contextRules.relatedList.id : null;
    rules.push(
      inherited ?? named ?? list ?? (isLinkList(container) ? pageRules.linkList.id : null),
    );
  });
  return rules;
}

/** Elements with a headline that is a link and few words: each is about another article. */
function findTeasers({ blocks, containers }: PageText, title: number): ReadonlySet<number> {
  const teasers = new Set<number>();
  const tops = new Set<number>();
  blocks.forEach((block, index) => {
    if (index === title || block.kind !== 'heading') return;
    if (block.linkLength < 0.8 * lengthOf(block) || lengthOf(block) < 12) return;
    let top = -1;
    for (let at = block.container; at > 0; at = containers[at]?.parent ?? -1) {
      const { tag, proseLength, blockCount, articleMark } = containers[at] ?? noContainer;
      if (tag === 'body' || tag === 'html' || articleMark === 3) break;
      if (proseLength > 600 || blockCount > 8) break;
      top = at;
    }
    if (top !== -1) tops.add(top);
  });
  containers.forEach(({ parent }, index) => {
    if (tops.has(index) || teasers.has(parent)) teasers.add(index);
  });
  return teasers;
}

/** The parts of a page that begin with the title of a list of other articles, and hold not most of its sentences. */
function findRelatedParts(
  { text, blocks, containers }: PageText,
  holder: number,
): ReadonlySet<number> {
  const parts = new Set<number>();
  const firstBlock = new Map<number, number>();
  blocks.forEach(({ container }, index) => {
    for (let at = container; at >= 0 && !firstBlock.has(at); at = containers[at]?.parent ?? -1) {
      firstBlock.set(at, index);
    }
  });
  const all = containers[holder]?.proseLength ?? 0;
  blocks.forEach(({ container, start, end }, index) => {
    if (end - start > 90 || !isRelatedListTitle(text.slice(start, end))) return;
    let part = -1;
    for (let at = container; at > 0 && at !== holder; at = containers[at]?.parent ?? -1) {
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

const noContainer = { tag: 'body', articleMark: 0, proseLength: 0, blockCount: 0 };

/** The heading that says what the page's own title says, or the only heading of the first level; -1 where none is. */
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
  const shared = headings.find(({ words }) => shareOfWords(words, wanted) >= 0.6);
  if (shared !== undefined) return shared.index;
  const first = headings.filter(({ level }) => level === 1);
  return first.length === 1 ? (first[0]?.index ?? -1) : -1;
}

/** How many of all the words of two titles stand in both, from 0 to 1. */
function shareOfWords(first: string, second: string): number {
  const words = new Set(first.split(' '));
  const others = new Set(second.split(' '));
  const common = [...words].filter((word) => others.has(word)).length;
  return words.size < 4 ? 0 : common / (words.size + others.size - common);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
