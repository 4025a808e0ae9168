import { fieldOfName, findColumns } from './article-columns.ts';
import type { ArticleField, ColumnMapping } from './parsed-source.ts';

/** An entry of a list of addresses: a page, the file that it was saved as, and what else the list says of it. */
export interface ListedAddress {
  /** Where in the list it stands, from 1: the line, or the row of a table. */
  readonly line: number;
  readonly url: string;
  /** As the list writes it; null where it names none. */
  readonly file: string | null;
  /** Values of other columns by what they hold, as they are written. */
  readonly cells: Readonly<Partial<Record<ArticleField, string>>>;
}

const mostEntries = 100_000;
const address = /^https?:\/\/\S+$/i;
// With white space alone between them, the second must look like the name of a file.
const addressFirst = /^(https?:\/\/\S+)(?:[ ]*\t\s*([^\t]*\S).*|[ ]+(\S.*\.\w{1,5}))?$/i;
const fileFirst = /^([^\t]*\S)\s*\t\s*(https?:\/\/\S+)$/i;

/**
 * The entries of a text of which every line is an address, alone or with the file it was saved as (`URL<tab>file`);
 * null where a line is anything else. Empty lines and those that begin with `#` say nothing.
 */
export function readAddressLines(text: string): readonly ListedAddress[] | null {
  const entries: ListedAddress[] = [];
  let line = 0;
  for (const written of text.split(/\r\n?|\n/)) {
    line += 1;
    const words = written.trim().replace(/^(?:[-*•]|\d+[.)])\s+(?=https?:)/i, '');
    if (words === '' || words.startsWith('#')) continue;
    const [, url, afterTab, afterSpace] = addressFirst.exec(words) ?? [];
    const [, file, secondUrl] = url === undefined ? (fileFirst.exec(words) ?? []) : [];
    const found = url ?? secondUrl;
    if (found === undefined || entries.length >= mostEntries) return null;
    entries.push({ line, url: found, file: afterTab ?? afterSpace ?? file ?? null, cells: {} });
  }
  return entries.length === 0 ? null : entries;
}

const fileColumns =
  /^(?:file|filename|filepath|path|localfile|localpath|savedas|savedfile|saved|datei|dateiname|fichier|archivo|файл)$/;

/** Which columns of a table hold addresses and the files they were saved as. */
export interface AddressColumns {
  readonly url: string;
  /** Null where the table names no files. */
  readonly file: string | null;
  readonly others: ColumnMapping;
}

/**
 * The columns of a table that lists addresses: one is named for them, none for a text, and either one is named for
 * files or all are known. Null for any other table, such as one of articles.
 */
export function addressColumns(names: readonly string[]): AddressColumns | null {
  const file = names.find((name) => fileColumns.test(nameKey(name))) ?? null;
  const { url, text, ...others } = findColumns(names.filter((name) => name !== file));
  if (url === undefined || text !== undefined) return null;
  const isKnown = (name: string): boolean => name.trim() === '' || fieldOfName(name) !== null;
  return file !== null || names.every(isKnown) ? { url, file, others } : null;
}

function nameKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a value is an address of the web and nothing else. */
export function isAddress(value: string): boolean {
  return address.test(value);
}

/** The address that a shortcut of Windows (`.url`) or of macOS (`.webloc`, as XML or binary) leads to. */
export function addressOfShortcut(characters: string): string | null {
  const windows = /^\[InternetShortcut\]/im.test(characters)
    ? /^URL=\s*(https?:\/\/\S+)/im.exec(characters)?.[1]
    : undefined;
  if (windows !== undefined) return windows;
  if (characters.startsWith('bplist')) {
    // The string is followed by the table of offsets, whose bytes are control characters.
    return /https?:\/\/[\x21-\x7e]+/.exec(characters)?.[0] ?? null;
  }
  const written = /<string>\s*(https?:\/\/[^<\s]+)\s*<\/string>/i.exec(characters)?.[1];
  return written?.replaceAll('&amp;', '&') ?? null;
}

/** Whether a name is that of a shortcut to a page. */
export function isShortcutName(fileName: string): boolean {
  return /\.(?:url|webloc)$/i.test(fileName);
}

/** Whether a file may list addresses, by its name and its first characters (as Latin-1); cheap, for every file of a folder. */
export function mayListAddresses(fileName: string, start: string): boolean {
  if (isShortcutName(fileName)) return true;
  const first = start.replaceAll('\0', '').replace(/^\W+/, '');
  if (/\.(?:csv|tsv|tab)$/i.test(fileName)) {
    return /^[^\r\n]*(?:https?:|url|link|href|address)/i.test(first);
  }
  if (!/\.(?:txt|text|list|lst|urls)$/i.test(fileName)) return false;
  const line = first.split(/[\r\n]+/).find((each) => !/^\s*(?:#|$)/.test(each)) ?? '';
  return /https?:\/\//i.test(line);
}
