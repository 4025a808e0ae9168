import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

const sentence =
  'says that the harbour will open again in May, as the minister had promised in the winter before.';
const paragraphs = Array.from({ length: 120 }, (_, index) => `Paragraph ${index} ${sentence}`);
const report = {
  title: 'Harbour report',
  outlet: 'The Evening Post',
  text: ['Harbour report', ...paragraphs].join('\n\n'),
};

/** Where the top of a line stands in the window. */
async function topOf(line: Locator): Promise<number> {
  return (await line.boundingBox())?.y ?? Number.NaN;
}

/** Pixels that several steps may add up to by rounding: a small part of a line. */
const lineOff = 6;

/** How many characters the longest line of a paragraph holds. */
async function charactersALine(page: Page): Promise<number> {
  return page.locator('[data-line="2"]').evaluate((line) => {
    const text = line.firstChild;
    const range = document.createRange();
    const counts = new Map<number, number>();
    if (!text) return 0;
    for (let at = 0; at < (text.nodeValue?.length ?? 0); at += 1) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      counts.set(top, (counts.get(top) ?? 0) + 1);
    }
    return Math.max(...counts.values());
  });
}

test('size, line length and line distance change by key and by hand, while the line that is read stays', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page, api } = attest;
  const [sourceId] = await startProject(attest, folder, [report]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource(report.title);
  const reader = new ReaderPage(page);
  await markWords(api, sourceId, 'Paragraph 60 says');
  await reader.scrollToLine(116);
  const line = reader.text.locator('[data-line="122"]');
  await reader.press('Paragraph 60 says', 2);
  const before = await topOf(line);
  // Going elsewhere and back by key leaves the place too.
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(reader.text).toBeFocused();
  expect(await topOf(line)).toBe(before);
  const sizeOf = () => line.evaluate((element) => getComputedStyle(element).fontSize);
  expect(await sizeOf()).toBe('18px');

  for (const key of ['+', '+', '+']) await page.keyboard.press(key);
  await expect.poll(sizeOf).toBe('22px');
  await expect.poll(async () => Math.abs((await topOf(line)) - before)).toBeLessThan(lineOff);
  await expect(reader.announcement).toContainText('Text: 22 px');
  await expect.poll(() => reader.paintedQuotes()).toEqual(['Paragraph 60 says']);
  const { before: first } = await reader.characterSides('Paragraph 60 says', 0);
  const bar = await reader.bars.first().boundingBox();
  expect(Math.abs((bar?.y ?? 0) + (bar?.height ?? 0) / 2 - first.y)).toBeLessThan(8);

  await page.keyboard.press('-');
  await page.keyboard.press('0');
  await expect.poll(sizeOf).toBe('18px');
  await expect.poll(async () => Math.abs((await topOf(line)) - before)).toBeLessThan(lineOff);

  await page.getByRole('button', { name: 'How the text is set' }).click();
  const popover = page.getByRole('dialog', { name: 'How the text is set' });
  const lines = popover.getByRole('group', { name: 'Length of lines' });
  await lines.getByRole('button', { name: 'Less' }).click();
  await lines.getByRole('button', { name: 'Less' }).click();
  await expect(lines.getByRole('status')).toHaveText('65 characters');
  await expect.poll(async () => Math.abs((await topOf(line)) - before)).toBeLessThan(lineOff);
  const distance = popover.getByRole('group', { name: 'Distance of lines' });
  await distance.getByRole('button', { name: 'More' }).click();
  await popover.getByRole('radio', { name: 'Warm' }).check();
  await attest.screenshot('comfort-sepia-light');
  expect(await findAxeProblems(page)).toEqual([]);
  await popover.getByRole('radio', { name: 'Dark' }).check();
  await attest.screenshot('comfort-sepia-dark');
  expect(await findAxeProblems(page)).toEqual([]);
  await popover.getByRole('radio', { name: 'Light' }).check();
  await page.keyboard.press('Escape');
  await reader.scrollToLine(2);
  const held = await charactersALine(page);
  expect(held).toBeGreaterThan(55);
  expect(held).toBeLessThanOrEqual(70);

  await attest.close();
  const again = await launch({
    userData: attest.userData,
    args: [join(folder, 'Inspected.attest')],
    size: { width: 900, height: 600 },
  });
  const later = new ReaderPage(again.page);
  await expect(later.text).toBeVisible();
  await expect(again.page.locator(':root')).toHaveAttribute('data-paper', 'sepia');
  await later.text.focus();
  await again.page.keyboard.press('Alt+-');
  await expect(later.announcement).toContainText('Lines: 60 characters');
});

test('the header shows what is known, opens the editor of each value and gives room while reading', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page, api } = attest;
  const [sourceId] = await startProject(attest, folder, [report]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await api.sources.edit({
    sourceId,
    patch: { byline: 'Ana Silva', published: '2023-10-31', language: 'en', handling: 'TLP:AMBER' },
  });
  await api.grades.add({
    targetKind: 'source',
    targetId: sourceId,
    reliability: 'B',
    credibility: null,
    reason: null,
  });
  await new InspectorPage(page).openSource(report.title);
  const reader = new ReaderPage(page);
  const details = reader.region.getByRole('list', { name: 'What is known of this source' });
  await expect(details.getByRole('listitem')).toHaveText([
    'The Evening Post',
    'Ana Silva',
    '2023-10-31',
    /^B/,
    'TLP:AMBER',
    'en',
  ]);
  await attest.screenshot('reader-header-small');
  for (const [value, field] of [
    ['The Evening Post', 'Outlet'],
    ['2023-10-31', 'Published'],
    ['TLP:AMBER', 'Handling'],
  ] as const) {
    await details.getByRole('button', { name: value }).click();
    const dialog = page.getByRole('dialog', { name: 'Details of the source' });
    await expect(
      dialog
        .getByRole('combobox', { name: field })
        .or(dialog.getByRole('textbox', { name: field })),
    ).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  const tall = (await reader.region.locator('header').boundingBox())?.height ?? 0;
  const line = reader.text.locator('[data-line="20"]');
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect
    .poll(async () => (await reader.region.locator('header').boundingBox())?.height ?? 0)
    .toBeLessThan(tall - 10);
  await expect(details.getByRole('button', { name: 'The Evening Post' })).toBeVisible();
  await attest.screenshot('reader-header-compact');
  await reader.text.focus();
  await page.keyboard.press('Control+Home');
  await expect
    .poll(async () => (await reader.region.locator('header').boundingBox())?.height ?? 0)
    .toBe(tall);
});
