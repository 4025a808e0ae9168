import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, type LaunchedAttest } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { shellPage } from './pages/shell-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { welcomePage } from './pages/welcome-page.ts';

const first = 'The pump at the old harbour stopped on Monday, the operator said.';
const second = 'Nobody was hurt when it stopped, a doctor told the paper on Tuesday.';
const long = Array.from(
  { length: 12 },
  (_, i) => `Paragraph ${i} tells at some length what the engineers of the harbour found that day.`,
);
const third = 'The mayor promised a new pump before the winter comes.';
const article = ['Pump stops', first, second, ...long, third].join('\n\n');
const newer = article
  .replace(first, `Updated with the mayor.\n\n${first}`)
  .replace('a doctor', 'two doctors')
  .replace('winter', 'summer');

/** Writes a file of a name into a folder of its own. */
function written(folder: string, place: string, name: string, text: string): string {
  mkdirSync(join(folder, place), { recursive: true });
  const path = join(folder, place, name);
  writeFileSync(path, text);
  return path;
}

async function bringIn({ page, answerDialogs }: LaunchedAttest, paths: readonly string[]) {
  answerDialogs(paths);
  await page.getByRole('button', { name: 'Bring in sources' }).click();
  await page.getByRole('menuitem', { name: 'Files' }).click();
}

test('a changed article comes in as a new version, its marks go along, and what changed is shown', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page, api } = attest;
  const sources = sourcesPane(attest);
  const shell = shellPage(attest);
  await welcomePage(attest).create(join(folder, 'Versions.attest'));
  await sources.importFiles([written(folder, 'old', 'pump.txt', article)]);
  const [old] = await api.sources.list({});
  const sourceId = old!.id;
  for (const words of ['stopped on Monday', 'a doctor told the paper', 'The mayor promised']) {
    const start = article.indexOf(words);
    await api.highlights.create({ sourceId, spans: [[start, start + words.length]] });
  }

  await bringIn(attest, [written(folder, 'new', 'pump.txt', newer)]);
  const carry = page.getByRole('dialog', { name: 'Carry marks over to the new version' });
  await expect(carry.getByRole('status')).toHaveText('0 unchanged, 2 moved, 1 unplaced.');
  await expect(carry.getByRole('region', { name: 'Unplaced' })).toContainText('a doctor told');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAxeProblems(page), colorScheme).toEqual([]);
  }
  await attest.screenshot('versions-carry');
  await carry.getByRole('button', { name: 'Carry over' }).click();
  const done = page.getByRole('dialog', { name: 'Marks were carried over' });
  await expect(done).toContainText('2 moved, 1 unplaced');
  const [, now] = await api.sources.list({});
  expect(now!.replacesId).toBe(sourceId);
  expect((await api.highlights.ofSource({ sourceId: now!.id })).map(({ quote }) => quote)).toEqual([
    'stopped on Monday',
    'The mayor promised',
  ]);

  await done.getByRole('button', { name: 'Show what changed' }).click();
  const compare = page.getByRole('dialog', { name: 'What changed' });
  const texts = compare.getByRole('region', { name: 'Both texts' });
  await expect(compare.getByRole('status')).toHaveText('3 changes');
  await expect(texts.getByRole('deletion')).toHaveText(['a doctor', 'winter']);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(compare.getByRole('status')).toHaveText('Change 2 of 3');
  await expect(texts.locator(':focus')).toContainText('two doctors');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAxeProblems(page), colorScheme).toEqual([]);
    await attest.screenshot(`versions-compare-${colorScheme}`);
  }
  const fold = texts.getByRole('button', { name: /characters are the same/ });
  await fold.click();
  await expect(texts).toContainText('Paragraph 6 tells');
  await page.keyboard.press('Escape');

  await expect(sources.rows).toHaveCount(1);
  await expect(sources.rows).toContainText('1 older');
  await sources.rows.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show older versions' }).click();
  await expect(sources.rows).toHaveCount(2);
  await expect(sources.rows.nth(1)).toContainText('older version');
  await attest.screenshot('versions-list');
  await sources.list.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(shell.messages).toContainText('Undone: Carry marks over');
  await expect.poll(() => api.highlights.ofSource({ sourceId: now!.id })).toEqual([]);

  await shell.run('Show the details of this source');
  const versions = page.getByRole('dialog').getByRole('region', { name: 'Versions' });
  await expect(versions).toContainText('Replaces');
  await versions.getByRole('button', { name: 'What changed' }).click();
  await compare.getByRole('button', { name: 'Open side by side' }).click();
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toHaveCount(2);
  await attest.screenshot('versions-beside');
});

