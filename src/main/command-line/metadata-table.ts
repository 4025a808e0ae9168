import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';
import type { GivenMetadata } from '../sources/import-file.ts';
import { UsageError } from './command.ts';
import { checkedReliability } from './checked-grades.ts';

/** What a CSV table says of the files that are imported. */
export interface MetadataTable {
  /** What it says of a file: of its path as the table has it, or of its name. */
  of(path: string): GivenMetadata;
  /** Files of the table that nobody asked for. */
  unused(): string[];
}

const known = new Set<string>(['file', 'reliability', ...sourceMetadataFields]);
const mostBytes = 100_000_000;

/** Reads a table with a header row; a cell that is empty says nothing. Throws a UsageError where it makes no sense. */
export function readMetadataTable(path: string): MetadataTable {
  const rows = readRows(path);
  const header = Object.keys(rows[0] ?? { file: '' });
  if (!header.includes('file')) throw new UsageError(`${path} has no column “file”.`);
  const strange = header.filter((name) => !known.has(name));
  if (strange.length > 0) {
    throw new UsageError(
      `${path} has columns that are not known: ${strange.join(', ')}. Known are ${[...known].join(', ')}.`,
    );
  }
  const byFile = new Map<string, GivenMetadata>();
  const used = new Set<string>();
  rows.forEach((row, index) => {
    const file = row['file']?.trim() ?? '';
    if (file === '') throw new UsageError(`${path}, row ${index + 2}: the file is missing.`);
    if (byFile.has(file)) throw new UsageError(`${path} names ${file} twice.`);
    byFile.set(file, metadataOf(row, `${path}, row ${index + 2}`));
  });

  return {
    of(filePath) {
      const name = [...endings(filePath)].find((ending) => byFile.has(ending));
      if (name === undefined) return {};
      used.add(name);
      return byFile.get(name) ?? {};
    },
    unused: () => [...byFile.keys()].filter((file) => !used.has(file)),
  };
}

function readRows(path: string): Record<string, string>[] {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > mostBytes)
      throw new UsageError(`${path} is too long for a table of metadata.`);
    return parse(bytes, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = missing ? 'there is no such file' : 'it is no CSV with a header row';
    throw new UsageError(`${path} cannot be read as a table of metadata: ${reason}.`);
  }
}

function metadataOf(row: Readonly<Record<string, string>>, where: string): GivenMetadata {
  const given: Record<string, string> = {};
  for (const field of sourceMetadataFields) {
    const value = row[field]?.trim() ?? '';
    if (value === '') continue;
    if (field === 'published' || field === 'updated' || field === 'accessed') {
      const problem = dateProblem(value);
      if (problem !== null) throw new UsageError(`${where}: “${value}” (${field}): ${problem}`);
    }
    given[field] = value;
  }
  const reliability = row['reliability']?.trim() ?? '';
  return reliability === '' ? given : { ...given, reliability: checkedReliability(reliability) };
}

/** A path, then without its first folder, and so on to the bare name. */
function* endings(path: string): Iterable<string> {
  yield path;
  const parts = path.split(/[/\\]/);
  for (let from = 1; from < parts.length; from += 1) yield parts.slice(from).join('/');
  yield basename(path);
}
