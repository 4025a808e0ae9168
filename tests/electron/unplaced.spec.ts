import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, type LaunchedAttest } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { startProject } from './pages/inspector-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

const lostWords = 'Inspectors found the valve in pieces';

/** The list of marks without a place, opened through the palette. */
function unplacedList(attest: LaunchedAttest) {
  const dialog = attest.page.getByRole('dialog', { name: 'Marks without a place' });
  return {
    dialog,
    rows: dialog.getByRole('list', { name: 'Marks without a place' }).getByRole('listitem'),
    row: (name: string) => dialog.getByRole('group', { name }),
    open: async () => {
      await shellPage(attest).run('Marks without a place');
      await expect(dialog).toBeVisible();
    },
  };
}

test('a mark without a place is seen, removed, brought back and placed at the selection', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const attest = await launch({ dialogs: [join(folder, 'Sample.attest')] });
  const { api, page } = attest;
  const shell = shellPage(attest);
  const list = unplacedList(attest);
  const reader = new ReaderPage(page);
  await welcomePage(attest).sampleProject.click();
  await expect(sourcesPane(attest).rows.first()).toBeVisible();

  await list.open();
  const lost = list.row(lostWords);
  await expect(list.rows).toHaveCount(1);
  await expect(lost).toContainText('Stood in an earlier version of the article.');
  await expect(lost).toContainText('does not stand in the source');
  await expect(lost.getByRole('button', { name: 'Place at the selection' })).toBeDisabled();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAxeProblems(page), colorScheme).toEqual([]);
  }
  await attest.screenshot('unplaced');

  await lost.getByRole('button', { name: 'Remove' }).click();
  await expect(list.dialog).toContainText('Every mark has its place.');
  await expect(list.dialog.getByRole('status')).toContainText('1 mark removed.');
  expect(await findAxeProblems(page)).toEqual([]);
  await shell.escape();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(shell.messages).toContainText('Undone: Remove unplaced marks');
  await expect.poll(() => api.highlights.unplaced({})).toHaveLength(1);

  await list.open();
  await lost.getByRole('button', { name: 'Show source' }).click();
  await expect(list.dialog).toBeHidden();
  await expect(sourcesPane(attest).chosen).toContainText('Osterhaven gas leak');
  await reader.drag('Inspectors will open the valve');
  await shell.messages.getByRole('button', { name: 'Back to the list' }).click();
  await expect(list.dialog).toContainText('Selected: “Inspectors will open the valve”');
  await lost.getByRole('button', { name: 'Place at the selection' }).click();
  await expect(list.dialog).toBeHidden();
  await expect.poll(() => api.highlights.unplaced({})).toEqual([]);
  await expect(reader.marks.getByRole('option', { selected: true })).toContainText(
    'Inspectors will open the valve',
  );
  const ledger = (await api.sources.list({})).find(({ file }) => file.startsWith('capital-ledger'));
  const marks = await api.highlights.ofSource({ sourceId: ledger!.id });
  expect(marks.find(({ quote }) => quote === 'Inspectors will open the valve')).toMatchObject({
    note: 'Stood in an earlier version of the article.',
    claimId: null,
    attributionLinks: null,
  });
});

test('several marks that an import could not place are placed together, with what they carry', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const attest = await launch();
  const { api, page } = attest;
  const shell = shellPage(attest);
  const list = unplacedList(attest);
  const reader = new ReaderPage(page);
  const text = 'The minister said the pier would open in May. She left early.';
  const [sourceId] = await startProject(attest, folder, [{ title: 'Harbour', text }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await api.tags.create({ path: 'places/pier' });
  const { id: knownClaim } = await api.claims.create({ statement: 'The pier opens in May.' });
  const rest = { source: sourceId, start: 0, end: 9 };
  const lines = [
    {
      ...rest,
      quote: 'The pier opens again',
      stance: 'hedges',
      handling: 'TLP:AMBER',
      tags: ['places/pier', 'dates'],
      claim: { id: knownClaim },
      attribution: [{ actors: ['Mara Lindqvist'], role: 'minister', form: ['paraphrased'] }],
    },
    {
      ...rest,
      quote: 'The pier never opens',
      claim: { statement: 'The pier stays shut.', kind: 'prediction', status: 'disputed' },
      attribution: [],
    },
    { ...rest, quote: 'Nobody knows' },
  ];
  const path = join(folder, 'marks.jsonl');
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));

  attest.answerDialogs([path]);
  await shell.run('Bring in markup (JSON lines)');
  const report = page.getByRole('dialog', { name: 'Bring in markup' });
  await report.getByRole('button', { name: 'Bring in', exact: true }).click();
  await page.getByRole('button', { name: 'Show marks without a place' }).click();
  await expect(list.rows).toHaveCount(3);
  await expect(list.row('The pier never opens')).toContainText('The pier stays shut.');
  await shell.escape();

  await sourcesPane(attest).open('Harbour');
  await reader.drag('the pier would open in May');
  await list.open();
  await list.dialog.getByRole('checkbox', { name: 'All 3 marks' }).check();
  await list.dialog.getByRole('checkbox', { name: 'Nobody knows' }).uncheck();
  await list.dialog.getByRole('button', { name: 'Place the chosen at the selection' }).click();
  await expect(list.dialog).toBeHidden();
  await expect(shell.messages).toContainText('Placed without the tag “dates”.');
  const placed = await api.highlights.ofSource({ sourceId });
  expect(placed).toHaveLength(2);
  const [pier] = await api.tags.tree({}).then((tags) => tags.filter(({ name }) => name === 'pier'));
  expect(placed.find(({ claimId }) => claimId === knownClaim)).toMatchObject({
    quote: 'the pier would open in May',
    stance: 'hedges',
    handling: 'TLP:AMBER',
    tagIds: [pier?.id],
    attributionText: 'Mara Lindqvist (minister), paraphrased',
  });
  const shut = placed.find(({ statement }) => statement === 'The pier stays shut.');
  expect(shut).toMatchObject({ attributionLinks: 0 });
  const { claim } = await api.claims.get({ claimId: shut!.claimId! });
  expect(claim).toMatchObject({ kind: 'prediction', status: 'disputed' });

  await list.open();
  await expect(list.rows).toHaveCount(1);
  await list.dialog.getByRole('checkbox', { name: 'Nobody knows' }).check();
  await list.dialog.getByRole('button', { name: 'Remove the chosen' }).click();
  await list.dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(list.rows).toHaveCount(1);
  await expect(list.dialog.getByRole('status')).toBeEmpty();
});
