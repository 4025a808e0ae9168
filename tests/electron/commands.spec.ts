import { join } from 'node:path';
import { expect } from '@playwright/test';
import { menuCommands } from '../../src/shared/contract/menu.ts';
import { test } from './launch.ts';
import { exportDialog } from './pages/export-dialog.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

test('every command of the application menu does its work in the window', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  await welcomePage(attest).create(join(folder, 'Menu.attest'));
  const tried = new Set<string>();
  async function choose(id: string): Promise<void> {
    tried.add(id);
    await shell.chooseInMenu(id);
  }

  for (const name of ['Claims', 'Summary', 'Review', 'Reader']) {
    await choose(`view.${name.toLowerCase()}`);
    await expect(shell.tab(name)).toHaveAttribute('aria-selected', 'true');
  }
  for (const [id, title] of [
    ['view.palette', 'Commands'],
    ['help.shortcuts', 'Shortcuts'],
    ['sources.paste', 'New source from text'],
    ['project.verify', 'Verify the project'],
    ['project.backup', 'Back the project up'],
    ['merges.pack', 'Hand over a parcel'],
  ] as const) {
    await choose(id);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await shell.escape();
  }
  for (const [id, format] of [
    ['export.csv', 'CSV table'],
    ['export.jsonl', 'JSON lines'],
    ['export.markdown', 'Markdown'],
    ['export.html', 'HTML'],
  ] as const) {
    await choose(id);
    await expect(exportDialog(attest).format(format)).toBeChecked();
    await shell.escape();
  }
  for (const id of ['export.print', 'export.pdf']) {
    await choose(id);
    await expect(shell.messages).toContainText('source with its marks');
    await expect(shell.messages).toContainText('cannot be done now.');
  }
  await choose('edit.undo');
  await expect(shell.messages).toContainText('Nothing of yours is left to undo');
  await choose('edit.redo');
  await expect(shell.messages).toContainText('Nothing is left to redo');
  await choose('view.theme');
  await expect(shell.messages).toContainText('Theme: light');
  for (const id of ['sources.importFiles', 'sources.importFolder', 'project.open', 'merges.open']) {
    const before = attest.askedDialogs().length;
    await choose(id);
    await expect.poll(() => attest.askedDialogs().length).toBe(before + 1);
  }
  await choose('project.close');
  await expect(welcomePage(attest).heading).toBeVisible();
  await shell.chooseInMenu('sources.paste');
  await expect(shell.messages).toContainText('cannot be done now: no project is open.');
  for (const id of ['project.new', 'project.openSample']) {
    const before = attest.askedDialogs().length;
    await choose(id);
    await expect.poll(() => attest.askedDialogs().length).toBe(before + 1);
  }
  expect([...tried].toSorted()).toEqual(menuCommands().toSorted());
});

test('the palette finds a command by typing and gives the focus back', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Palette.attest'));
  await sources.addText('A bridge', 'The bridge is closed.');

  await sources.filter.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('verify proj');
  const found = page.getByRole('dialog', { name: 'Commands' }).getByRole('option');
  await expect(found).toHaveText(['Verify the project']);
  await shell.escape();
  await expect(sources.filter).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('bridge');
  await expect(found).toHaveText(['A bridge']);
  await page.keyboard.press('Enter');
  await expect(shell.dialog).toBeHidden();
  await expect(sources.chosen).toContainText('A bridge');

  await shell.run('Go to the claims');
  await expect(shell.tab('Claims')).toHaveAttribute('aria-selected', 'true');
});

test('single letters are typed in fields and run commands elsewhere', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Letters.attest'));
  await sources.addText('Harbour', 'The harbour is open.');

  await sources.filter.focus();
  await page.keyboard.type('i?');
  await expect(sources.filter).toHaveValue('i?');
  await expect(shell.dialog).toBeHidden();
  await sources.filter.fill('');

  await sources.list.focus();
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await shell.escape();
  await expect(sources.list).toBeFocused();
  await page.keyboard.type('i');
  await expect(page.getByRole('dialog', { name: 'Details of the source' })).toBeVisible();
});

