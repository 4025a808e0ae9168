import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

/** Looks at the window as it stands in both themes. */
async function expectNothingSerious(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAxeProblems(page), `${place}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing serious on the welcome screen, an empty project and the panes', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  const shell = shellPage(attest);
  await expect(welcomePage(attest).heading).toBeVisible();
  await expectNothingSerious(page, 'welcome');
  await welcomePage(attest).create(join(folder, 'Empty.attest'));
  await expectNothingSerious(page, 'empty project');

  await shell.chooseInMenu('project.close');
  attest.answerDialogs(join(folder, 'Sample.attest'));
  await welcomePage(attest).sampleProject.click();
  await expect(sourcesPane(attest).rows.first()).toBeVisible();
  for (const name of ['Search', 'Activity', 'Sources', 'Claim', 'Tags', 'Actors', 'Marks']) {
    await shell.tab(name).click();
    await expectNothingSerious(page, name);
  }
});

test('axe finds nothing serious in the dialogs and menus of the shell', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const attest = await launch({ dialogs: [join(folder, 'Sample.attest')] });
  const { page } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).sampleProject.click();
  await expect(sources.rows.first()).toBeVisible();
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
    await expectNothingSerious(page, id);
    await shell.escape();
  }
  await shell.chooseInMenu('project.verify');
  await expect(shell.dialog.getByRole('status')).toContainText('Everything holds');
  await expectNothingSerious(page, 'project.verify');
  await shell.escape();

  const title = (await sources.rows.first().textContent())?.slice(0, 20) ?? '';
  await sources.showDetails(title);
  await expect(shell.dialog).toContainText('SHA-256');
  await expectNothingSerious(page, 'details');
  await shell.escape();
  await sources.rows.first().click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNothingSerious(page, 'menu of a source');
});
