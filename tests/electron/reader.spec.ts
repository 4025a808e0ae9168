import { expect } from '@playwright/test';
import type { Api } from '../../src/shared/contract/api.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { test, type LaunchedAttest } from './launch.ts';
import { listenToAnnouncements } from './pages/announced.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  outlet: 'The Evening Post',
  text: [
    'Harbour talks resume',
    '',
    'The minister said the pier would open in May, and that nobody had asked her. She left.',
    '',
    'A senior official called the plan a risk. “We will wait,” he said.',
  ].join('\n'),
};

/** Opens a project with one source and gives what a test of the reader needs. */
async function read(attest: LaunchedAttest, folder: string, source = harbour) {
  const [sourceId] = await startProject(attest, folder, [source]);
  if (sourceId === undefined) throw new Error('A source is needed');
  const inspector = new InspectorPage(attest.page);
  await inspector.openSource(source.title);
  const reader = new ReaderPage(attest.page);
  await expect(reader.text).toBeVisible();
  return { sourceId, inspector, reader };
}

/** The quotes of a source's marks as they are stored, in reading order. */
async function storedQuotes(api: Api, sourceId: SourceId): Promise<readonly string[]> {
  return (await api.highlights.ofSource({ sourceId })).map(({ quote }) => quote);
}

test('words are marked with the pointer, painted at once and stored as they stand', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, reader } = await read(attest, folder);

  await reader.drag('the pier would open in May');
  await page.keyboard.press('h');
  await expect.poll(() => storedQuotes(api, sourceId)).toEqual(['the pier would open in May']);
  await expect
    .poll(() => reader.painted('the pier would open in May'))
    .toEqual({ fill: 'none', lines: ['0 plain'], others: ['chosen'] });
  expect((await reader.painted('The minister said')).fill).toBeNull();
  await expect(reader.marks.getByRole('option')).toHaveText([/the pier would open in May/]);
  await expect(reader.bars).toHaveCount(1);

  await reader.drag('called the plan a risk');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Claim', exact: true })
    .click();
  await expect.poll(() => storedQuotes(api, sourceId)).toHaveLength(2);
  const [, claim] = await api.highlights.ofSource({ sourceId });
  expect(claim).toMatchObject({
    quote: 'called the plan a risk',
    stance: 'asserts',
    statement: 'called the plan a risk',
  });
  await expect
    .poll(async () => (await reader.painted('called the plan a risk')).lines)
    .toEqual(['0 claim']);

  await reader.press('She left');
  await expect
    .poll(async () => (await reader.painted('called the plan a risk')).others)
    .toEqual([]);
});

