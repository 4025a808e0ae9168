import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { atGoldenMoment, goldenFile } from '../support/golden-file.ts';
import { test, type LaunchedAttest } from './launch.ts';
import { ClaimsPage } from './pages/claims-page.ts';
import { exportDialog } from './pages/export-dialog.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { SummaryPage } from './pages/summary-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

const checkout = join(import.meta.dirname, '../..');
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
] as const;

/** Makes the sample project from the welcome screen and waits until its sources are there. */
async function openSample(attest: LaunchedAttest, folder: string): Promise<void> {
  attest.answerDialogs(join(folder, 'Sample project.attest'));
  await welcomePage(attest).sampleProject.click();
  await expect(sourcesPane(attest).rows).toHaveCount(4);
}

/** Nothing sticks out of the window sideways. */
async function expectFits(page: Page, place: string): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, place).toBe(0);
}

for (const size of sizes) {
  const room = `${size.width}x${size.height}`;
  test(`every view shows the sample project at ${room}, light and dark`, async ({
    launch,
    folder,
  }) => {
    test.setTimeout(120_000);
    const attest = await launch({ size });
    const { page } = attest;
    const shell = shellPage(attest);
    const inspector = new InspectorPage(page);
    const reader = new ReaderPage(page);
    const claims = new ClaimsPage(page);
    const summary = new SummaryPage(page);
    async function picture(view: string): Promise<void> {
      await expectFits(page, view);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await reader.frame();
        await attest.screenshot(`sample-${view}-${room}-${colorScheme}`);
      }
    }

    await expect(welcomePage(attest).heading).toBeVisible();
    await picture('welcome');
    await openSample(attest, folder);

    await inspector.openSource('Ammonia leak closes Osterhaven cold store');
    await inspector.chooseMark('More than a tonne came out');
    await expect(
      inspector.mark.getByText('a shift leader (unnamed), "said", quoted'),
    ).toBeVisible();
    await expect(reader.bars.first()).toBeVisible();
    await picture('reader');
    await inspector.openSource('Voices from the quay');
    await inspector.chooseMark('I smelled it');
    await picture('reader-scripts');
    await inspector.openTab('Tags');
    await inspector.tag('amount').click();
    await expect(inspector.pane.getByRole('textbox', { name: 'Description' })).toHaveValue(
      'How much got out.',
    );
    await picture('tags');
    await inspector.openTab('Actors');
    await inspector.pane.getByRole('button', { name: /Tomas Berg/ }).click();
    await picture('actors');

    await claims.open();
    await claims.row('About 400 kilograms').click();
    const statement = inspector.pane.getByRole('textbox', { name: 'Statement' });
    await expect(statement).toHaveValue(/^About 400 kilograms/);
    await picture('claims');
    await summary.open();
    await expect(summary.citations).toHaveText(['[1–3]', '[1, 2]', '[1, 2]', '[1–4]']);
    await expect(summary.sources).toHaveCount(4);
    await picture('summary');

    await shell.tab('Activity').click();
    await expect(page.getByRole('listbox', { name: 'Activity' })).toBeVisible();
    await picture('activity');
    await page.keyboard.press('ControlOrMeta+Shift+f');
    await page.keyboard.type('ammonia');
    await expect(page.getByRole('listbox', { name: 'Places found' })).toBeVisible();
    await picture('search');
    await shell.tab('Sources').click();
    for (const [view, command] of [
      ['palette', 'view.palette'],
      ['shortcuts', 'help.shortcuts'],
      ['export', 'export.csv'],
    ] as const) {
      await shell.chooseInMenu(command);
      await expect(shell.dialog).toBeVisible();
      await picture(view);
      await shell.escape();
    }
    await sourcesPane(attest).showDetails('Voices from the quay');
    await expect(shell.dialog).toContainText('SHA-256');
    await picture('details');
    await shell.escape();
  });
}

test('the sample project goes out through the dialog as the golden files say', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const shell = shellPage(attest);
  const dialog = exportDialog(attest);
  await openSample(attest, folder);
  async function exported(
    command: string,
    ending: string,
    choose: () => Promise<unknown>,
  ): Promise<string> {
    const path = join(folder, `export.${ending}`);
    await shell.chooseInMenu(command);
    await choose();
    await dialog.writeTo(path);
    await shell.escape();
    return readFileSync(path, 'utf8');
  }
  const choose = async (what: string): Promise<void> => {
    await dialog.dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: what });
  };

  const csv = await exported('export.csv', 'csv', async () => undefined);
  expect(csv).toBe(goldenFile('claims.csv', csv));
  const byTag = await exported('export.csv', 'csv', async () => {
    await dialog.dialog.getByRole('radio', { name: 'Mention and tag' }).check({ force: true });
    await dialog.dialog.getByRole('checkbox', { name: 'Highlights without a claim too' }).check();
  });
  expect(byTag).toBe(goldenFile('highlights-by-tag.csv', byTag));

  for (const [command, ending] of [
    ['export.markdown', 'md'],
    ['export.html', 'html'],
  ] as const) {
    const before = Date.now();
    const report = await exported(command, ending, () =>
      choose('Summary: What happened at Pier 7'),
    );
    const { text, moment } = atGoldenMoment(report);
    expect(text).toBe(goldenFile(`summary.${ending}`, text));
    expect(Date.parse(moment)).toBeGreaterThanOrEqual(before);
  }
  const claims = await exported('export.markdown', 'md', () =>
    choose('Report of all claims with their mentions'),
  );
  const { text } = atGoldenMoment(claims);
  expect(text).toBe(goldenFile('claims.md', text));
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the picture of the reader for the README', async ({ launch, folder }) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page } = attest;
  await page.emulateMedia({ colorScheme: 'light' });
  await openSample(attest, folder);
  const inspector = new InspectorPage(page);
  const reader = new ReaderPage(page);
  await inspector.openSource('Ammonia leak closes Osterhaven cold store');
  await inspector.chooseMark('More than a tonne came out');
  await expect(inspector.link(1)).toBeVisible();
  await expect(reader.bars).not.toHaveCount(0);
  await reader.frame();
  await attest.screenshot('reader');
  if (process.env.UPDATE_GOLDEN === '1') {
    const picture = join(checkout, 'test-results/screenshots/reader.png');
    copyFileSync(picture, join(checkout, 'docs/reader.png'));
  }
});