test('one report in two outlets is shown as such, and an analyst says what replaces what', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page, api } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Near.attest'));
  await sources.importFiles([written(folder, 'a', 'agency.txt', article)]);
  const other = article.replace(first, 'A pump has failed again, people at the harbour say.');
  await bringIn(attest, [written(folder, 'b', 'paper.txt', other)]);
  const report = page.getByRole('dialog', { name: 'What came in' });
  await expect(report).toContainText(/Shares \d\d % with “/);
  await attest.screenshot('near-report');
  await page.keyboard.press('Escape');
  await expect(sources.rows).toHaveCount(2);
  await expect(sources.rows.first()).toContainText('also printed as');
  await shell.run('Show the details of this source');
  const printed = page.getByRole('dialog').getByRole('region', { name: 'Also printed as' });
  await expect(printed.getByRole('listitem')).toHaveCount(1);
  await printed.scrollIntoViewIfNeeded();
  await attest.screenshot('near-details');
  await printed.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog', { name: 'What changed' }).getByRole('status')).toHaveText(
    '2 changes',
  );
  await page.keyboard.press('Escape');

  await shell.run('Say which source this is a new version of');
  const choose = page.getByRole('dialog', { name: 'A new version of which source?' });
  await choose.getByRole('combobox', { name: 'Older version' }).fill('agency');
  await page.getByRole('option', { name: /agency/ }).click();
  await choose.getByRole('button', { name: 'It is a new version' }).click();
  await expect(choose).toBeHidden();
  await expect(sources.rows).toHaveCount(1);
  const [agency, paper] = await api.sources.list({});
  expect(paper!.replacesId).toBe(agency!.id);
});

test('suspicious characters are painted, listed and jumped to by key', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  const shell = shellPage(attest);
  const sources = sourcesPane(attest);
  await welcomePage(attest).create(join(folder, 'Odd.attest'));
  const filler = Array.from({ length: 60 }, (_, i) => `Line ${i} says nothing new of it.`);
  const odd = ['The \u0421osmodrome opens', ...filler, 'It is\u200b hid\u202eden here.'].join(
    '\n\n',
  );
  await bringIn(attest, [written(folder, 'a', 'odd.txt', odd)]);
  await expect(shell.messages).toContainText('1 source came in. 3 characters are suspicious.');
  await shell.messages.getByRole('button', { name: 'Details' }).click();
  const report = page.getByRole('dialog', { name: 'What came in' });
  await report.getByRole('button', { name: 'Show them' }).click();
  const list = page.getByRole('dialog', { name: 'Suspicious characters' });
  const places = list.getByRole('list', { name: 'Places' }).getByRole('listitem');
  await expect(places).toHaveCount(3);
  await expect(places.first()).toContainText('U+0421 CYRILLIC CAPITAL LETTER ES in a Latin word');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAxeProblems(page), colorScheme).toEqual([]);
  }
  await attest.screenshot('suspicious-list');
  await places.first().getByRole('button').click();
  const painted = () =>
    page.evaluate(() => [...(CSS.highlights.get('text-suspicious') ?? [])].map(String).length);
  await expect.poll(painted).toBe(1);
  await expect(sources.rows.first()).toContainText('3');
  await attest.screenshot('suspicious-reader');
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await text.focus();
  await page.keyboard.press('F8');
  await expect(shell.messages).toContainText('2 of 3: U+200B ZERO WIDTH SPACE');
  await expect.poll(painted).toBe(2);
  await page.keyboard.press('F8');
  await expect(shell.messages).toContainText('3 of 3: U+202E RIGHT-TO-LEFT OVERRIDE');
  await attest.screenshot('suspicious-jump');
  await page.keyboard.press('F8');
  await expect(shell.messages).toContainText('1 of 3');
});
