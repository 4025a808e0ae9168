import type { ParsedBlock } from './parsed-source.ts';

const longestTitle = 160;
const longestSubheading = 90;
const sentenceEnd = /[.!?…。！？؟।][)\]"'’”»」』]*$/u;
const neverHeading =
  /[,;:、，；：–—-]$|^[([]|^(?:by|von|par|por)\s+\p{Lu}|@|https?:\/\/|^-{1,2}\s?\S/iu;

/**
 * Gives the kind `heading` to the first block that is no boilerplate if it looks like a title (level 1), and to
 * short lines that stand apart above a paragraph (no level: a plain text states none).
 */
export function markHeadings(text: string, blocks: readonly ParsedBlock[]): readonly ParsedBlock[] {
  const first = blocks.findIndex(({ boilerplateRule }) => boilerplateRule === null);
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || block.boilerplateRule !== null) return block;
    if (index === first) {
      return isTitle(text, blocks, index) ? { ...block, kind: 'heading', level: 1 } : block;
    }
    return isSubheading(text, blocks, index) ? { ...block, kind: 'heading' } : block;
  });
}

function isTitle(text: string, blocks: readonly ParsedBlock[], index: number): boolean {
  const block = blocks[index];
  const next = nextContent(blocks, index);
  if (block === undefined || next === undefined) return false;
  const words = text.slice(block.start, block.end);
  if (words.length > longestTitle || words.includes('\n') || !looksLikeHeading(words)) return false;
  const apart = isApart(text, block, blocks[index + 1]);
  // A question or an exclamation may be a title, but only where the text sets it apart.
  if (sentenceEnd.test(words)) return apart && !/[.。।]$/u.test(words) && words.length <= 120;
  return apart || sentenceEnd.test(text.slice(Math.max(next.start, next.end - 4), next.end));
}

function isSubheading(text: string, blocks: readonly ParsedBlock[], index: number): boolean {
  const block = blocks[index];
  const before = blocks[index - 1];
  const next = blocks[index + 1];
  if (block === undefined || before === undefined || next === undefined) return false;
  if (block.end - block.start > longestSubheading) return false;
  if (next.boilerplateRule !== null || next.kind !== 'paragraph') return false;
  if (!isApart(text, before, block) || !isApart(text, block, next)) return false;
  const words = text.slice(block.start, block.end);
  if (words.includes('\n') || sentenceEnd.test(words) || !looksLikeHeading(words)) return false;
  if (/[)\]"'’”»」』]$/u.test(words) || words.split(/\s+/).length > 12) return false;
  const isLonger = next.end - next.start > Math.max(80, words.length);
  return isLonger && sentenceEnd.test(text.slice(Math.max(next.start, next.end - 4), next.end));
}

function looksLikeHeading(words: string): boolean {
  if (neverHeading.test(words)) return false;
  // Latin, Greek and Cyrillic headings begin with a capital or a numeral; other scripts have no case.
  return /^["'“‘«„¿¡「『]?(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u.test(words) && /\p{L}{2}/u.test(words);
}

function nextContent(blocks: readonly ParsedBlock[], index: number): ParsedBlock | undefined {
  return blocks.find(
    ({ boilerplateRule, kind }, other) =>
      other > index && boilerplateRule === null && kind === 'paragraph',
  );
}

/** Whether a blank line parts two blocks that follow each other. */
function isApart(text: string, first: ParsedBlock, second: ParsedBlock | undefined): boolean {
  if (second === undefined) return false;
  return /\n[^\S\n]*\n/.test(text.slice(first.end, second.start));
}
