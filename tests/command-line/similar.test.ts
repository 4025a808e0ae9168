import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

test('similar lists passages that two sources share', patient, async () => {
  const attest = commandLine();
  await attest.run('init', 'p.attest');
  const quote = 'the ferry had lost its rudder in the storm off the northern cape';
  attest.write('a.txt', `The harbour was closed on Monday. Officials said ${quote}.`);
  attest.write('b.txt', `Nobody was hurt, a pilot wrote: ${quote.replace('lost', 'not lost')}!`);
  attest.write('c.txt', 'Elsewhere a bridge was opened, two years late.');
  const come = await attest.run('import', 'p.attest', 'a.txt', 'b.txt', 'c.txt', '--json');
  const [a, b] = come.json<readonly { readonly sourceId: string }[]>();
  const similar = await attest.run('similar', 'p.attest', '--json');
  expect(similar.status).toBe(0);
  const [only, second] =
    similar.json<
      readonly { a: { sourceId: string; quote: string }; b: { sourceId: string }; words: number }[]
    >();
  expect(second).toBeUndefined();
  expect(only).toMatchObject({ words: 13, score: 0.929 });
  expect(new Set([only?.a.sourceId, only?.b.sourceId])).toEqual(
    new Set([a?.sourceId, b?.sourceId]),
  );
  expect(only?.a.quote).toContain('lost its rudder');
  const none = await attest.run('similar', 'p.attest', '--source', 'c.txt', '--json');
  expect(none.json()).toEqual([]);
  const wrong = await attest.run('similar', 'p.attest', '--min-words', 'many');
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('--min-words') });
});
