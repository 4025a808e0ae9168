import { expect, test } from 'vitest';
import type { OpenedFile } from '../../../src/main/sources/import-file.ts';
import { openAhead } from '../../../src/main/sources/open-ahead.ts';

/** A file of so many bytes, of which nothing is there. */
function opened(path: string, length: number): OpenedFile {
  const bytes = { length } as Uint8Array;
  const file = { fileName: path, bytes, sha256: path };
  return { path, file, reading: null, known: [], stream: null };
}

/** Opens numbered files only when told to. */
function held(count: number, length: number) {
  const begun: number[] = [];
  const go: (() => void)[] = [];
  const ahead = openAhead(
    Array.from({ length: count }, (_, number) => number),
    (number) => {
      begun.push(number);
      return new Promise((resolve) => go.push(() => resolve(opened(`${number}`, length))));
    },
  );
  return { ahead, begun, go };
}

/** Lets every promise that can go on do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('files come in order, whichever is opened first, and end with null', async () => {
  const { ahead, begun, go } = held(3, 10);
  const first = ahead.take();
  expect(begun).toEqual([0, 1, 2]);
  go.toReversed().forEach((each) => each());
  const taken = [await first, await ahead.take(), await ahead.take()];
  expect(taken.map((each) => each?.path)).toEqual(['0', '1', '2']);
  expect(await ahead.take()).toBe(null);
});

test('three are opened at a time, and a dozen more are held while nobody takes them', async () => {
  const { ahead, begun, go } = held(40, 10);
  const first = ahead.take();
  for (let at = 0; at < go.length; at += 1) {
    expect(begun.length - at).toBeLessThanOrEqual(3);
    go[at]?.();
    await settle();
  }
  await first;
  // The one that was taken, and those ahead.
  expect(begun).toHaveLength(1 + 3 + 12);
});

test('large files are held one at a time, after those whose size was not known', async () => {
  const { ahead, begun, go } = held(40, 64 * 1024 ** 2);
  const first = ahead.take();
  for (let at = 0; at < go.length; at += 1) {
    go[at]?.();
    await settle();
  }
  await first;
  expect(begun).toHaveLength(3);
});

test('who leaves is given what was opened and not taken', async () => {
  const { ahead, begun, go } = held(40, 10);
  const first = ahead.take();
  go.forEach((each) => each());
  await first;
  const rest = ahead.leave();
  go.forEach((each) => each());
  expect((await rest).map(({ path }) => path)).toEqual(begun.slice(1).map(String));
});

test('an opening that fails is heard of by whoever takes it', async () => {
  const ahead = openAhead([1, 2], (number) =>
    number === 1 ? Promise.reject(new Error('broken')) : Promise.resolve(opened('2', 1)),
  );
  await expect(ahead.take()).rejects.toThrow('broken');
});
