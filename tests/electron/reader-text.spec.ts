import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

const manyScripts = [
  'She waved 👩‍👩‍👧‍👦 at the 🇰🇵 delegation in a cafe\u0301.',
  '',
  'השר אמר שלום והלך הביתה.',
  'قال الوزير إن المحادثات ستستمر.',
  '',
  '',
  '정상회담은 오늘 열렸다. 視頻會議於週一舉行。',
  '- one\tand a tab',
  '',
].join('\n');

test('every character of every script can be marked, and no key changes the text', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const title = 'Scripts';
  const [sourceId] = await startProject(attest, folder, [{ title, text: manyScripts }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource(title);
  const reader = new ReaderPage(page);
  const { text } = await api.sources.content({ sourceId });
  const quotes = async () =>
    (await api.highlights.ofSource({ sourceId })).map(({ quote }) => quote);

  await reader.text.focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 'She waved '.length; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('h');
  await expect.poll(quotes).toEqual(['👩‍👩‍👧‍👦']);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('h');
  await expect.poll(quotes).toEqual([text, '👩‍👩‍👧‍👦']);

  await reader.drag('שלום');
  await page.keyboard.press('h');
  await expect.poll(quotes).toContain('שלום');
  await expect(reader.text.locator('[data-line="2"]')).toHaveAttribute('dir', 'rtl');
  await reader.drag('열렸다. 視頻會議');
  await page.keyboard.press('h');
  await expect.poll(quotes).toContain('열렸다. 視頻會議');

  // What is copied is the source's own text.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const copied = await attest.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(text);

  const lines = () => reader.text.locator('[data-line]').allTextContents();
  const before = await lines();
  expect(before.join('\n')).toBe(text);
  await page.keyboard.type('zzz  q');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+Backspace');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', {
    text: '한',
    selectionStart: 1,
    selectionEnd: 1,
  });
  await devtools.send('Input.insertText', { text: '한' });
  await expect.poll(lines).toEqual(before);
  // What is pasted becomes a source of its own, after asking.
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog', { name: 'New source from text' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await lines()).toEqual(before);
});

const furniture = [
  'The council voted on Tuesday.',
  '',
  'Most read',
  '',
  'Scroll to top',
  '',
  'The mayor did not attend.',
  '',
  'Back to top',
].join('\n');

