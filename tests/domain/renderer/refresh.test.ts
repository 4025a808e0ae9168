import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refresh } from '../../../src/renderer/app/refresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function followed(read: () => Promise<number>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const queryKey = ['list'];
  const stop = new QueryObserver(client, { queryKey, queryFn: read }).subscribe(() => undefined);
  const query = client.getQueryCache().find({ queryKey });
  if (query === undefined) throw new Error('The query is not there.');
  return { query, stop };
}

test('a thousand changes during a reading make one more, which sees the last of them', async () => {
  let stored = 0;
  let readings = 0;
  const { query, stop } = followed(async () => {
    readings += 1;
    const seen = stored;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return seen;
  });
  await vi.advanceTimersByTimeAsync(50);
  expect(query.state.data).toBe(0);

  for (let change = 1; change <= 1_000; change += 1) {
    stored = change;
    refresh(query);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(query.state.data).toBe(1_000);
  expect(readings).toBe(3);
  stop();
});

test('a failing reading is kept as the query’s error, and the next change reads again', async () => {
  let fails = true;
  const { query, stop } = followed(async () => {
    if (fails) throw new Error('The file is gone.');
    return 1;
  });
  query.setOptions({ ...query.options, retry: false });
  await vi.advanceTimersByTimeAsync(10_000);
  refresh(query);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(query.state.error).toEqual(new Error('The file is gone.'));
  fails = false;
  refresh(query);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(query.state.data).toBe(1);
  stop();
});

test('what is not on the screen is only made stale', async () => {
  const read = vi.fn<() => Promise<number>>(async () => 1);
  const { query, stop } = followed(read);
  await vi.advanceTimersByTimeAsync(1);
  stop();
  refresh(query);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(read).toHaveBeenCalledTimes(1);
  expect(query.state.isInvalidated).toBe(true);
});
