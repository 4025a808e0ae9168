import { expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { listenToAnnouncements } from './pages/announced.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { crowdedTitle, projectOfOverlaps } from './pages/overlapping-marks.ts';
import { ReaderPage } from './pages/reader-page.ts';

/** Where the labels of the bars stand in the window. */
async function labelBoxes(page: Page) {
  return page.locator('.reader-bar b').evaluateAll((labels) =>
    labels.map((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect();
      return { left, right, top, bottom, text: label.textContent };
    }),
  );
}

type Box = Awaited<ReturnType<typeof labelBoxes>>[number];

/** Pairs of labels that lie on one another. */
function hidden(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5,
      )
      .map((other) => `${one.text} and ${other.text}`),
  );
}

test('sixteen marks over one another can be read, in every theme and size', async ({
  launch,
  folder,
}) => {
  const { path } = await projectOfOverlaps(folder);
  const attest = await launch({ args: [path], size: { width: 1440, height: 900 } });
  const { page, app, api } = attest;
  await new InspectorPage(page).openSource(crowdedTitle);
  const reader = new ReaderPage(page);
  await expect(reader.bars).toHaveCount(16);

  // Each has a lane of its own with the initials of its tag and its analyst, and no label lies on another.
  await expect.poll(async () => hidden(await labelBoxes(page))).toEqual([]);
  const boxes = await labelBoxes(page);
  expect(boxes.every(({ text }) => /^[A-Z•][AB]$/.test(text))).toBe(true);
  expect(boxes.filter(({ text }) => text.endsWith('B'))).toHaveLength(6);
  const reading = await reader.region.boundingBox();
  expect(boxes.every(({ left }) => left >= (reading?.x ?? Infinity))).toBe(true);
  const looks = [
    ['light', null, null],
    ['dark', null, null],
    ['light', 'active', null],
    ['light', null, 'more'],
    ['dark', null, 'more'],
  ] as const;
  for (const [theme, forcedColors, contrast] of looks) {
    await api.window.setTheme({ theme });
    await page.emulateMedia({ forcedColors, contrast });
    await expect(reader.bars).toHaveCount(16);
    const name = forcedColors ? 'forced' : contrast ? `${theme}-contrast` : theme;
    await attest.screenshot(`overlaps-${name}-1440`);
  }
  await page.emulateMedia({ forcedColors: null, contrast: null });

  // Where there is no room for sixteen lanes some stand bundled, and are listed on a press.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600);
  });
  const bundle = page.locator('.reader-bar-bundle');
  await expect(bundle).toHaveCount(1);
  await expect.poll(async () => hidden(await labelBoxes(page))).toEqual([]);
  await attest.screenshot('overlaps-dark-900');
  await api.window.setTheme({ theme: 'light' });
  await attest.screenshot('overlaps-light-900');
  const more = Number((await bundle.textContent())?.slice(1));
  expect(await reader.bars.count()).toBe(16 - more + 1);
  await bundle.locator('b').click();
  await expect(reader.chooser.getByRole('option')).toHaveCount(more);
});

test('one mark is lifted out of many with the pointer and with a key, and the list of marks works by key', async ({
  launch,
  folder,
}) => {
  const { path } = await projectOfOverlaps(folder);
  const attest = await launch({ args: [path], size: { width: 1440, height: 900 } });
  const { page } = attest;
  await new InspectorPage(page).openSource(crowdedTitle);
  const reader = new ReaderPage(page);
  await expect(reader.bars).toHaveCount(16);
  const words = 'the pier would open';
  const usual = await reader.painted(words);
  expect(usual.fill).toBe('2');
  expect(usual.others).toEqual(['more']);

  // The pointer on a bar: only its mark is filled.
  const bar = page
    .locator('.reader-bar')
    .filter({ hasText: 'DA' })
    .and(page.locator('.reader-bar-claim'));
  await bar.first().locator('b').hover();
  await expect.poll(async () => (await reader.painted(words)).fill).toBeNull();
  expect((await reader.painted(words)).others).toContain('faded');
  await attest.screenshot('overlaps-lifted');
  await reader.text.hover({ position: { x: 10, y: 10 } });
  await expect.poll(() => reader.painted(words)).toEqual(usual);

  // A key steps through the marks under the caret, the smallest first.
  await reader.press('no date', 1);
  await page.keyboard.press('Escape');
  const said = await listenToAnnouncements(page);
  await page.keyboard.press('e');
  await said.expect(/Mark 1 of \d+ here: /);
  await expect.poll(() => reader.painted('no date')).toMatchObject({ fill: null });
  expect((await reader.painted('no date')).others).toContain('chosen');
  expect((await reader.painted('signed by')).others).toEqual(['faded']);
  await page.keyboard.press('e');
  await expect.poll(async () => (await reader.painted('date was ever')).others).toContain('chosen');
  await page.keyboard.press('Escape');
  await expect.poll(() => reader.painted(words)).toEqual(usual);

  // The list of the marks at the caret takes the focus, arrows choose, Enter goes back to the text.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Enter');
  await expect(reader.chooser).toBeFocused();
  const options = reader.chooser.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await attest.screenshot('overlaps-chooser');
  await page.keyboard.press('Enter');
  await expect(reader.chooser).toBeHidden();
  await expect(reader.text).toBeFocused();
});

test('lanes stand on the side where the text of a block begins', async ({ launch, folder }) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page, api } = attest;
  const [sourceId] = await startProject(attest, folder, [
    {
      title: 'Two directions',
      text: 'The committee met on Monday.\n\nاجتمعت اللجنة يوم الاثنين في الميناء.\n\nShe left early.\n',
    },
  ]);
  if (sourceId === undefined) throw new Error('A source is needed');
  const tag = await api.tags.create({ path: 'Committee', colour: 4 });
  await markWords(api, sourceId, 'committee met', { tagIds: [tag.id] });
  await markWords(api, sourceId, 'اللجنة', { tagIds: [tag.id] });
  await new InspectorPage(page).openSource('Two directions');
  const reader = new ReaderPage(page);
  await expect(reader.bars).toHaveCount(2);
  const text = await reader.text.boundingBox();
  const bars = await reader.bars.evaluateAll((all) =>
    all.map((bar) => bar.getBoundingClientRect().x),
  );
  expect(bars.filter((x) => x < (text?.x ?? 0))).toHaveLength(1);
  expect(bars.filter((x) => x >= (text?.x ?? 0) + (text?.width ?? 0))).toHaveLength(1);
  await attest.screenshot('lanes-two-directions');
});
