import { contextRules, wordingRules } from './boilerplate-rules.ts';
import type { ParsedBlock } from './parsed-source.ts';

const longestWording = Math.max(...wordingRules.map(({ maximumLength }) => maximumLength));

const menuWord =
  /^(?:home|homepage|menu|main menu|search|close|open|more|news|latest|world|international|national|local|politics|us|u\.s\.|uk|asia|africa|europe|americas|middle east|business|economy|markets|money|finance|opinion|editorial|columns|sports?|football|entertainment|culture|arts|life|lifestyle|style|fashion|food|health|science|tech|technology|travel|weather|video|videos|photos|pictures|podcasts?|audio|tv|radio|live|live tv|newsletters?|e-?paper|games|crosswords?|puzzles|jobs|shop|store|events|about(?: us)?|contact(?: us)?|help|faqs?|terms(?: of (?:use|service))?|terms & conditions|terms and conditions|privacy|sitemap|site map|careers|advertise(?: with us)?|accessibility|corrections|archive|rss|facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|tiktok|threads|bluesky|flipboard|messenger|snapchat|line|email|e-mail|sms|print|share|save|copy link|link)$/i;

/**
 * Marks the blocks of a text that are certainly furniture of a page. A block that has a rule keeps it; nothing else
 * of a block changes.
 */
export function findBoilerplate(
  text: string,
  blocks: readonly ParsedBlock[],
): readonly ParsedBlock[] {
  const rules = blocks.map((block) => block.boilerplateRule ?? findWordingRule(text, block));
  markMenus(text, blocks, rules);
  markRelatedLists(text, blocks, rules);
  markRepeated(text, blocks, rules);
  markTail(text, blocks, rules);
  return blocks.map((block, index) => {
    const boilerplateRule = rules[index] ?? null;
    return boilerplateRule === block.boilerplateRule ? block : { ...block, boilerplateRule };
  });
}

type Rules = (string | null)[];

function findWordingRule(text: string, block: ParsedBlock): string | null {
  const length = block.end - block.start;
  if (length > longestWording || block.kind === 'table' || block.kind === 'quotation') return null;
  const words = text
    .slice(block.start, block.end)
    .replace(/^[•◦‣▪∙·*]\s*/u, '')
    .replace(/\s+/g, ' ');
  const rule = wordingRules.find(
    ({ maximumLength, patterns }) =>
      length <= maximumLength && patterns.some((pattern) => pattern.test(words)),
  );
  return rule?.id ?? null;
}

/** Whether words are the title of a list of other articles ("Most read"). */
export function isRelatedListTitle(words: string): boolean {
  const rule = wordingRules.find(({ id }) => id === 'related-list-title');
  const line = words.replace(/\s+/g, ' ');
  return rule?.patterns.some((pattern) => pattern.test(line)) ?? false;
}

/** A row of three or more menu words; one alone may be a subheading. */
function markMenus(text: string, blocks: readonly ParsedBlock[], rules: Rules): void {
  let first = 0;
  for (let index = 0; index <= blocks.length; index += 1) {
    const block = blocks[index];
    if (block !== undefined && (rules[index] !== null || isMenuWord(text, block))) continue;
    const words = rules.slice(first, index).filter((rule) => rule === null).length;
    if (words > 0 && index - first >= 3) {
      for (let place = first; place < index; place += 1) rules[place] ??= contextRules.pageMenu.id;
    }
    first = index + 1;
  }
}

function isMenuWord(text: string, block: ParsedBlock): boolean {
  if (block.end - block.start > 30) return false;
  return menuWord.test(text.slice(block.start, block.end).replace(/^[•·▪]\s*/u, ''));
}

/** List items, or lines without a blank line between, that follow the title of a list of other articles. */
function markRelatedLists(text: string, blocks: readonly ParsedBlock[], rules: Rules): void {
  let within = false;
  blocks.forEach((block, index) => {
    if (rules[index] === 'related-list-title') {
      within = true;
      return;
    }
    if (!within || rules[index] !== null) return;
    const before = blocks[index - 1];
    const follows = before !== undefined && !hasBlankLine(text, before, block);
    const isItem = block.kind === 'list-item' && block.end - block.start <= 200;
    const separated = textUsesBlankLines(text, blocks, index);
    if (isItem || (follows && separated && isHeadlineLike(text, block))) {
      rules[index] = contextRules.relatedList.id;
    } else within = false;
  });
}

