import { expect, test } from 'vitest';
import { analystNamed, createTestApp } from '../../support/test-app.ts';
import { exported, markLines } from '../markup/exchange-app.ts';

test('who marks what blind, and who has handed in, goes out and comes back', async () => {
  const ana = analystNamed('Ana Silva');
  const bo = analystNamed('Bo Lind');
  const app = createTestApp({ analyst: ana });
  const sourceId = await app.addText('a.txt', 'He said so, she said. 😀');
  app.context.changes.record('Known', (draft) => draft.knowAnalyst(bo));
  await app.api.reviews.assign({ sourceIds: [sourceId], analystIds: [ana.id, bo.id] });
  await app.api.reviews.handIn({ sourceId });
  const lines = (await exported(app)).trim().split('\n');
  const typed = lines.filter((line) => /"type":"(assignment|hand-in)"/.test(line));
  expect(typed.map((line) => JSON.parse(line) as object)).toMatchObject([
    {
      type: 'assignment',
      source: 'a.txt',
      analysts: ['Ana Silva', 'Bo Lind'],
      analyst: 'Ana Silva',
    },
    { type: 'hand-in', analyst: 'Ana Silva' },
  ]);

  const other = createTestApp({ analyst: bo });
  await other.addText('a.txt', 'He said so, she said. 😀');
  expect(await markLines(other, lines)).toMatchObject({ problems: [] });
  expect((await exported(other)).trim().split('\n')).toEqual(lines);
  expect(await other.api.reviews.assignments({})).toMatchObject([
    { isOpen: false, analysts: [{ name: 'Ana Silva', handedIn: true }, { name: 'Bo Lind' }] },
  ]);
  // The same file again changes nothing.
  expect((await markLines(other, lines)).others).toMatchObject({ added: 0, changed: 0 });
});

test('lines that cannot be are listed and left out', async () => {
  const app = createTestApp();
  await app.addText('a.txt', 'He said so.');
  const report = await markLines(app, [
    '{"type":"assignment","source":"gone.txt","analysts":["A","B"]}',
    '{"type":"assignment","source":"a.txt","analysts":["A","A"]}',
    '{"type":"hand-in","assignment":"none","analyst":"A"}',
  ]);
  expect(report.problems.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(await app.api.reviews.assignments({})).toEqual([]);
});