test('undo is said aloud and shown, and in a field it belongs to the field', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Undo.attest'));
  await sources.addText('Dam', 'The dam holds.');
  await sources.addText('Levee', 'The levee broke.');

  await sources.filter.pressSequentially('dam');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(sources.filter).not.toHaveValue('dam');
  await sources.filter.fill('');
  await expect(sources.rows).toHaveCount(2);

  await sources.list.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(sources.rows).toHaveText([/Dam/]);
  await expect(shell.messages).toContainText(/Undone: .*Levee/);
  await shell.tab('Activity').click();
  const activity = page.getByRole('listbox', { name: 'Activity' }).getByRole('option');
  await expect(activity.first()).toContainText(/Undo: .*Levee/);
  await expect(activity.nth(1)).toContainText('undone');

  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(shell.messages).toContainText(/Redone: .*Levee/);
  await expect.poll(async () => (await api.sources.list({})).length).toBe(2);
});

test('a changed shortcut works, shows its conflict, and is there after a restart', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'Keys.attest');
  const first = await launch();
  await welcomePage(first).create(path);
  await first.page.keyboard.press('F1');
  const sheet = first.page.getByRole('dialog', { name: 'Shortcuts' });
  await sheet.getByRole('button', { name: 'Change the keys of “Go to the claims”' }).click();
  await first.page.keyboard.press('Escape');
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Change the keys of “Go to the claims”' }).click();
  await first.page.keyboard.press('ControlOrMeta+k');
  const change = first.page.getByRole('button', { name: 'Change the keys of “Go to the claims”' });
  const row = sheet.getByRole('listitem').filter({ has: change });
  await expect(row).toContainText('Same keys as “Show all commands”');
  await sheet.getByRole('button', { name: 'Change the keys of “Go to the claims”' }).click();
  await first.page.keyboard.press('ControlOrMeta+Shift+y');
  await expect(row).not.toContainText('Same keys');
  await shellPage(first).escape();
  await first.page.keyboard.press('ControlOrMeta+Shift+y');
  await expect(shellPage(first).tab('Claims')).toHaveAttribute('aria-selected', 'true');
  await first.close();

  const again = await launch({ userData: first.userData, args: [path] });
  await shellPage(again).tab('Reader').click();
  await again.page.keyboard.press('ControlOrMeta+Shift+y');
  await expect(shellPage(again).tab('Claims')).toHaveAttribute('aria-selected', 'true');
  await again.page.keyboard.press('F1');
  await again.page
    .getByRole('button', { name: 'Back to the first keys of “Go to the claims”' })
    .click();
  await shellPage(again).escape();
  await shellPage(again).tab('Reader').click();
  await again.page.keyboard.press('ControlOrMeta+2');
  await expect(shellPage(again).tab('Claims')).toHaveAttribute('aria-selected', 'true');
});

test('panes fold by key, take the focus in turn, and are as they were after a restart', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'Panes.attest');
  const first = await launch({ size: { width: 1280, height: 800 } });
  const shell = shellPage(first);
  await welcomePage(first).create(path);
  await sourcesPane(first).addText('Ferry', 'The ferry sails at nine.');
  await first.page.keyboard.press('F6');
  const focused = first.page.locator(':focus');
  await expect(shell.inspector.locator(focused).or(focused)).toHaveCount(1);

  await first.page.keyboard.press('ControlOrMeta+b');
  await expect(shell.leftPane).toHaveAttribute('inert', '');
  await expect(first.page.getByRole('button', { name: 'Left pane' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect(first.page.getByRole('tab', { name: 'Reader' })).toBeVisible();
  await first.close();

  const again = await launch({ userData: first.userData, args: [path] });
  await expect(shellPage(again).leftPane).toHaveAttribute('inert', '');
  await expect(shellPage(again).inspector).not.toHaveAttribute('inert', '');
  await again.page.keyboard.press('ControlOrMeta+b');
  await expect(sourcesPane(again).chosen).toContainText('Ferry');
});

test('a project that is open elsewhere is shown as read-only, and nothing offers to change it', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'Shared.attest');
  const first = await launch();
  await welcomePage(first).create(path);
  await sourcesPane(first).addText('Pier', 'The pier is closed.');

  const second = await launch({ args: [path] });
  const { page } = second;
  await expect(page.getByRole('banner')).toContainText('Read-only');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await sourcesPane(second).showDetails('Pier');
  const details = page.getByRole('dialog', { name: 'Details of the source' });
  await expect(details.getByRole('textbox', { name: 'Title' })).toBeDisabled();
  await expect(details.getByRole('button', { name: 'Save' })).toBeHidden();
  await shellPage(second).escape();
  await shellPage(second).chooseInMenu('sources.paste');
  await expect(shellPage(second).messages).toContainText('open for reading only');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('bring in');
  await expect(page.getByText('Nothing is called that.')).toBeVisible();
});
