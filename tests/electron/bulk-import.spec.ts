import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

test('a mixed folder comes in, is cancelled and taken up again, and its report is saved', async ({
  launch,
  folder,
}) => {
  const files = join(folder, 'mixed');
  mkdirSync(files);
  for (let number = 100; number < 400; number += 1) {
    writeFileSync(join(files, `${number}.txt`), `Story ${number}\n\nIts words, no. ${number}.`);
  }
  writeFileSync(join(files, 'empty.txt'), '');
  writeFileSync(join(files, 'page.html'), '<h1>A page</h1><p>Its words.</p>');
  writeFileSync(join(files, 'table.csv'), 'title,text\nA row,The text of a row.\nBad row,\n');

  const attest = await launch();
  const { page } = attest;
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Bulk.attest'));
  attest.answerDialogs([files]);
  await page.getByRole('button', { name: 'Bring in sources' }).click();
  await page.getByRole('menuitem', { name: 'A folder' }).click();
  const running = page.getByRole('group', { name: 'Import', exact: true });
  await expect(running).toContainText('of 303');
  await running.getByRole('button', { name: 'Cancel' }).click();
  const report = page.getByRole('dialog', { name: 'What came in' });
  await expect(report).toContainText('Stopped:');
  await report.getByRole('button', { name: 'Close' }).last().click();

  const unfinished = page.getByRole('group', { name: 'Unfinished import' });
  await expect(unfinished).toContainText('The import of “mixed” was not finished');
  await unfinished.getByRole('button', { name: 'Resume' }).click();
  await expect(report).toContainText('2 files could not be read');
  await expect(unfinished).toBeHidden();
  await expect(report.getByRole('region', { name: 'Could not be read' })).toContainText(
    'The row has no text in the column “text”; it was left out.',
  );
  const path = join(folder, 'report.csv');
  attest.answerDialogs(path);
  await report.getByRole('button', { name: 'Save as CSV' }).click();
  // It is spoken too; what is seen is the message.
  await expect(page.getByLabel('Messages').getByText('The report was saved.')).toBeVisible();
  const rows = readFileSync(path, 'utf8').trim().split('\r\n');
  expect(rows).toHaveLength(1 + 304);
  await report.getByRole('button', { name: 'Close' }).last().click();
  await expect(sources.filter).toHaveAttribute('placeholder', 'Filter 302 sources');
});

test('a source whose letters are wrong is read again in another character set', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'letter.txt');
  // “Привет, мир” in windows-1251, too short to be told from others.
  writeFileSync(path, Buffer.from('cff0e8e2e5f22c20ece8f0', 'hex'));
  const attest = await launch();
  const { page } = attest;
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Letters.attest'));
  await sources.importFiles([path]);
  await sources.showDetails('letter.txt');
  const details = page.getByRole('dialog', { name: 'Details of the source' });
  const choice = details.getByRole('combobox', { name: 'Read again as' });
  await choice.selectOption({ label: 'Cyrillic: KOI8-R' });
  await details.getByRole('button', { name: 'Read again', exact: true }).click();
  await expect(details).toBeHidden();
  await expect(page.getByText('оПХБЕР, ЛХП').first()).toBeVisible();
});
