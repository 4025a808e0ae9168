import { pageRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { isWide, lengthOf } from './html-measures.ts';
import type { PageContainer } from './html-containers.ts';
import type { PageBlock, PageText } from './html-text.ts';

/** What a page says about itself that shows where its article is. */
export interface PageGuide {
  readonly title: string | null;
  readonly byline: string | null;
  /** The words of the article as the page's data for machines give them; they may be cut. */
  readonly body: string | null;
}

/** What stands in an article before its first sentence, and where that is. */
export interface FrontMatter {
  /** The first block of the article's own text. */
  readonly first: number;
  /** The rules of blocks before it: the headline, the author, the date. */
  readonly rules: ReadonlyMap<number, string>;
}

/** Finds the first paragraph among the blocks `inside` the article, and names what stands before it. */
export function findFrontMatter(
  { text, blocks, containers }: PageText,
  inside: readonly number[],
  containerRules: readonly (string | null)[],
  title: number,
  guide: PageGuide,
): FrontMatter {
  const names = guide.byline === null ? [] : guide.byline.split(', ').filter((name) => name !== '');
  const isNamed = (words: string): boolean =>
    words.length < 200 && names.some((name) => words.includes(name));
  const firstParagraph = inside.find((index) => {
    const block = blocks[index];
    if (block === undefined || index <= title || containerRules[block.container] != null)
      return false;
    if (block.isAlternative || block.kind === 'caption' || block.kind === 'heading') return false;
    const words = text.slice(block.start, block.end);
    const length = lengthOf(block) - block.linkLength;
    const least = isWide(text, block) ? 20 : 50;
    if (length < least || dateLine.test(words) || byLine.test(words)) return false;
    return /[.!?。！？।؟:…]["'”’»)\]]*\s*$/.test(words) || length > 3 * least;
  });
  let first = firstParagraph ?? inside[0] ?? 0;
  // A short heading right above the first paragraph is that of its part.
  for (let index = first - 1; index > title && title !== -1; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== 'heading' || lengthOf(block) > 60 || !inside.includes(index)) break;
    first = index;
  }
  const home = firstParagraph === undefined ? -1 : homeOf(containers, blocks[firstParagraph]);
  // What stands beside the first paragraph and is no line about the article belongs to its text.
  while (first - 1 > title && inside.includes(first - 1)) {
    const block = blocks[first - 1];
    if (block === undefined || block.isAlternative || block.kind === 'heading') break;
    if (containerRules[block.container] != null || homeOf(containers, block) !== home) break;
    const words = text.slice(block.start, block.end);
    if (dateLine.test(words) || byLine.test(words) || isNamed(words)) break;
    first -= 1;
  }
  const rules = new Map<number, string>();
  for (let index = 0; index < first; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const words = text.slice(block.start, block.end);
    if (index === title) rules.set(index, pageRules.headline.id);
    else if (index > title && title !== -1) {
      if (dateLine.test(words)) rules.set(index, pageRules.dateLine.id);
      else if (byLine.test(words) || isNamed(words)) rules.set(index, pageRules.byline.id);
    }
  }
  if (title > first) rules.set(title, pageRules.headline.id);
  return { first, rules };
}

const lines: ReadonlySet<string> = new Set('p ul ol li dl dt dd blockquote pre'.split(' '));

/** The element around the paragraph or list that a block is. */
function homeOf(containers: readonly PageContainer[], block: PageBlock | undefined): number {
  let at = block?.container ?? -1;
  while (at > 0 && lines.has(containers[at]?.tag ?? '')) at = containers[at]?.parent ?? -1;
  return at;
}

const byLine =
  /^(?:by|von|par|por|di|da|door|af|av|autor(?:in)?|author|text|written by|posted by)[:\s]\s*\p{Lu}[^.!?]{1,80}$/iu;
const dateLine =
  /^(?:[^.!?]{0,40}\b)?(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,12}\.?,? (?:19|20)\d\d|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)[^!?]{0,80}$/u;