test('one paragraph of furniture is brought back by itself, and its rule is named', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const title = 'Council';
  const [sourceId] = await startProject(attest, folder, [{ title, text: furniture }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource(title);
  const reader = new ReaderPage(page);
  const line = (words: string) => reader.text.getByText(words, { exact: true });
  await reader.text.getByRole('button', { name: '2 lines of page furniture · show' }).click();
  await expect(reader.text.getByText('It is the title of a list of other articles.')).toBeVisible();
  const back = reader.text.getByRole('button', { name: 'Bring back' });
  await expect(back).toHaveCount(2);
  await expect(back.first()).toHaveAccessibleDescription(
    'It is the title of a list of other articles.',
  );
  await back.first().click();
  await expect(
    reader.text.getByRole('button', { name: '1 line of page furniture · hide' }),
  ).toBeVisible();
  await expect(line('Scroll to top')).toBeVisible();
  await expect
    .poll(async () => {
      const { text, blocks } = await api.sources.content({ sourceId });
      return blocks
        .filter(({ boilerplate }) => boilerplate)
        .map(({ start, end }) => text.slice(start, end));
    })
    .toEqual(['Scroll to top', 'Back to top']);
});

test('page furniture is folded, left out of selections, shown, and corrected', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const title = 'Council';
  const [sourceId] = await startProject(attest, folder, [{ title, text: furniture }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource(title);
  const reader = new ReaderPage(page);
  const line = (words: string) => reader.text.getByText(words, { exact: true });
  const first = reader.text.getByRole('button', { name: '2 lines of page furniture · show' });

  await expect(line('Most read')).toBeHidden();
  await expect(line('Scroll to top')).toBeHidden();
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await expect(reader.text.getByRole('button')).toHaveCount(2);

  await reader.drag('voted on', 'The mayor');
  await page.keyboard.press('h');
  await expect
    .poll(async () => (await api.highlights.ofSource({ sourceId })).map(({ quote }) => quote))
    .toEqual(['voted on Tuesday. … The mayor']);

  await first.click();
  await expect(line('Scroll to top')).toBeVisible();
  await expect(line('Back to top')).toBeHidden();
  await reader.text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('f');
  await expect(line('Back to top')).toBeVisible();
  await page.keyboard.press('f');
  await expect(line('Most read')).toBeHidden();

  await first.click();
  await reader.text.getByRole('button', { name: 'This is text' }).click();
  await expect(reader.text.getByRole('button')).toHaveCount(1);
  await expect(line('Most read')).toBeVisible();
  await expect
    .poll(
      async () =>
        (await api.sources.content({ sourceId })).blocks.filter((block) => block.boilerplate)
          .length,
    )
    .toBe(1);
  await expect.poll(async () => (await reader.painted('The mayor')).fill).toBe('none');

  await reader.press('not attend');
  await page.keyboard.press('Shift+F');
  await expect(line('The mayor did not attend.')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(line('The mayor did not attend.')).toBeVisible();

  // What is looked for is shown, also in furniture.
  await page.keyboard.press('Control+z');
  await expect(line('Most read')).toBeHidden();
  await markWords(api, sourceId, 'Scroll to top');
  await reader.marks.getByRole('option').filter({ hasText: 'Scroll to top' }).click();
  await expect(line('Scroll to top')).toBeVisible();
});

test('the place in each source is remembered, also after a restart', async ({ launch, folder }) => {
  const attest = await launch();
  const { page } = attest;
  const long = Array.from({ length: 300 }, (_, i) => `Paragraph ${i} says what it says.`).join(
    '\n\n',
  );
  await startProject(attest, folder, [
    { title: 'Long', text: long },
    { title: 'Other', text: 'Something else.' },
  ]);
  const inspector = new InspectorPage(page);
  const reader = new ReaderPage(page);
  await inspector.openSource('Long');
  await reader.scrollToLine(200);
  await inspector.openSource('Other');
  await expect(reader.text).toHaveText('Something else.');
  await inspector.openSource('Long');
  await expect.poll(() => reader.shownLines()).toContain(200);
  expect((await reader.shownLines())[0]).toBeGreaterThan(190);

  await reader.scrollToLine(400);
  await inspector.openSource('Other');
  await expect(reader.text).toHaveText('Something else.');
  const { userData } = attest;
  await attest.close();
  const again = await launch({ userData, args: [join(folder, 'Inspected.attest')] });
  await new InspectorPage(again.page).openSource('Long');
  const later = new ReaderPage(again.page);
  await expect.poll(() => later.shownLines()).toContain(400);
});

test('a million characters with ten thousand marks are painted where they are seen', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const attest = await launch();
  const { page, api } = attest;
  const paragraphs = Array.from({ length: 5_000 }, (_, i) =>
    `Paragraph ${i} `.padEnd(199, 'says what it says and '),
  );
  const text = paragraphs.join('\n');
  const [sourceId] = await startProject(attest, folder, [{ title: 'Large', text }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  const marks = Array.from({ length: 10_000 }, (_, i) => {
    const start = (i * 7_919) % (text.length - 200);
    return { source: 'Large', start, end: start + 20 + ((i * 31) % 160) };
  });
  const file = join(folder, 'marks.jsonl');
  const { file: name } = await api.sources.get({ sourceId });
  writeFileSync(file, marks.map((mark) => JSON.stringify({ ...mark, source: name })).join('\n'));
  attest.answerDialogs([file]);
  const [path] = await api.window.choosePaths({ title: 'Marks', what: 'file' });
  const report = await api.exchange.importMarkup({ path: path ?? '', format: 'jsonl' });
  expect(report).toMatchObject({ placed: marks.length, problems: [], unplaced: [] });

  await new InspectorPage(page).openSource('Large');
  const reader = new ReaderPage(page);
  await expect(reader.text).toBeVisible();
  const missing = async () => {
    const lines = await reader.shownLines();
    const from = (lines[0] ?? 0) * 200;
    const to = ((lines.at(-1) ?? 0) + 1) * 200;
    const painted = new Set(await reader.paintedQuotes());
    // A range over several lines has no line feeds in what it shows.
    return marks
      .filter(({ start, end }) => start < to && from < end)
      .map(({ start, end }) => text.slice(start, end).replaceAll('\n', ''))
      .filter((quote) => !painted.has(quote));
  };
  await expect.poll(missing).toEqual([]);
  for (const line of [4_990, 17, 2_500, 3_333, 40, 4_000]) {
    await reader.scrollToLine(line);
    await reader.frame();
    expect(await missing(), `at line ${line}`).toEqual([]);
  }
  const painted = await reader.paintedQuotes();
  expect(painted.length).toBeGreaterThan(10);
  expect(painted.length).toBeLessThan(1_500);

  await reader.drag('Paragraph 4002 says');
  await page.keyboard.press('h');
  await expect
    .poll(async () => (await reader.painted('Paragraph 4002 says')).others)
    .toContain('chosen');
  const start = text.indexOf('Paragraph 4002 says');
  await expect
    .poll(async () => (await api.highlights.ofSource({ sourceId })).length)
    .toBe(marks.length + 1);
  await reader.scrollToLine(0);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await api.highlights.ofSource({ sourceId })).length)
    .toBe(marks.length);
  expect(start).toBe(4_002 * 200);
});