/** Headlines and captions that are printed twice in a row. */
function markRepeated(text: string, blocks: readonly ParsedBlock[], rules: Rules): void {
  const firstContent = rules.findIndex((rule) => rule === null);
  for (let index = 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    const twin = blocks[index - 1];
    if (block === undefined || twin === undefined || rules[index] !== null) continue;
    if (block.end - block.start !== twin.end - twin.start || block.end - block.start > 700)
      continue;
    if (text.slice(block.start, block.end) !== text.slice(twin.start, twin.end)) continue;
    if (block.kind === 'caption') {
      rules[index] = contextRules.repeatedCaption.id;
    } else if (index - 1 === firstContent) {
      if (isHeadlineLike(text, block)) rules[index] = contextRules.repeatedTitle.id;
    } else if (
      rules[index - 1] === null &&
      isHeadlineLike(text, block) &&
      isProse(text, blocks[index - 2], block) &&
      isProse(text, blocks[index + 1], block)
    ) {
      rules[index - 1] = contextRules.relatedHeadline.id;
      rules[index] = contextRules.relatedHeadline.id;
    }
  }
}

/** Short lines after which, to the end of the text, only furniture follows. */
function markTail(text: string, blocks: readonly ParsedBlock[], rules: Rules): void {
  let first = blocks.length;
  let certain = -1;
  for (let index = blocks.length - 1; index >= 0 && blocks.length - index <= 60; index -= 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (rules[index] !== null) certain = index;
    else if (!isTailLine(text, block)) break;
    first = index;
  }
  if (certain === -1) return;
  const known = rules.slice(first).filter((rule) => rule !== null).length;
  // One known line does not make furniture of what follows it; two do, or one that opens a list.
  const opensList = rules
    .slice(certain)
    .some((rule) => rule === 'related-list-title' || rule === 'newsletter');
  if (known < 2 && !opensList) return;
  const start = rules.findIndex((rule, index) => index >= certain && rule !== null);
  for (let index = start; index < blocks.length; index += 1) {
    rules[index] ??= contextRules.afterArticle.id;
  }
}

function isTailLine(text: string, block: ParsedBlock): boolean {
  if (block.end - block.start > 120 || block.kind === 'quotation') return false;
  const words = text.slice(block.start, block.end);
  // Bylines, notes, credits and mail addresses stand at the end of articles too.
  if (/^(?:by|von|par|por|reporting|editing|writing|additional|contact|with)\b/i.test(words)) {
    return false;
  }
  return !/[.!;:。！”"’)\]]$|@|^[([–—-]|\b(?:contributed|reported|editor|correspondent)\b/i.test(
    words,
  );
}

function isHeadlineLike(text: string, block: ParsedBlock): boolean {
  const length = block.end - block.start;
  if (length < 15 || length > 170 || block.kind === 'quotation' || block.kind === 'table')
    return false;
  const words = text.slice(block.start, block.end);
  return !words.includes('\n') && /\p{L}{2}/u.test(words) && !/[.!,;:。！，；”"]$/.test(words);
}

function isProse(text: string, block: ParsedBlock | undefined, than: ParsedBlock): boolean {
  if (block === undefined || block.end - block.start < than.end - than.start) return false;
  return /[.!?。！？।][)\]"'’”»」』]*$/u.test(
    text.slice(Math.max(block.start, block.end - 5), block.end),
  );
}

function hasBlankLine(text: string, first: ParsedBlock, second: ParsedBlock): boolean {
  return /\n[^\S\n]*\n/.test(text.slice(first.end, second.start));
}

function textUsesBlankLines(text: string, blocks: readonly ParsedBlock[], index: number): boolean {
  const neighbours = blocks.slice(Math.max(0, index - 8), index + 8);
  return neighbours.some((block, place) => {
    const next = neighbours[place + 1];
    return next !== undefined && block.end - block.start > 120 && hasBlankLine(text, block, next);
  });
}
