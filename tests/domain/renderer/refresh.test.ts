import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readFresh, refresh } from '../../../src/renderer/app/refresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const queryKey = ['sources', 'list', {}];

function followed(read: () => Promise<number>) {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false } },
  });
  const queryFn = () => readFresh(client, queryKey, read);
  const stop = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  const query = client.getQueryCache().find({ queryKey });
  if (query === undefined) throw new Error('The query is not there.');
  return { client, query, queryFn, stop };
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
  expect(readings).toBeLessThanOrEqual(3);
  stop();
});

test('who asks while an outdated reading is under way gets what is true after the change', async () => {
  let stored = 'One. Two';
  const read = vi.fn<() => Promise<string>>(async () => {
    const seen = stored;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return seen;
  });
  const { client, query, queryFn, stop } = followed(read as never);
  await vi.advanceTimersByTimeAsync(100);
  refresh(query);
  await vi.advanceTimersByTimeAsync(1);
  stored = 'One.';
  refresh(query);
  const asked = client.fetchQuery({ queryKey, queryFn });
  await vi.advanceTimersByTimeAsync(100);
  expect(await asked).toBe('One.');
  stop();
});

test('while changes pour in without an end, what was read is shown', async () => {
  let stored = 0;
  const { query, stop } = followed(async () => {
    const seen = stored;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return seen;
  });
  for (let change = 1; change <= 1_000; change += 1) {
    stored = change;
    refresh(query);
    await vi.advanceTimersByTimeAsync(4);
  }
  expect(query.state.data).toBeGreaterThan(900);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(query.state.data).toBe(1_000);
  stop();
});

test('a failing reading is kept as the query’s error, and the next change reads again', async () => {
  let fails = true;
  const { query, stop } = followed(async () => {
    if (fails) throw new Error('The file is gone.');
    return 1;
  });
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
