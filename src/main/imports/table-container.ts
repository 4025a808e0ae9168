import { Buffer } from 'node:buffer';

import { CsvError, parse } from 'csv-parse';
import type { Parser } from 'csv-parse';

import { findColumns } from '../../shared/domain/sources/article-columns.ts';
import { articleFields } from '../../shared/domain/sources/parsed-source.ts';
import type { ArticleField, ColumnMapping } from '../../shared/domain/sources/parsed-source.ts';
import { articleSource } from './article-source.ts';
import type { ByteFile } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import type { Contained, Container, ContainerOptions } from './container.ts';
import { textPieces } from './decode-pieces.ts';

/** Reads tables of articles (CSV, TSV): a row is a source, its columns say what they hold by their names. */
export const tableContainer: Container = {
  name: 'table',
  version: 1,
  canRead: (fileName) => /\.(?:csv|tsv|tab)$/.test(fileName),
  contents: readTable,
  records: readRecords,
};

const longestRow = 50_000_000;

/** A row of a table: its cells, and how it is written. */
interface Row {
  readonly record: readonly string[];
  readonly raw: string;
}

async function* readTable(file: ByteFile, options: ContainerOptions): AsyncGenerator<Contained> {
  let header: Row | null = null;
  let columns: ColumnMapping = {};
  let number = 0;
  for await (const row of tableRows(file, options)) {
    number += 1;
    if (header === null) {
      header = row;
      columns = columnsOf(row.record, options);
      continue;
    }
    const name = `#${number}`;
    if (row.record.every((cell) => cell.trim() === '')) continue;
    if (row.record.length > header.record.length) {
      yield {
        name,
        problem: 'The row has more cells than the table has columns; it was left out.',
      };
      continue;
    }
    yield articleOf(name, header, row, columns);
  }
}

async function* readRecords(
  file: ByteFile,
  options: ContainerOptions,
): AsyncGenerator<ReadonlyMap<string, string>> {
  let header: readonly string[] | null = null;
  for await (const { record } of tableRows(file, options)) {
    if (header === null) header = record;
    // Of columns of one name the first counts.
    else {
      const cells = new Map<string, string>();
      header.forEach((name, at) => {
        if (!cells.has(name)) cells.set(name, record[at] ?? '');
      });
      yield cells;
    }
  }
  if (header !== null) yield new Map(header.map((name) => [name, '']));
}

function articleOf(name: string, header: Row, row: Row, columns: ColumnMapping): Contained {
  const cells: Partial<Record<ArticleField, string>> = {};
  for (const field of articleFields) {
    const column = columns[field];
    if (column === undefined) continue;
    const cell = row.record[header.record.indexOf(column)];
    if (cell !== undefined) cells[field] = cell;
  }
  if ((cells.text ?? '').trim() === '') {
    return {
      name,
      problem: `The row has no text in the column “${columns.text ?? ''}”; it was left out.`,
    };
  }
  const origin = {
    mediaType: 'text/csv',
    encoding: 'UTF-8',
    importer: 'table',
    importerVersion: 1,
  };
  // With its header the row is a table of its own, which can be read again as it is.
  const bytes = Buffer.from(
    `${header.raw.replace(/[\r\n]+$/, '')}\n${row.raw.replace(/^[\r\n]+/, '')}`,
  );
  return { name, bytes, parse: async () => await articleSource(cells, origin) };
}

/** The columns by what they hold; without a column of texts the table is none of articles. */
function columnsOf(
  names: readonly string[],
  { columns: given = {} }: ContainerOptions,
): ColumnMapping {
  const strange = Object.values(given).find((name) => name && !names.includes(name));
  if (strange !== undefined) {
    throw new ContainerProblem(
      `The table has no column “${strange}”; its columns are ${listed(names)}.`,
    );
  }
  const columns = findColumns(names, given);
  if (columns.text !== undefined) return columns;
  throw new ContainerProblem(
    `No column of the table is named as the text of an article (“text”, “body”, “content” …); say which one holds it: ${listed(names)}.`,
    true,
  );
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `“${name.slice(0, 40).toWellFormed()}”`);
  return shown.join(', ') + (names.length > shown.length ? ' …' : '');
}

/** The rows; csv-parse reads them, because it streams, follows RFC 4180 and says where a table is broken. */
export async function* tableRows(file: ByteFile, options: ContainerOptions): AsyncGenerator<Row> {
  const pieces = textPieces(file, options);
  const first = await pieces.next();
  const start = first.done === true ? '' : first.value;
  const parser = parse({
    delimiter: delimiterOf(start),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    raw: true,
    max_record_size: longestRow,
  });
  let broken: Error | null = null;
  parser.on('error', (error) => {
    broken = error;
  });
  // Fed and emptied by turns, because a stream that breaks loses what it has not yet given.
  for await (const piece of inSlices(start, pieces)) {
    parser.write(piece);
    yield* rowsReady(parser);
    await new Promise((resolve) => setImmediate(resolve));
    if (broken !== null) break;
  }
  if (broken === null) {
    parser.end();
    await new Promise((resolve) => setImmediate(resolve));
    yield* rowsReady(parser);
  }
  if (broken !== null) throw brokenTable(broken);
}

const sliceLength = 65_536;

async function* inSlices(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  for (let at = 0; at < start.length; at += sliceLength) yield start.slice(at, at + sliceLength);
  yield* rest;
}

function* rowsReady(parser: Parser): Generator<Row> {
  for (let row = parser.read() as Row | null; row !== null; row = parser.read() as Row | null) {
    yield row;
  }
}

function brokenTable(error: Error): Error {
  if (!(error instanceof CsvError)) return error;
  return new ContainerProblem(
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'The table has a row of more than 50 million characters, perhaps for a quotation mark that is never closed; the rest was left out.'
      : `The table is broken at line ${String(error['lines'])}: a quotation mark is not closed; the rest was left out.`,
  );
}

/** What parts the cells: of the usual signs the one that the first line has most often outside of quotation marks. */
function delimiterOf(start: string): string {
  const line = (/^[^\r\n]*/.exec(start.slice(0, 100_000))?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
