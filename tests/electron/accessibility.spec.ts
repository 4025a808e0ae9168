import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { ClaimsPage } from './pages/claims-page.ts';
import { expectNothing, openSample } from './pages/expect-nothing.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { SummaryPage } from './pages/summary-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

test.setTimeout(240_000);

test('axe finds nothing on the welcome screen, in an empty project and in the panes', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  const shell = shellPage(attest);
  await expect(welcomePage(attest).heading).toBeVisible();
  await expectNothing(page, 'welcome');
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(shell.dialog).toBeVisible();
  await expectNothing(page, 'profile');
  await shell.escape();
  await welcomePage(attest).create(join(folder, 'Empty.attest'));
  for (const name of ['Reader', 'Claims', 'Summary', 'Search', 'Activity', 'Claim', 'Tags']) {
    await shell.tab(name).click();
    await expectNothing(page, `empty project, ${name}`);
  }
  await shell.chooseInMenu('project.close');
  await expect(welcomePage(attest).recent).toContainText('Empty');
  await expectNothing(page, 'welcome with a recent project');

  await openSample(attest, folder);
  for (const name of ['Search', 'Activity', 'Sources', 'Claim', 'Tags', 'Actors', 'Marks']) {
    await shell.tab(name).click();
    await expectNothing(page, name);
  }
});

test('axe finds nothing in the dialogs and menus of the shell', async ({ launch, folder }) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await openSample(attest, folder);
  for (const id of [
    'view.palette',
    'help.shortcuts',
    'sources.paste',
    'project.backup',
    'export.csv',
    'export.markdown',
  ]) {
    await shell.chooseInMenu(id);
    await expect(shell.dialog).toBeVisible();
    await expectNothing(page, id);
    await shell.escape();
  }
  await shell.chooseInMenu('project.verify');
  await expect(shell.dialog.getByRole('status')).toContainText('Everything holds');
  await expectNothing(page, 'project.verify');
  await shell.escape();
  await shell.run('Rename the project');
  await expect(shell.dialog).toBeVisible();
  await expectNothing(page, 'project.rename');
  await shell.escape();

  await sources.showDetails('Voices from the quay');
  await expect(shell.dialog).toContainText('SHA-256');
  await shell.dialog.getByRole('button', { name: /^Grade/ }).click();
  await shell.dialog.getByText(/^History/).click();
  await shell.dialog.getByRole('textbox', { name: 'Accessed' }).fill('some day');
  await shell.dialog.getByRole('textbox', { name: 'Title' }).focus();
  await expectNothing(page, 'details with a date that cannot be kept');
  await shell.escape();
  for (const name of ['Remove', 'Purge for good']) {
    await sources.row('Voices from the quay').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNothing(page, 'menu of a source');
    await page.getByRole('menuitem', { name }).click();
    await expect(shell.dialog).toBeVisible();
    await expectNothing(page, name);
    await shell.escape();
  }
  await shell.projectMenu.click();
  await expectNothing(page, 'menu of the project');
  await page.keyboard.press('Escape');

  const empty = join(folder, 'empty.txt');
  writeFileSync(empty, '');
  attest.answerDialogs([empty]);
  await shell.chooseInMenu('sources.importFiles');
  const report = page.getByRole('dialog', { name: 'What came in' });
  await expect(report).toContainText('empty.txt');
  await expectNothing(page, 'report of an import');
  await shell.escape();
  const markup = join(folder, 'marks.jsonl');
  writeFileSync(markup, '{"source":"voices-from-the-quay.txt","start":0,"end":6}\nno line\n');
  attest.answerDialogs([markup]);
  await shell.run('Bring in markup');
  await expect(shell.dialog).toContainText('Bring in');
  await expectNothing(page, 'rehearsal of markup');
  await shell.escape();
  await shell.chooseInMenu('edit.undo');
  await expect(shell.messages).toContainText('left to undo');
  await expectNothing(page, 'a message');
});

