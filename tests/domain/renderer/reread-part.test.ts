import { expect, test } from 'vitest';
import { withSources } from '../../../src/renderer/app/reread-part.ts';
import type {
  AdjudicatedSource,
  Adjudication,
} from '../../../src/shared/contract/adjudications.ts';
import type { AnalystId, SourceId } from '../../../src/shared/domain/ids.ts';

const source = (id: string, agreeing: number): AdjudicatedSource => ({
  sourceId: id as SourceId,
  steps: [],
  agreeing,
  takenOver: 0,
});
const walk = (...sources: readonly AdjudicatedSource[]): Adjudication => ({
  agreedId: 'agreed' as AnalystId,
  sources,
});
const ids = (...names: readonly string[]) => names as readonly SourceId[];

test('a walk is brought up to date source by source, in its order', () => {
  const before = walk(source('a', 1), source('b', 1), source('c', 1));
  const [first, , last] = before.sources;
  const now = withSources(before, walk(source('b', 5)), ids('b', 'elsewhere'));
  expect(now?.sources).toEqual([source('a', 1), source('b', 5), source('c', 1)]);
  expect(now?.sources[0]).toBe(first);
  expect(now?.sources[2]).toBe(last);
});

test('a source that both do not share any more leaves it, and one that came in asks for all anew', () => {
  const before = walk(source('a', 1), source('b', 1));
  expect(withSources(before, walk(), ids('a'))?.sources).toEqual([source('b', 1)]);
  expect(withSources(before, walk(source('new', 1)), ids('new'))).toBeNull();
});
