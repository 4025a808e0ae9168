import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { dropFiles } from './pages/drop-files.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

const article = (name: string): string =>
  `${name} opens\n\nThe mayor said the ${name.toLowerCase()} opens on Monday.\n`;

test('files, a folder and pasted text come in, and the report says what did not', async ({
  launch,
  folder,
}) => {
  const files = join(folder, 'articles');
  mkdirSync(files);
  const paths = ['Bridge', 'Tunnel'].map((name) => join(files, `${name}.txt`));
  paths.forEach((path, index) => writeFileSync(path, article(index === 0 ? 'Bridge' : 'Tunnel')));
  writeFileSync(join(files, 'empty.txt'), '');

  const attest = await launch();
  const { page, api } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Import.attest'));
  await sources.importFiles(paths);
  await expect(shell.messages).toContainText('2 sources came in.');
  await expect(sources.chosen).toContainText('Bridge');

  attest.answerDialogs([files]);
  await page.getByRole('button', { name: 'Bring in sources' }).click();
  await page.getByRole('menuitem', { name: 'A folder' }).click();
  const report = page.getByRole('dialog', { name: 'What came in' });
  await expect(report.getByRole('region', { name: 'Could not be read' })).toContainText(
    'empty.txt',
  );
  await expect(report.getByRole('region', { name: 'There already' })).toContainText('Tunnel');
  await report.getByRole('button', { name: 'Tunnel opens' }).click();
  await expect(sources.chosen).toContainText('Tunnel');

  await sources.list.focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'A ferry sails.');
    clipboardData.setData('text/html', '<h1>A ferry sails.</h1><p>It sails at nine.</p>');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  const pasted = page.getByRole('dialog', { name: 'New source from text' });
  await expect(pasted.getByRole('textbox', { name: 'Text' })).toHaveValue('A ferry sails.');
  await pasted.getByRole('combobox', { name: 'Outlet' }).fill('The Ferry Post');
  await pasted.getByRole('textbox', { name: 'Published' }).fill('2023-13');
  await pasted.getByRole('button', { name: 'Bring in' }).click();
  await expect(pasted.getByRole('alert')).toContainText('2023-13');
  await pasted.getByRole('textbox', { name: 'Published' }).fill('2023-10');
  await pasted.getByRole('button', { name: 'Bring in' }).click();
  await expect(sources.chosen).toContainText('The Ferry Post · 2023-10');
  const rows = await api.sources.list({});
  const ferry = rows.find(({ outlet }) => outlet === 'The Ferry Post');
  expect(ferry).toMatchObject({ published: '2023-10', mediaType: 'text/html' });
  expect((await api.sources.content({ sourceId: ferry!.id })).text).toContain('It sails at nine.');
});

test('dropped files come in, without a project after one is made for them', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'bridge.txt');
  writeFileSync(path, article('Bridge'));
  const project = join(folder, 'Dropped.attest');
  const attest = await launch({ dialogs: [project] });
  await expect(welcomePage(attest).heading).toBeVisible();
  await dropFiles(attest.page, [path]);
  await expect(sourcesPane(attest).chosen).toContainText('Bridge');

  await shellPage(attest).chooseInMenu('project.close');
  await expect(welcomePage(attest).heading).toBeVisible();
  await dropFiles(attest.page, [project]);
  await expect(sourcesPane(attest).chosen).toContainText('Bridge');
  await dropFiles(attest.page, [path]);
  const report = attest.page.getByRole('dialog', { name: 'What came in' });
  await expect(report).toContainText('1 was there already.');
});

test('the list is filtered, ordered and walked by key', async ({ launch, folder }) => {
  const attest = await launch();
  const { page } = attest;
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'List.attest'));
  for (const name of ['Canal', 'Airport', 'Bridge']) await sources.addText(name, article(name));

  await expect(sources.rows).toHaveText([/Canal/, /Airport/, /Bridge/]);
  await page.getByRole('button', { name: 'Order of the sources' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Title' }).click();
  await expect(sources.rows).toHaveText([/Airport/, /Bridge/, /Canal/]);
  await sources.filter.fill('ca');
  await expect(sources.rows).toHaveText([/Canal/]);
  await sources.filter.fill('');

  await sources.filter.press('ArrowDown');
  await expect(sources.list).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sources.chosen).toContainText('Bridge');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(sources.chosen).toContainText('Canal');
});

test('details are corrected, and a source is removed, brought back and purged', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  const path = join(folder, 'Details.attest');
  await welcomePage(attest).create(path);
  await sources.addText('Quarry', 'The quarry was never closed, the owner said.');
  await sources.addText('Mill', article('Mill'));

  await sources.showDetails('Mill');
  const details = page.getByRole('dialog', { name: 'Details of the source' });
  await details.getByRole('textbox', { name: 'Title' }).fill('The old mill');
  await details.getByRole('textbox', { name: 'Updated' }).fill('tomorrow');
  await details.getByRole('textbox', { name: 'Byline' }).fill('A. Miller');
  await expect(details.getByRole('textbox', { name: 'Updated' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await details.getByRole('textbox', { name: 'Updated' }).fill('2024-02-19/2024-02-23');
  await details.getByRole('combobox', { name: 'Handling' }).fill('TLP:AMBER');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toBeHidden();
  await expect(sources.row('The old mill')).toContainText('TLP:AMBER');
  const [, mill] = await api.sources.list({});
  expect(mill).toMatchObject({ byline: 'A. Miller', updated: '2024-02-19/2024-02-23' });

  await sources.row('Quarry').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sources.rows).toHaveText([/The old mill/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sources.row('Quarry')).toBeVisible();

  await sources.row('Quarry').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Purge for good' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const purge = page.getByRole('dialog', { name: 'Purge this source for good?' });
  await expect(purge).toContainText('cannot be undone');
  await purge.getByRole('button', { name: 'Purge for good' }).click();
  await expect(shell.messages).toContainText('“Quarry” was purged.');
  await attest.app.close();
  expect(readFileSync(path).includes('the owner said')).toBe(false);
});
