import { citationText } from '../summaries/number-sources.ts';
import type { Block, Inline, ListItem, Report, TextMark } from './report-blocks.ts';

const style = `
:root { color-scheme: light; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Literata, Georgia, serif; color: #1b1b1b; background: #fff; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.2rem; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #bbb; }
li { margin: .4rem 0; }
pre { white-space: pre-wrap; }
a { color: #0b5394; }
:target { background: #fff3c4; }
.banner { text-align: center; font-weight: bold; letter-spacing: .06em; border: 1px solid; padding: .3rem; }
.text { white-space: pre-wrap; }
@media print {
  body { margin: 0; max-width: none; font-size: 11pt; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3 { break-after: avoid; }
  li, blockquote { break-inside: avoid; }
}`;

/** A report as one HTML file that loads nothing and runs nothing, in parts. */
export function* reportHtml(report: Report): Generator<string, void, undefined> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(report.title)}</title>
<style>${style}
</style>
</head>
<body>
`;
  for (const block of report.blocks) yield `${blockHtml(block)}\n`;
  yield '</body>\n</html>\n';
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level}`;
      return `<${tag}${idAttribute(block.anchor)} dir="auto">${inlineHtml(block.content)}</${tag}>`;
    }
    case 'paragraph':
      return `<p dir="auto">${inlineHtml(block.content)}</p>`;
    case 'list':
      return listHtml(block.items, block.start);
    case 'quotation':
      return `<blockquote>${block.content.map(blockHtml).join('')}</blockquote>`;
    case 'code':
      return `<pre dir="auto"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'banner':
      return `<p class="banner">${escapeHtml(block.text)}</p>`;
  }
}

function listHtml(items: readonly ListItem[], start: number | null): string {
  const tag = start === null ? 'ul' : 'ol';
  const from = start === null || start === 1 ? '' : ` start="${start}"`;
  const lines = items.map((item) => {
    const [only, second] = item.content;
    // A lone paragraph needs no element of its own.
    const content =
      only?.kind === 'paragraph' && second?.kind !== 'paragraph'
        ? inlineHtml(only.content) + item.content.slice(1).map(blockHtml).join('')
        : item.content.map(blockHtml).join('');
    return `<li${idAttribute(item.anchor)} dir="auto">${content}</li>`;
  });
  return `<${tag}${from}>\n${lines.join('\n')}\n</${tag}>`;
}

function idAttribute(anchor: string | null): string {
  return anchor === null ? '' : ` id="${escapeHtml(anchor)}"`;
}

function inlineHtml(content: readonly Inline[]): string {
  return content.map(partHtml).join('');
}

function partHtml(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return markedHtml(part.text, part.marks ?? []);
    case 'link':
      return `<a href="${escapeHtml(part.href)}" rel="noreferrer noopener">${inlineHtml(part.content)}</a>`;
    case 'citation':
      return part.references.length === 0
        ? citationText(part.found, [])
        : `[${part.references.map(({ number, anchor }) => `<a href="#${escapeHtml(anchor)}">${number}</a>`).join(', ')}]`;
    case 'break':
      return '<br>';
  }
}

const elements: Readonly<Record<TextMark, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  code: 'code',
};

function markedHtml(text: string, marks: readonly TextMark[]): string {
  const escaped = text.includes('\n')
    ? `<span class="text">${escapeHtml(text)}</span>`
    : escapeHtml(text);
  return marks.reduce((whole, mark) => `<${elements[mark]}>${whole}</${elements[mark]}>`, escaped);
}

/** A text in which no character means anything to HTML, in an element or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
