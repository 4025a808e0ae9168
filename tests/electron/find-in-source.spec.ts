import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { listenToAnnouncements } from './pages/announced.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { FindBar } from './pages/find-bar.ts';
import { InspectorPage, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

const quay = {
  title: 'Quay',
  text: [
    'The café on the quay is closed. The CAFE at the lock is open, and so is the cafe\u0301 by the “Old Bridge”.',
    '',
    'Item 12 and item 7 were read; nobody asked about the cafés again.',
    '',
    'Most read',
    '',
    'A cafe for every day',
    '',
    'Scroll to top',
    '',
    'The minister left.',
  ].join('\n'),
};

test('words are found by key alone, whatever their accents, painted, counted, walked through and said', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page } = attest;
  await startProject(attest, folder, [quay]);
  await new InspectorPage(page).openSource(quay.title);
  const reader = new ReaderPage(page);
  const bar = new FindBar(page);
  const said = await listenToAnnouncements(page);
  await reader.text.focus();

  await bar.find('cafe');
  await expect(bar.count).toHaveText('1 of 5');
  await said.expect(/^1 of 5: “The café on the quay/);
  await expect
    .poll(() => bar.painted())
    .toEqual({
      hits: ['café', 'CAFE', 'cafe\u0301', 'café', 'cafe'],
      current: 'café',
    });
  await page.keyboard.press('Enter');
  await said.expect(/2 of 5: “.*CAFE/);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await said.expect(/From the end again\. 5 of 5/);
  await page.keyboard.press('F3');
  await expect(bar.count).toHaveText('1 of 5');
  await attest.screenshot('find-light');
  expect(await findAxeProblems(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await attest.screenshot('find-dark');
  expect(await findAxeProblems(page, ['color-contrast'])).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await attest.screenshot('find-forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });

  await page.keyboard.press('Alt+w');
  await expect(bar.option('Whole words')).toHaveAttribute('aria-pressed', 'true');
  await expect(bar.count).toHaveText('1 of 4');
  await page.keyboard.press('Alt+w');
  await page.keyboard.press('Alt+c');
  await expect(bar.count).toHaveText('1 of 4');
  await expect
    .poll(async () => (await bar.painted()).hits)
    .toEqual(['café', 'cafe\u0301', 'café', 'cafe']);
  await page.keyboard.press('Alt+c');

  await bar.find('"old bridge"');
  await expect(bar.count).toHaveText('1 of 1');
  await expect.poll(async () => (await bar.painted()).current).toBe('“Old Bridge”');
  await bar.find('nothing of the kind');
  await expect(bar.count).toHaveText('Not found');
  await said.expect('Not found');
  await expect.poll(async () => (await bar.painted()).hits).toEqual([]);

  await bar.find('item \\d+');
  await page.keyboard.press('Alt+r');
  await expect(bar.count).toHaveText('1 of 2');
  await expect.poll(async () => (await bar.painted()).hits).toEqual(['Item 12', 'item 7']);
  await page.keyboard.press('End');
  await page.keyboard.type('(');
  await expect(bar.bar).toContainText('The regular expression has a mistake');
  await expect(bar.field).toHaveAttribute('aria-invalid', 'true');
  await said.expect('The regular expression has a mistake');
  await page.keyboard.press('Backspace');
  await expect(bar.count).toHaveText('1 of 2');
  await page.keyboard.press('Enter');
  await expect(bar.count).toHaveText('2 of 2');

  await page.keyboard.press('Escape');
  await expect(bar.bar).toBeHidden();
  await expect(reader.text).toBeFocused();
  expect(await reader.selected()).toBe('item 7');
  await expect.poll(async () => (await bar.painted()).hits).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await reader.selected()).toBe(' ');
});

test('hits in folded page furniture are counted and reached, and hits are marked by key', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page, api } = attest;
  const [sourceId] = await startProject(attest, folder, [quay]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource(quay.title);
  const reader = new ReaderPage(page);
  const bar = new FindBar(page);
  const said = await listenToAnnouncements(page);
  const quotes = async () =>
    (await api.highlights.ofSource({ sourceId })).map(({ quote }) => quote);
  await reader.text.focus();

  await bar.find('top');
  await expect(bar.count).toHaveText('1 of 1 · 1 in folded page furniture');
  await expect(reader.text.getByText('Scroll to top')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText('Every hit is folded away with page furniture.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reader.text.getByText('Scroll to top')).toBeVisible();
  await expect(bar.count).toHaveText('1 of 1');

  await bar.find('cafe');
  await expect(bar.count).toContainText(' of 5');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(quotes).toHaveLength(1);
  await expect(bar.field).toBeFocused();
  await said.expect(/Marked: Highlight “c/i);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await said.expect('4 hits highlighted; 1 was marked already');
  expect((await quotes()).toSorted()).toEqual(['CAFE', 'cafe', 'cafe\u0301', 'café', 'café']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(quotes).toHaveLength(1);
  await said.expect(/Undone: 4 highlights in “Quay”/);
  await attest.screenshot('find-marked-900');
});

test('a million characters are searched without holding the window up', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const attest = await launch();
  const { page } = attest;
  const text = Array.from({ length: 5_000 }, (_, i) =>
    `Paragraph ${i} `.padEnd(199, 'says what it says and '),
  ).join('\n');
  await startProject(attest, folder, [{ title: 'Large', text }]);
  await new InspectorPage(page).openSource('Large');
  const reader = new ReaderPage(page);
  const bar = new FindBar(page);
  await expect(reader.text).toBeVisible();
  await reader.text.focus();

  await bar.find('PARAGRAPH 4321');
  await expect(bar.count).toHaveText('1 of 1');
  await expect.poll(() => reader.shownLines()).toContain(4_321);
  await bar.find('what it');
  await expect(bar.count).toHaveText(/ of (3|4)\d,\d{3}$/);
  const { hits } = await bar.painted();
  expect(hits.length).toBeGreaterThan(10);
  expect(hits.length).toBeLessThan(2_000);
  await bar.find('a');
  await expect(bar.count).toHaveText(/of the first 100,000$/);

  // What takes long is broken off by what is asked next.
  await page.keyboard.press('Alt+r');
  await bar.find('(?:(?:s|[a-z ]{1,40})+ *){1,40}zzz');
  await expect(bar.bar.locator('[aria-busy="true"]')).toBeVisible();
  await bar.find('paragraph 17 ');
  await expect(bar.count).toHaveText('1 of 1');
  await page.keyboard.press('Escape');
  await expect.poll(() => reader.shownLines()).toContain(17);
  await expect(reader.text).toBeFocused();
});

test('a key right after the last letter works on what was written, not on the hits of the letters before', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  await startProject(attest, folder, [quay]);
  await new InspectorPage(page).openSource(quay.title);
  const reader = new ReaderPage(page);
  const bar = new FindBar(page);
  await reader.text.focus();
  await bar.find('the');
  await expect(bar.count).toHaveText(/^1 of /);

  // Within one task: nothing that is looked for in the background can have been found meanwhile.
  await bar.field.evaluate((field: HTMLInputElement) => {
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    value?.set?.call(field, 'the minister');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  await expect.poll(() => reader.selected()).toBe('The minister');
});
