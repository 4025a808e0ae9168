import { expect, test } from 'vitest';
import type { Measure } from '../../src/shared/domain/agreement/measure.ts';
import { commandLine, patient, type CommandLine } from './attest.ts';

const text = 'One sentence stands here. Another one follows it.\n';

async function marked(attest: CommandLine, ben: object[]): Promise<void> {
  await attest.run('init', 'p.attest');
  attest.write('a.txt', text);
  await attest.run('import', 'p.attest', 'a.txt', '--analyst', 'Ana Silva');
  attest.write(
    'ana.jsonl',
    `${JSON.stringify({ source: 'a.txt', start: 0, end: 25, tags: ['x'] })}\n`,
  );
  attest.write('ben.jsonl', ben.map((mark) => `${JSON.stringify(mark)}\n`).join(''));
  await attest.run('mark', 'p.attest', 'ana.jsonl', '--analyst', 'Ana Silva');
  await attest.run('mark', 'p.attest', 'ben.jsonl', '--analyst', 'Ben Okafor');
}

test('each measure has its n, its unit and the disagreements behind it', patient, async () => {
  const attest = commandLine();
  await marked(attest, [{ source: 'a.txt', start: 4, end: 25, tags: ['x'] }]);
  const run = await attest.run(
    'agreement',
    'p.attest',
    '--between',
    'Ana Silva',
    'Ben Okafor',
    '--json',
  );
  expect(run).toMatchObject({ status: 0, stderr: '' });
  const { between, sources, measures } = run.json<{
    between: { name: string }[];
    sources: { file: string }[];
    measures: (Measure & { disagreements: { quote: string; start: number; end: number }[] })[];
  }>();
  expect(between.map(({ name }) => name)).toEqual(['Ana Silva', 'Ben Okafor']);
  expect(sources.map(({ file }) => file)).toEqual(['a.txt']);
  const of = (measure: string, unit: string, tag: string | null) =>
    measures.find((one) => one.measure === measure && one.unit === unit && one.tag === tag);
  expect(of('kappa', 'character', 'x')).toMatchObject({
    n: text.length,
    sources: 1,
    table: { both: 21, onlyA: 4, onlyB: 0, neither: 25 },
    disagreements: [{ quote: 'One ', start: 0, end: 4 }],
  });
  expect(of('kappa', 'sentence', 'x')).toMatchObject({ n: 2, value: 1, disagreements: [] });
  expect(of('gamma', 'highlight', null)).toMatchObject({ value: null, interval: null });
  const people = await attest.run('agreement', 'p.attest', '--between', 'Ana Silva', 'Ben Okafor');
  expect(people.stdout).toMatch(/Cohen’s κ, by character +0\.8/);
});

test('without a shared source there is no number', patient, async () => {
  const attest = commandLine();
  await marked(attest, [{ type: 'tag', path: 'y' }]);
  const words = ['agreement', 'p.attest', '--between', 'Ana Silva', 'Ben Okafor'];
  attest.write('b.txt', 'Other words.');
  await attest.run('import', 'p.attest', 'b.txt', '--analyst', 'Ben Okafor');
  const run = await attest.run(...words, '--json');
  expect(run.json()).toMatchObject({ sources: [], measures: [] });
  expect((await attest.run(...words)).stdout).toContain('no number');
});

test('who is compared must be known, and two', patient, async () => {
  const attest = commandLine();
  await marked(attest, []);
  expect((await attest.run('agreement', 'p.attest', '--between', 'Ana Silva')).status).toBe(2);
  expect(
    (await attest.run('agreement', 'p.attest', '--between', 'Ana Silva', 'Nobody')).status,
  ).toBe(2);
});
