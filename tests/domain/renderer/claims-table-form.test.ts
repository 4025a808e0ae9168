import { describe, expect, it } from 'vitest';
import {
  nextRow,
  nextSort,
  rowsBetween,
  sortClaims,
  type ClaimSort,
} from '../../../src/renderer/claims/claims-table-form.ts';
import type { ClaimRow } from '../../../src/shared/contract/claims.ts';
import type { ClaimId, TagId } from '../../../src/shared/domain/ids.ts';

function row(id: string, fields: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id: id as ClaimId,
    statement: id,
    kind: 'fact',
    status: 'unverified',
    eventName: null,
    stated: null,
    allTagIds: [],
    mentions: 0,
    sources: 0,
    origins: 0,
    contradictedBy: 0,
    credibility: null,
    ...fields,
  } as ClaimRow;
}

function order(rows: readonly ClaimRow[], sort: ClaimSort): string {
  return sortClaims(rows, sort, (tagId) => tagId)
    .map((each) => each.id)
    .join(' ');
}

describe('the table of claims', () => {
  it('goes up, down, and back to the order of making', () => {
    const up = nextSort(null, 'status');
    const down = nextSort(up, 'status');
    expect([up, down, nextSort(down, 'status'), nextSort(down, 'kind')]).toEqual([
      { column: 'status', descending: false },
      { column: 'status', descending: true },
      null,
      { column: 'kind', descending: false },
    ]);
  });

  it('sorts by words and by numbers, equals in their order', () => {
    const rows = [row('b', { mentions: 2 }), row('A', { mentions: 10 }), row('c', { mentions: 2 })];
    expect(order(rows, { column: 'statement', descending: false })).toBe('A b c');
    expect(order(rows, { column: 'mentions', descending: false })).toBe('b c A');
    expect(order(rows, { column: 'mentions', descending: true })).toBe('A b c');
    expect(order(rows, null)).toBe('b A c');
  });

  it('puts what is unknown last both ways, and never takes "cannot be judged" for the worst', () => {
    const rows = [
      row('six', { credibility: 6, eventName: 'Vote' }),
      row('none', {}),
      row('five', { credibility: 5, eventName: 'Call' }),
      row('one', { credibility: 1 }),
    ];
    expect(order(rows, { column: 'credibility', descending: false })).toBe('one five six none');
    expect(order(rows, { column: 'credibility', descending: true })).toBe('five one six none');
    expect(order(rows, { column: 'event', descending: true })).toBe('six five none one');
  });

  it('sorts by the names of tags', () => {
    const rows = [
      row('x', { allTagIds: ['talks' as TagId] }),
      row('y', { allTagIds: ['trade' as TagId, 'arms' as TagId] }),
      row('z'),
    ];
    expect(order(rows, { column: 'tags', descending: false })).toBe('y x z');
  });

  it('moves by rows and pages and stays inside', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => row(id));
    const from = (id: string | null, key: string): string | null =>
      nextRow(rows, id as ClaimId | null, key, 2);
    expect(from(null, 'ArrowDown')).toBe('a');
    expect(from(null, 'ArrowUp')).toBe('d');
    expect(from('a', 'PageDown')).toBe('c');
    expect(from('b', 'PageUp')).toBe('a');
    expect(from('d', 'ArrowDown')).toBe('d');
    expect(from('b', 'End')).toBe('d');
    expect(from('b', 'x')).toBeNull();
    expect(nextRow([], null, 'ArrowDown', 2)).toBeNull();
  });

  it('chooses the rows between two', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => row(id));
    const between = (a: string, b: string): string =>
      rowsBetween(rows, a as ClaimId, b as ClaimId).join('');
    expect(between('d', 'b')).toBe('bcd');
    expect(between('b', 'b')).toBe('b');
    expect(between('gone', 'b')).toBe('b');
  });
});
