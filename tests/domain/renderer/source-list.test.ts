import { expect, test } from 'vitest';
import type { SourceRow } from '../../../src/shared/contract/sources.ts';
import {
  filterSources,
  searchable,
  sortSources,
  type SourceSort,
} from '../../../src/renderer/sources/source-list.ts';

function row(file: string, fields: Partial<SourceRow> = {}): SourceRow {
  return {
    file,
    title: null,
    outlet: null,
    byline: null,
    published: null,
    handling: null,
    importedAt: '2026-01-01T00:00:00Z',
    ...fields,
  } as SourceRow;
}

const rows = [
  row('b.txt', {
    title: 'Élysée “denies” report',
    outlet: 'Zeitung',
    published: '2023-10',
    importedAt: '2026-01-02T00:00:00Z',
  }),
  row('a10.txt', { published: '2023-10-31', importedAt: '2026-01-01T00:00:00Z' }),
  row('a9.txt', { outlet: 'agency', importedAt: '2026-01-03T00:00:00Z' }),
];

function filesOf(sorted: readonly SourceRow[]): readonly string[] {
  return sorted.map(({ file }) => file);
}

test('every typed word must stand in a source, whatever its accents, case and quotation marks', () => {
  const all = searchable(rows);
  expect(filesOf(filterSources(all, 'elysee "den'))).toEqual(['b.txt']);
  expect(filesOf(filterSources(all, 'zeitung 2023'))).toEqual(['b.txt']);
  expect(filesOf(filterSources(all, 'zeitung agency'))).toEqual([]);
  expect(filesOf(filterSources(all, '  '))).toEqual(['b.txt', 'a10.txt', 'a9.txt']);
});

test.each<[SourceSort, readonly string[]]>([
  [{ order: 'imported', reversed: false }, ['a10.txt', 'b.txt', 'a9.txt']],
  [{ order: 'imported', reversed: true }, ['a9.txt', 'b.txt', 'a10.txt']],
  [{ order: 'title', reversed: false }, ['a9.txt', 'a10.txt', 'b.txt']],
  [{ order: 'outlet', reversed: false }, ['a9.txt', 'b.txt', 'a10.txt']],
  [{ order: 'outlet', reversed: true }, ['b.txt', 'a9.txt', 'a10.txt']],
  [{ order: 'published', reversed: false }, ['a10.txt', 'b.txt', 'a9.txt']],
  [{ order: 'published', reversed: true }, ['b.txt', 'a10.txt', 'a9.txt']],
])('in the order %o what is unknown comes last', (sort, files) => {
  expect(filesOf(sortSources(rows, sort))).toEqual(files);
});
