import { Buffer } from 'node:buffer';

import {
  addressColumns,
  addressOfShortcut,
  isAddress,
  isShortcutName,
  readAddressLines,
} from '../../shared/domain/sources/address-list.ts';
import type { AddressColumns, ListedAddress } from '../../shared/domain/sources/address-list.ts';
import { articleFields } from '../../shared/domain/sources/parsed-source.ts';
import type { ArticleField, ParseOptions } from '../../shared/domain/sources/parsed-source.ts';
import type { ByteFile } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import { textPieces } from './decode-pieces.ts';
import { tableRows } from './table-container.ts';

/** The entries of a list of addresses, or of a shortcut to one; null where the file is none. Nothing is fetched. */
export async function readAddresses(
  file: ByteFile,
  fileName: string,
  parseOptions: ParseOptions,
): Promise<readonly ListedAddress[] | null> {
  const options = { ...parseOptions, fileName };
  try {
    if (isShortcutName(fileName)) {
      const bytes = Buffer.from(await file.read(0, 65_536));
      const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
      const url = addressOfShortcut(bytes.toString(isWide ? 'utf16le' : 'latin1'));
      return url === null ? null : [{ line: 1, url, file: null, cells: {} }];
    }
    let text = '';
    for await (const piece of textPieces(file, options)) text += piece;
    const lines = readAddressLines(text);
    if (lines !== null || !/\.(?:csv|tsv|tab)$/i.test(fileName)) return lines;
    const entries: ListedAddress[] = [];
    let header: readonly string[] | null = null;
    let columns: AddressColumns | null = null;
    let line = 0;
    for await (const { record } of tableRows(file, options)) {
      line += 1;
      if (header === null) {
        header = record;
        columns = addressColumns(record);
      } else if (columns !== null && record.some((cell) => cell.trim() !== '')) {
        const entry = entryOf(line, header, record, columns);
        // A table in which something else stands in the place of addresses is no list of them.
        if (entry === null) return null;
        entries.push(entry);
      }
      if (columns === null) return null;
    }
    return entries.length === 0 ? null : entries;
  } catch (error) {
    // Whoever reads the file as an article says what is wrong with it.
    if (error instanceof ContainerProblem) return null;
    throw error;
  }
}

function entryOf(
  line: number,
  header: readonly string[],
  record: readonly string[],
  columns: AddressColumns,
): ListedAddress | null {
  const cell = (name: string | null | undefined): string =>
    name === null || name === undefined ? '' : (record[header.indexOf(name)] ?? '').trim();
  const url = cell(columns.url);
  if (!isAddress(url)) return null;
  const cells: Partial<Record<ArticleField, string>> = {};
  for (const field of articleFields) {
    const value = cell(columns.others[field]);
    if (value !== '') cells[field] = value;
  }
  return { line, url, file: cell(columns.file) || null, cells };
}
