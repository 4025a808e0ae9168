import { articleValues, fieldOfName } from './article-columns.ts';
import type { ParsedMetadata } from './parsed-source.ts';

const longest = 20_000;

/**
 * The lines `name: value` between two lines `---` at the start of a Markdown file, as far as they name metadata, and
 * the text after them. Lists of names on one line or on lines of their own are joined; other YAML is passed over.
 */
export function readFrontMatter(text: string): {
  readonly values: Partial<ParsedMetadata>;
  readonly body: string;
} {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(
    text.slice(0, longest),
  );
  if (found === null || !/^[\w-]+[ \t]*:/m.test(found[1] ?? '')) return { values: {}, body: text };
  const cells: Record<string, string> = {};
  let name = '';
  for (const line of (found[1] ?? '').split(/\r?\n/)) {
    const pair = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)?.[1];
    if (pair !== null) {
      name = fieldOfName(pair[1] ?? '') ?? '';
      if (name !== '' && !(name in cells)) cells[name] = plainValue(pair[2] ?? '');
    } else if (item !== undefined && name !== '') {
      cells[name] = [cells[name] ?? '', plainValue(item)].filter((part) => part !== '').join(', ');
    }
  }
  const { text: _, ...values } = articleValues(cells);
  return { values, body: text.slice(found[0].length) };
}

function plainValue(written: string): string {
  const value = written.replace(/[ \t]#.*$/, '').trim();
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list !== undefined) return list.split(',').map(unquoted).join(', ');
  return unquoted(value);
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
