import { expect } from '@playwright/test';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { test } from './launch.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';
import type { LaunchedAttest } from './launch.ts';

const text = [
  'The minister said the pier would open in May. Nobody had asked her. She left before noon.',
  '',
  'Her deputy 👩‍👩‍👧 had signed the letter in April, and the builders knew.',
].join('\n');

async function read(attest: LaunchedAttest, folder: string) {
  const [sourceId] = await startProject(attest, folder, [{ title: 'The pier', text }]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(attest.page).openSource('The pier');
  const reader = new ReaderPage(attest.page);
  await expect(reader.text).toBeVisible();
  const quotesAre = async (...quotes: readonly string[]) => {
    await expect
      .poll(async () =>
        (await attest.api.highlights.ofSource({ sourceId })).map(({ quote }) => quote),
      )
      .toEqual(quotes);
  };
  return { sourceId: sourceId satisfies SourceId, reader, quotesAre };
}

test('boundaries move by sentence, and steps that follow one another are undone as one', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, reader, quotesAre } = await read(attest, folder);
  await markWords(api, sourceId, 'Nobody had asked');
  await expect.poll(async () => (await reader.painted('Nobody had asked')).fill).toBe('none');
  await reader.press('Nobody', 2);
  await page.keyboard.press('Alt+Control+ArrowDown');
  await quotesAre('Nobody had asked her.');
  await page.keyboard.press('Alt+Control+Shift+ArrowUp');
  await quotesAre('The minister said the pier would open in May. Nobody had asked her.');

  // Painted with each key, stored once.
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => (await reader.painted('her.')).fill).toBeNull();
  await quotesAre('The minister said the pier would open in May. Nobody had asked');
  await page.keyboard.press('Control+z');
  await quotesAre('The minister said the pier would open in May. Nobody had asked her.');

  // Undo at once takes back what is not stored yet, and nothing before it.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Control+z');
  await quotesAre('The minister said the pier would open in May. Nobody had asked her.');
  await expect.poll(async () => (await reader.painted('The minister')).fill).toBe('none');

  // A mark that goes right after a step comes back as it was last.
  await page.keyboard.press('Alt+Control+ArrowDown');
  await page.keyboard.press('Delete');
  await quotesAre();
  await page.keyboard.press('Control+z');
  await quotesAre(text.split('\n')[0] ?? '');
});

test('whole words are marked where that is wanted, and a character is never split', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const { reader, quotesAre } = await read(attest, folder);
  await reader.text.focus();
  await page.keyboard.press('Shift+B');
  await expect(reader.region.getByText('Whole words')).toBeVisible();
  await reader.drag('inister said the pie');
  await page.keyboard.press('h');
  await quotesAre('minister said the pier');
  await reader.dragGrip('end', 'open', 1);
  await quotesAre('minister said the pier would open');
  await reader.dragGrip('start', 'The', 1);
  await quotesAre('The minister said the pier would open');
  await attest.screenshot('boundaries-whole-words');

  await reader.region.getByRole('button', { name: 'Remove Whole words' }).click();
  await reader.dragGrip('end', 'would', 1);
  await quotesAre('The minister said the pier wo');

  // A family of one picture is one character.
  await page.keyboard.press('Delete');
  await quotesAre();
  await reader.drag('Her deputy');
  await page.keyboard.press('h');
  await quotesAre('Her deputy');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await quotesAre('Her deputy 👩‍👩‍👧');
});

test('a mark gets a second part and loses one, by mouse and by key, and its parts are moved', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const { sourceId, reader, quotesAre } = await read(attest, folder);
  await markWords(api, sourceId, 'the pier would open', { claim: { statement: 'It opens.' } });
  await expect.poll(async () => (await reader.painted('the pier')).fill).toBe('none');

  await reader.press('pier', 1);
  await reader.drag('asked her');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Add to the mark' })
    .click();
  await quotesAre('the pier would open … asked her');
  // The words between are joined, in the text and in the margin.
  await expect.poll(async () => (await reader.painted('in May. Nobody')).others).toContain('join');
  await expect(page.locator('.reader-bar-parts i')).toHaveCount(2);
  await attest.screenshot('boundaries-parts');

  // The part that was pressed has the grips, and the keys move it.
  await reader.press('asked', 2);
  await page.keyboard.press('Alt+Control+Shift+ArrowLeft');
  await quotesAre('the pier would open … had asked her');
  await reader.dragGrip('start', 'Nobody', 0);
  await quotesAre('the pier would open … Nobody had asked her');

  // By key: a third part, and the one at the caret goes.
  await reader.drag('She left');
  await page.keyboard.press('x');
  await quotesAre('the pier would open … Nobody had asked her … She left');
  await reader.press('asked', 2);
  await page.keyboard.press('Shift+X');
  await quotesAre('the pier would open … She left');
  await reader.press('left', 1);
  await page.keyboard.press('Shift+X');
  await quotesAre('the pier would open');
  await page.keyboard.press('Control+z');
  await quotesAre('the pier would open … She left');
});