test('everything is done with the keyboard alone', async ({ launch, folder }) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, inspector, reader } = await read(attest, folder);

  await reader.text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let i = 0; i < 'The '.length; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(() => reader.selected()).toBe('minister');
  await page.keyboard.press('h');
  await expect.poll(() => storedQuotes(api, sourceId)).toEqual(['minister']);

  // Word, sentence, block, and back.
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  expect(await reader.selected()).toBe(harbour.text.split('\n')[2]);
  await page.keyboard.press('Shift+W');
  await page.keyboard.press('c');
  const statement = page.getByRole('textbox', { name: 'Statement' });
  await expect(statement).toBeFocused();
  const sentence = 'The minister said the pier would open in May, and that nobody had asked her.';
  await expect(statement).toHaveValue(sentence);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The pier opens in May.');
  await page.keyboard.press('F6');
  await expect
    .poll(async () => (await api.highlights.ofSource({ sourceId })).map((mark) => mark.statement))
    .toEqual(['The pier opens in May.', null]);

  // A second mention, and one of a claim that is found by typing.
  await reader.text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => reader.selected()).toBe('“We will wait,” he said.');
  await page.keyboard.press('Shift+C');
  await expect.poll(async () => (await api.claims.list({}))[0]?.mentions ?? 0).toBe(2);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.keyboard.press('m');
  await page.keyboard.type('pier opens');
  await expect(page.getByRole('option', { name: /The pier opens in May/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await api.claims.list({}))[0]?.mentions ?? 0).toBe(3);
  expect(await storedQuotes(api, sourceId)).toEqual([
    'Harbour talks resume',
    sentence,
    'minister',
    '“We will wait,” he said.',
  ]);

  // From mark to mark.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  for (const quote of ['Harbour talks resume', sentence, 'minister']) {
    await page.keyboard.press(']');
    await expect.poll(async () => (await reader.painted(quote)).others).toContain('chosen');
  }
  const said = await listenToAnnouncements(page);
  await page.keyboard.press('[');
  await expect.poll(async () => (await reader.painted(sentence)).others).toContain('chosen');
  await said.expect('Mark 2 of 4: Claim “The minister said');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(inspector.pane.getByRole('tab', { name: 'Claim', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('overlapping, nested and identical marks are told apart and all of them reached', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, reader } = await read(attest, folder);
  const arms = await api.tags.create({ path: 'piers', colour: 3 });
  await markWords(api, sourceId, 'said the pier would open in May', { tagIds: [arms.id] });
  await markWords(api, sourceId, 'the pier would', {
    claim: { statement: 'It opens.' },
    tagIds: [arms.id],
  });
  await markWords(api, sourceId, 'would open');
  await markWords(api, sourceId, 'would open', { claim: { statement: 'It will open.' } });

  await expect.poll(async () => (await reader.paintedQuotes()).length).toBe(4);
  expect(await reader.painted('May')).toEqual({ fill: '3', lines: ['3 plain'], others: [] });
  expect(await reader.painted('the pier ')).toMatchObject({
    fill: '3',
    lines: ['2 claim', '3 plain'],
  });
  expect(await reader.painted('would')).toMatchObject({
    fill: 'none',
    lines: ['0 claim', '1 plain', '2 claim', '3 plain'],
  });
  expect(await reader.painted('open in')).toMatchObject({ lines: ['3 plain'] });
  await expect(reader.bars).toHaveCount(4);
  await expect(page.locator('.reader-bar-claim')).toHaveCount(2);
  await expect(page.locator('.reader-bar b').filter({ hasText: 'P' })).toHaveCount(2);
  const lanes = await reader.bars.evaluateAll((bars) =>
    bars.map((bar) => bar.getBoundingClientRect().x),
  );
  expect(new Set(lanes).size).toBe(4);

  // The smallest first, then every other one at the place, and round again.
  const chosen: (string | null)[] = [];
  for (let i = 0; i < 5; i += 1) {
    await reader.press('would', 1);
    await expect(reader.chooser.getByRole('option')).toHaveCount(4);
    const option = reader.chooser.getByRole('option', { selected: true });
    chosen.push(await option.textContent());
  }
  expect(new Set(chosen.slice(0, 4)).size).toBe(4);
  expect(chosen[0]).toContain('It will open.');
  expect(chosen[4]).toBe(chosen[0]);
  await reader.chooser.getByRole('option', { name: /said the pier would open in May/ }).click();
  await expect
    .poll(async () => (await reader.painted('said the pier would open in May')).others)
    .toEqual(['chosen']);
  await page.keyboard.press('Escape');
  await expect(reader.chooser).toBeHidden();

  // One of two identical marks goes, the other stays.
  await reader.press('open in', 1);
  await page.keyboard.press('Delete');
  await expect
    .poll(() => storedQuotes(api, sourceId))
    .toEqual(['said the pier would open in May', 'the pier would', 'would open']);
  await expect
    .poll(async () => (await reader.painted('open')).lines)
    .toEqual(['0 plain', '2 plain']);
});

test('boundaries move by key and by hand, marks get and lose parts, and all of it is undone', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, reader } = await read(attest, folder);
  await markWords(api, sourceId, 'the pier would open');
  await expect.poll(async () => (await reader.painted('the pier would open')).fill).toBe('none');
  const quoteIs = async (quote: string) => {
    await expect.poll(() => storedQuotes(api, sourceId)).toEqual([quote]);
  };

  await reader.press('pier');
  await page.keyboard.press('Alt+ArrowRight');
  await quoteIs('the pier would open ');
  await page.keyboard.press('Alt+Control+ArrowRight');
  await quoteIs('the pier would open in');
  await page.keyboard.press('Alt+Shift+Control+ArrowLeft');
  await quoteIs('said the pier would open in');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await quoteIs('aid the pier would open in');
  await page.keyboard.press('Alt+Control+ArrowLeft');
  await quoteIs('aid the pier would open');
  await expect.poll(async () => (await reader.painted('open in')).fill).toBeNull();

  await reader.dragGrip('start', 'minister', 0);
  await quoteIs('minister said the pier would open');
  await reader.dragGrip('end', 'May', -1);
  await quoteIs('minister said the pier would open in May');

  await reader.drag('the plan');
  await page.keyboard.press('x');
  await quoteIs('minister said the pier would open in May … the plan');
  await expect.poll(async () => (await reader.painted('the plan')).others).toEqual(['chosen']);
  await reader.drag('the pier would ');
  await page.keyboard.press('Shift+X');
  await quoteIs('minister said  … open in May … the plan');

  for (const quote of [
    'minister said the pier would open in May … the plan',
    'minister said the pier would open in May',
    'minister said the pier would open',
  ]) {
    await page.keyboard.press('Control+z');
    await quoteIs(quote);
  }
  await expect.poll(async () => (await reader.painted('in May')).fill).toBeNull();
  await page.keyboard.press('Control+Shift+z');
  await quoteIs('minister said the pier would open in May');
  await expect.poll(async () => (await reader.painted('in May')).fill).toBe('none');

  await page.keyboard.press('Delete');
  await expect.poll(() => storedQuotes(api, sourceId)).toEqual([]);
  await expect.poll(async () => (await reader.painted('pier')).fill).toBeNull();
  await page.keyboard.press('Control+z');
  await quoteIs('minister said the pier would open in May');
  await expect.poll(async () => (await reader.painted('pier')).fill).toBe('none');
});

