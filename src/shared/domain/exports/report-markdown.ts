import { citationText } from '../summaries/number-sources.ts';
import type { Block, Inline, ListItem, Report, TextMark } from './report-blocks.ts';

/** A report as Markdown (CommonMark), in parts. */
export function* reportMarkdown(report: Report): Generator<string, void, undefined> {
  let isFirst = true;
  for (const block of report.blocks) {
    const text = blockText(block);
    if (text === '') continue;
    yield isFirst ? `${text}\n` : `\n${text}\n`;
    isFirst = false;
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      // A heading is one line, and signs at its end would be none of its text.
      return `${'#'.repeat(block.level)} ${inlineText(block.content)
        .replace(/\\?\n/g, ' ')
        .replace(/#(?=#*\s*$)/g, '\\#')}`;
    case 'paragraph':
      return escapeLineStarts(inlineText(block.content));
    case 'list':
      return listText(block.items, block.start);
    case 'quotation':
      return prefixed(blocksText(block.content), '> ', '> ');
    case 'code':
      return codeText(block.text);
    case 'rule':
      return '---';
    case 'banner':
      return `**${escapeText(block.text)}**`;
  }
}

function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function listText(items: readonly ListItem[], start: number | null): string {
  return items
    .map((item, index) => {
      const bullet = start === null ? '- ' : `${start + index}. `;
      return prefixed(blocksText(item.content), bullet, ' '.repeat(bullet.length));
    })
    .join('\n');
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');
}

function codeText(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function inlineText(content: readonly Inline[]): string {
  let text = '';
  content.forEach((part, index) => {
    const next = partText(part);
    // `[1](…` would be a link, and `[1]: …` the definition of one.
    const isAfterCitation = content[index - 1]?.kind === 'citation' && /^[(:]/.test(next);
    text += isAfterCitation ? `\\${next}` : next;
  });
  return text;
}

function partText(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return markedText(part.text, part.marks ?? []);
    case 'link':
      return `[${inlineText(part.content)}](<${part.href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    case 'citation':
      return citationText(
        part.found,
        part.references.map(({ number }) => number),
      );
    case 'break':
      return '\\\n';
  }
}

const signs: Readonly<Record<Exclude<TextMark, 'code' | 'underline'>, string>> = {
  bold: '**',
  italic: '*',
  strike: '~~',
};

function markedText(text: string, marks: readonly TextMark[]): string {
  if (marks.includes('code')) return inlineCode(text);
  // Signs hold only directly beside a letter, so white space stays outside of them.
  const [, before = '', middle = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  const escaped = escapeText(middle);
  if (middle === '') return escapeText(text);
  const marked = marks.reduce((whole, mark) => {
    // Markdown has no sign for underlined text.
    if (mark === 'code' || mark === 'underline') return whole;
    return `${signs[mark]}${whole}${signs[mark]}`;
  }, escaped);
  return `${before}${marked}${after}`.replaceAll('\n', '\\\n');
}

function inlineCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('\n', ' ')}${space}${fence}`;
}

/** A text in which no character means anything to Markdown. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&]/g, '\\$&');
}

/** Signs that mean something only where a line begins: headings, lists, rules. */
function escapeLineStarts(text: string): string {
  return text.replace(/^([ \t]*)(?:([#+=-])|(\d+)([.)]))/gm, (_, space, sign, digits, dot) =>
    sign === undefined ? `${space}${digits}\\${dot}` : `${space}\\${sign}`,
  );
}
