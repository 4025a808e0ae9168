import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { column, makePdf } from '../support/documents/make-pdf.ts';
import { test } from './launch.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

test('the page that is read is shown, also as one scrolls', async ({ launch, folder }) => {
  const path = join(folder, 'paper.pdf');
  const lines = (page: number): string[] =>
    Array.from(
      { length: 40 },
      (_, line) => `Words of page ${page} in line ${line}, and some more.`,
    );
  const pages = [1, 2, 3].map((page) => ({ lines: column(60, 780, lines(page)) }));
  writeFileSync(path, makePdf(pages));
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  await welcomePage(attest).create(join(folder, 'Pages.attest'));
  await sourcesPane(attest).importFiles([path]);

  const number = page.locator('.reader-page-number');
  await expect(number).toHaveText('p. 1');
  await page.getByRole('textbox', { name: /^Text of/ }).focus();
  await page.keyboard.press('Control+End');
  await expect(number).not.toHaveText('p. 1');
  await attest.screenshot('page-number');
});

test('a place in an older version is told as such', async ({ launch, folder }) => {
  const attest = await launch();
  const { page } = attest;
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Versions.attest'));
  const path = join(folder, 'story.txt');
  const body = 'The bridge was opened in May, two officials said on Monday after a long delay. ';
  writeFileSync(path, `Bridge\n\n${body.repeat(4)}The old ending about ferries.`);
  await sources.importFiles([path]);
  writeFileSync(path, `Bridge\n\n${body.repeat(4)}The new ending about trains and ferries.`);
  attest.answerDialogs([path]);
  await page.getByRole('button', { name: 'Bring in sources' }).click();
  await page.getByRole('menuitem', { name: 'Files' }).click();
  const report = page.getByRole('dialog', { name: 'What came in' });
  await report.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('tab', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search the project' }).fill('ferries');
  const hits = page.getByRole('listbox', { name: 'Places found' }).getByRole('option');
  await expect(hits).toHaveCount(2);
  await expect(hits.filter({ hasText: 'Older version' })).toHaveCount(1);
  await expect(hits.filter({ hasText: 'Older version' })).toContainText('old ending');
});