test('speaker and cue of the chosen mark are shown in the text', async ({ launch, folder }) => {
  const attest = await launch();
  const { api } = attest;
  const { sourceId, reader } = await read(attest, folder);
  const mark = await markWords(api, sourceId, 'We will wait');
  const span = (words: string): [number, number] => {
    const start = harbour.text.indexOf(words);
    return [start, start + words.length];
  };
  const actor = { name: 'A senior official' };
  await api.attributions.set({
    highlightId: mark.id,
    links: [
      {
        actors: [actor],
        role: null,
        forms: ['quoted'],
        cue: 'he said',
        span: span('A senior official'),
        cueSpan: span('he said'),
        origin: null,
        inferred: false,
      },
    ],
  });
  await expect(reader.marks.getByRole('option')).toHaveText([/A senior official/]);
  expect((await reader.painted('A senior official')).others).toEqual([]);
  await reader.press('wait');
  await expect
    .poll(async () => (await reader.painted('A senior official')).others)
    .toEqual(['speaker']);
  expect((await reader.painted('he said')).others).toEqual(['cue']);
});

test('the second mouse button offers what can be done, and a tag can be kept', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, reader } = await read(attest, folder);
  const tag = await api.tags.create({ path: 'plans', colour: 2 });
  await markWords(api, sourceId, 'the plan', { tagIds: [tag.id] });
  await expect.poll(async () => (await reader.painted('the plan')).fill).toBe('2');

  const { before } = await reader.characterSides('the plan', 4);
  await page.mouse.click(before.x, before.y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Make a claim of/ }).click();
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused();
  await expect.poll(async () => (await reader.painted('the plan')).lines).toEqual(['0 claim']);

  await reader.press('the plan', 4);
  await page.keyboard.press('k');
  await expect(reader.region.getByText('Marking with')).toBeVisible();
  await reader.drag('She left');
  await page.keyboard.press('h');
  await expect.poll(async () => (await reader.painted('She left')).fill).toBe('2');
  await reader.region.getByRole('button', { name: 'Remove plans' }).click();
  await reader.drag('nobody');
  await page.keyboard.press('h');
  await expect.poll(async () => (await reader.painted('nobody')).fill).toBe('none');
  expect((await api.highlights.ofSource({ sourceId })).map(({ tagIds }) => tagIds)).toEqual([
    [],
    [tag.id],
    [tag.id],
  ]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing is wrong for assistive technology, ${theme}`, async ({ launch, folder }) => {
    const attest = await launch({
      size: theme === 'light' ? { width: 1440, height: 900 } : { width: 900, height: 600 },
    });
    const { page, api } = attest;
    const { sourceId, reader } = await read(attest, folder);
    await api.window.setTheme({ theme });
    const colours = [0, 1, 2, 3, 4, 5, 6, 7];
    const words = ['Harbour', 'minister', 'pier', 'May', 'nobody', 'left', 'senior', 'plan a risk'];
    for (const colour of colours) {
      const tag = await api.tags.create({ path: `tag ${colour}`, colour });
      const claim = colour % 2 === 0 ? { claim: { statement: 'A statement' } } : {};
      const start = harbour.text.indexOf(words[colour] ?? '');
      await api.highlights.create({
        sourceId,
        spans: [[start, start + (words[colour]?.length ?? 1)]],
        tagIds: [tag.id],
        ...claim,
      });
    }
    await expect.poll(async () => (await reader.paintedQuotes()).length).toBe(8);
    await reader.press('pier');
    await reader.frame();
    await attest.screenshot(`reader-${theme}`);
    expect(await findAxeProblems(page)).toEqual([]);
  });
}