test('axe finds nothing in the views of the project', async ({ launch, folder }) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page } = attest;
  const inspector = new InspectorPage(page);
  const reader = new ReaderPage(page);
  const claims = new ClaimsPage(page);
  const summary = new SummaryPage(page);
  await openSample(attest, folder);
  await inspector.openSource('Ammonia leak closes Osterhaven cold store');
  await inspector.chooseMark('Nobody was kept in hospital');
  await expect(inspector.link(1)).toBeVisible();
  await inspector.mark.getByText(/^History/).click();
  await expectNothing(page, 'reader with a chosen mark');
  await reader.press('the alarm was silent');
  await expect(reader.chooser).toBeVisible();
  await expectNothing(page, 'marks at one place');
  await page.keyboard.press('Escape');
  await reader.drag('an inquiry later blamed');
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  await expectNothing(page, 'selected words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await expectNothing(page, 'furniture shown');

  await claims.open();
  await claims.row('About 400 kilograms').click();
  await expect(inspector.pane.getByRole('region', { name: /^Checks/ })).toBeVisible();
  await expectNothing(page, 'claims');
  await claims.row('The response was exemplary').click({ modifiers: ['Shift'] });
  await expect(page.getByText(/claims chosen/)).toBeVisible();
  await expectNothing(page, 'claims chosen');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expectNothing(page, 'filters');
  await claims.filters.getByRole('combobox', { name: 'Status' }).selectOption('Disputed');
  await page.keyboard.press('Escape');
  await expectNothing(page, 'filtered claims');
  await claims.words.fill('nothing like that');
  await expectNothing(page, 'no claim fits');

  await summary.open();
  await expect(summary.citations).toHaveCount(4);
  await expectNothing(page, 'summary');
  await summary.citations.first().hover();
  await expect(summary.card).toBeVisible();
  await expectNothing(page, 'card of a citation');
  await summary.text.click();
  await page.keyboard.type(' [[valve');
  await expect(summary.suggestions).toBeVisible();
  await expectNothing(page, 'claims to cite');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More about this summary' }).click();
  await expectNothing(page, 'menu of a summary');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'TLP:GREEN' }).click();
  await expectNothing(page, 'handling of a summary');
});

test('axe finds nothing in the dialogs of marks, claims, tags and actors', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  const inspector = new InspectorPage(page);
  const { pane } = inspector;
  const dialog = page.getByRole('dialog');
  await openSample(attest, folder);
  await inspector.openSource('Ammonia leak closes Osterhaven cold store');
  await inspector.chooseMark('exemplary');
  async function look(place: string, open: () => Promise<unknown>): Promise<void> {
    await test.step(place, async () => {
      await open();
      await expect(dialog).toBeVisible();
      await expectNothing(page, place);
      await dialog.getByRole('button', { name: 'Close' }).first().click();
      await expect(dialog).toHaveCount(0);
    });
  }
  const press = (name: string | RegExp) => () => pane.getByRole('button', { name }).first().click();

  await look('tags of a mark', () => page.keyboard.press('t'));
  await look('which claim', press('Change…'));
  await inspector.link(1).getByRole('combobox', { name: 'Origin' }).fill('Another statement');
  await expect(page.getByRole('option', { name: /New origin/ })).toBeVisible();
  await expectNothing(page, 'origins found');
  await look('new origin', () => page.getByRole('option', { name: /New origin/ }).click());
  await look('origin', press('Edit the origin'));
  await inspector.openTab('Claim');
  await look('link of a claim', press('Link…'));
  await look('joining of claims', press('Join with another…'));
  await look('removal of a claim', press('Remove claim…'));
  await look('event', press('Edit the event'));
  await look('new claim', () => shell.run('New claim without a mention'));
  await look('find a claim', () => shell.run('Find a claim'));
  await pane.getByRole('button', { name: 'Origin not held' }).click();
  await expectNothing(page, 'checks of a claim');

  await inspector.openTab('Tags');
  await inspector.tag('release').click();
  await expectNothing(page, 'a tag');
  await look('merging of tags', press('Merge…'));
  await look('moving of a tag', press('Move…'));
  await look('removal of a tag', press('Remove…'));
  await inspector.tag('alarm').click({ button: 'right' });
  await expectNothing(page, 'menu of a tag');
  await page.keyboard.press('Escape');
  await inspector.openTab('Actors');
  await look('new actor', press(/^New/));
  await press(/Tomas Berg/)();
  await expectNothing(page, 'an actor');
  await look('joining of actors', press('Join…'));
});
