import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

const table =
  'Kopf;Worte;Datum;Seite;Notiz\n' +
  'Erste Meldung;"Am Montag sagte der Minister, die Brücke werde im Mai geöffnet.";2023-10-31;https://example.org/1;x\n' +
  'Zweite Meldung;"Die Brücke blieb am Dienstag geschlossen, sagten zwei Beamte.";2023-11-01;https://example.org/2;\n' +
  'Leer;;;;\n';

for (const [theme, width, height] of [
  ['light', 900, 600],
  ['dark', 1440, 900],
] as const) {
  test(`a table whose columns are not known is mapped by hand (${theme})`, async ({
    launch,
    folder,
  }) => {
    const path = join(folder, 'meldungen.csv');
    writeFileSync(path, table);
    const attest = await launch({ size: { width, height } });
    const { page } = attest;
    const sources = sourcesPane(attest);
    await welcomePage(attest).create(join(folder, 'Columns.attest'));
    await attest.api.window.setTheme({ theme });
    attest.answerDialogs([path]);
    await page.getByRole('button', { name: 'Bring in sources' }).click();
    await page.getByRole('menuitem', { name: 'Files' }).click();

    const dialog = page.getByRole('dialog', { name: 'What the columns hold' });
    const bringIn = dialog.getByRole('button', { name: 'Bring in' });
    const articles = dialog.getByRole('region', { name: 'The first articles' });
    await expect(articles).toContainText('Choose the column that holds the text.');
    await expect(bringIn).toBeDisabled();
    await expect(dialog.getByRole('row', { name: 'Worte' })).toContainText('zwei Beamte');
    const holds = (column: string) =>
      dialog.getByRole('combobox', { name: `What “${column}” holds` });
    await expect(holds('Kopf')).toBeFocused();
    await expect(holds('Datum')).toHaveValue('published');
    await holds('Kopf').selectOption('Title');
    await holds('Worte').selectOption('Text');
    await holds('Seite').selectOption('Address');
    await expect(articles).toContainText('Published: 2023-10-31');
    await expect(articles).toContainText('https://example.org/2');
    await expect(articles.getByRole('listitem')).toHaveCount(3);
    await expect(articles).toContainText('#4 The row has no text in the column “Worte”');
    // A recognised column can be left out, and the same use goes to one column only.
    await holds('Datum').selectOption('Not used');
    await expect(articles).not.toContainText('Published');
    expect(await findAxeProblems(page)).toEqual([]);
    await attest.screenshot(`columns-${theme}-${width}`);
    await articles.scrollIntoViewIfNeeded();
    await bringIn.click();

    const report = page.getByRole('dialog', { name: 'What came in' });
    await expect(report).toContainText('2 sources came in and 1 file could not be read');
    await report.getByRole('button', { name: 'Close' }).last().click();
    await expect(sources.rows).toHaveCount(2);
    const rows = await attest.api.sources.list({});
    expect(rows.map(({ title, url, published }) => [title, url, published])).toEqual([
      ['Erste Meldung', 'https://example.org/1', null],
      ['Zweite Meldung', 'https://example.org/2', null],
    ]);
  });
}

test('among other files the report offers to name the columns; a file that is gone is said so', async ({
  launch,
  folder,
}) => {
  const files = join(folder, 'mixed');
  mkdirSync(files);
  writeFileSync(join(files, 'a.txt'), 'A text.');
  writeFileSync(join(files, 'b.json'), JSON.stringify([{ kopf: 'A', worte: 'Words of JSON.' }]));
  const attest = await launch();
  const { page } = attest;
  await welcomePage(attest).create(join(folder, 'Mixed.attest'));
  attest.answerDialogs([files]);
  await page.getByRole('button', { name: 'Bring in sources' }).click();
  await page.getByRole('menuitem', { name: 'A folder' }).click();
  const report = page.getByRole('dialog', { name: 'What came in' });
  await report.getByRole('button', { name: 'Say what the columns hold' }).click();
  const dialog = page.getByRole('dialog', { name: 'What the columns hold' });
  await dialog.getByRole('combobox', { name: 'What “worte” holds' }).selectOption('Text');
  await expect(dialog.getByRole('region', { name: 'The first articles' })).toContainText(
    'Words of JSON.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  attest.answerDialogs([join(files, 'gone.csv')]);
  await page.getByRole('button', { name: 'Bring in sources' }).click();
  await page.getByRole('menuitem', { name: 'A table (CSV, JSON)' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is no such file or folder.');
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
});
