import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { expectNothing, openSample } from './pages/expect-nothing.ts';
import { FindBar } from './pages/find-bar.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

test.setTimeout(240_000);

test('axe finds nothing around the text that is read', async ({ launch, folder }) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page } = attest;
  const shell = shellPage(attest);
  const inspector = new InspectorPage(page);
  const reader = new ReaderPage(page);
  const find = new FindBar(page);
  await openSample(attest, folder);
  await inspector.openSource('Ammonia leak closes Osterhaven cold store');
  await expect(reader.text).toBeVisible();
  await reader.text.focus();

  await find.find('the');
  await expect(find.count).toHaveText(/^1 of \d+/);
  await expectNothing(page, 'find bar');
  await find.option('Regular expression').click();
  await find.field.fill('(the');
  await expect(find.bar.getByRole('alert').or(find.count)).not.toHaveText(/^1 of/);
  await expectNothing(page, 'find bar with a wrong expression');
  await find.field.focus();
  await page.keyboard.press('Escape');
  await expect(find.bar).toBeHidden();

  const strip = reader.region.getByRole('slider', { name: 'Map of the source' });
  await strip.focus();
  await page.keyboard.press('ArrowDown');
  await expect(strip).toHaveAttribute('aria-valuetext', /^Mark, 1 of/);
  await expectNothing(page, 'strip beside the text');

  await page.getByRole('button', { name: 'How the text is set' }).click();
  await expect(page.getByRole('dialog', { name: 'How the text is set' })).toBeVisible();
  await expectNothing(page, 'how the text is set');
  await shell.escape();

  await reader.text.focus();
  await page.keyboard.press('F7');
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toHaveCount(2);
  await expectNothing(page, 'two readers');
  await page.keyboard.press('Shift+F7');
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toHaveCount(1);

  for (const command of [
    'Print this source',
    'Save this source with its marks as PDF',
    'Marks without a place',
    'Say which source this is a new version of',
    'List suspicious characters',
    'Hand over a parcel',
  ]) {
    await shell.run(command);
    await expect(shell.dialog).toBeVisible();
    await expectNothing(page, command);
    // Esc would first fold what a field offers.
    await shell.dialog.getByRole('button', { name: 'Close' }).first().click();
    await expect(shell.dialog).toBeHidden();
  }

  await page.keyboard.press('ControlOrMeta+4');
  for (const part of await page
    .getByRole('tablist', { name: 'Parts of the review' })
    .getByRole('tab')
    .all()) {
    await part.click();
    await expectNothing(page, `review, ${await part.textContent()}`);
  }
});

test('axe finds nothing in what tells of an import', async ({ launch, folder }) => {
  const files = join(folder, 'mixed');
  mkdirSync(files);
  for (let number = 100; number < 300; number += 1) {
    writeFileSync(join(files, `${number}.txt`), `Story ${number}\n\nIts words, no. ${number}.`);
  }
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Bulk.attest'));
  attest.answerDialogs([files]);
  await shell.chooseInMenu('sources.importFolder');
  const running = page.getByRole('group', { name: 'Import', exact: true });
  await expect(running).toContainText('of 200');
  await running.getByRole('button', { name: 'Cancel' }).click();
  const report = page.getByRole('dialog', { name: 'What came in' });
  await expect(report).toContainText('Stopped:');
  await expectNothing(page, 'report of a stopped import');
  await shell.escape();
  await expect(page.getByRole('group', { name: 'Unfinished import' })).toBeVisible();
  await expectNothing(page, 'unfinished import');

  const [row] = await sources.rows.all();
  await row?.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Details of the source' });
  await details.getByRole('combobox', { name: 'Read again as' }).scrollIntoViewIfNeeded();
  await expectNothing(page, 'read again');
  await shell.escape();
});

test('in forced colours every word of a chosen row has the colour of what is chosen', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  await openSample(attest, folder);
  const sources = sourcesPane(attest);
  await sources.open('Ammonia leak closes Osterhaven cold store');
  await page.emulateMedia({ forcedColors: 'active' });
  const colours = await sources.chosen.evaluate((row) => {
    const highlighted = document.createElement('span');
    highlighted.style.cssText = 'forced-color-adjust: none; color: HighlightText';
    row.append(highlighted);
    const wanted = getComputedStyle(highlighted).color;
    highlighted.remove();
    const words = [...row.querySelectorAll<HTMLElement>('*')].filter((each) =>
      [...each.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE),
    );
    return words.map((each) => [getComputedStyle(each).color === wanted, each.textContent]);
  });
  expect(colours.length).toBeGreaterThan(2);
  expect(colours.filter(([isRight]) => !isRight)).toEqual([]);
  await attest.screenshot('forced-colours-sources');
});
