import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

const paragraphs = Array.from(
  { length: 120 },
  (_, number) =>
    `Paragraph ${number} says what was said on day ${number}, and nothing else of note.`,
);

/** The shares of the strip's height at which something is drawn in its left or its right part, from 0 to 1. */
async function drawn(page: Page, part: 'marks' | 'signs'): Promise<readonly number[]> {
  return page.locator('.overview-strip canvas').evaluate((canvas, half) => {
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return [];
    const middle = Math.floor(canvas.width / 2);
    const x = half === 'marks' ? 0 : middle;
    const { data } = canvas
      .getContext('2d')!
      .getImageData(x, 0, half === 'marks' ? middle : canvas.width - middle, canvas.height);
    const width = data.length / 4 / canvas.height;
    return Array.from({ length: canvas.height }, (_, row) => row)
      .filter((row) =>
        Array.from({ length: width }, (_, i) => data[(row * width + i) * 4 + 3] ?? 0).some(
          (a) => a > 0,
        ),
      )
      .map((row) => row / canvas.height);
  }, part);
}

test('a strip shows where marks and found words are, by pointer and by key', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 1200, height: 800 } });
  const { page, api } = attest;
  const [sourceId] = await startProject(attest, folder, [
    { title: 'Long days', text: paragraphs.join('\n\n') },
  ]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource('Long days');
  const reader = new ReaderPage(page);
  const strip = reader.region.getByRole('slider', { name: 'Map of the source' });
  await expect(strip).toHaveAttribute('aria-valuetext', 'Nothing is marked here yet');

  await markWords(api, sourceId, 'said on day 30,');
  await expect(strip).toHaveAttribute('aria-valuetext', '1 mark');
  const one = async () => (await drawn(page, 'marks'))[0] ?? 0;
  // The text takes less than the whole page: some of it is empty below.
  await expect.poll(one).toBeGreaterThan(0.15);
  expect(await one()).toBeLessThan(0.3);

  // A press goes there.
  const box = await strip.boundingBox();
  if (box === null) throw new Error('The strip is not shown');
  await strip.click({ position: { x: 4, y: (await one()) * box.height } });
  await expect.poll(async () => (await reader.painted('said on day 30,')).fill).toBe('none');
  await expect(page.getByText(/^Paragraph 30 says/)).toBeInViewport();

  // A second mark is added to the strip, and keys go from one to the next.
  await markWords(api, sourceId, 'said on day 90,');
  await expect(strip).toHaveAttribute('aria-valuetext', '2 marks');
  await expect.poll(async () => Math.max(...(await drawn(page, 'marks')))).toBeGreaterThan(0.45);
  await reader.text.focus();
  await page.keyboard.press('Control+Home');
  await strip.focus();
  await page.keyboard.press('ArrowDown');
  await expect(strip).toHaveAttribute('aria-valuetext', 'Mark, 1 of 2: “said on day 30,”');
  await page.keyboard.press('ArrowDown');
  await expect(strip).toHaveAttribute('aria-valuetext', 'Mark, 2 of 2: “said on day 90,”');
  await expect(page.getByText(/^Paragraph 90 says/)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(reader.text).toBeFocused();

  // Found words are on the other side.
  expect(await drawn(page, 'signs')).toEqual([]);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('day 60,');
  await expect.poll(async () => (await drawn(page, 'signs')).length).toBeGreaterThan(0);
  await expect(strip).toHaveAttribute('aria-valuetext', '2 marks, 1 place found');
  await attest.screenshot('overview-light');
  await page.emulateMedia({ forcedColors: 'active' });
  await attest.screenshot('overview-forced');
  await page.emulateMedia({ forcedColors: null });

  // A mark that goes is no longer drawn.
  const marks = await api.highlights.ofSource({ sourceId });
  await api.highlights.remove({ highlightIds: marks.map(({ id }) => id) });
  await expect.poll(() => drawn(page, 'marks')).toEqual([]);
});

test('a mark without a place is shown where it says that it stood', async ({ launch, folder }) => {
  const attest = await launch({ dialogs: [join(folder, 'Sample.attest')] });
  const { page, api } = attest;
  await welcomePage(attest).sampleProject.click();
  await new InspectorPage(page).openSource('Osterhaven gas leak');
  const reader = new ReaderPage(page);
  const strip = reader.region.getByRole('slider', { name: 'Map of the source' });
  await expect(strip).toHaveAttribute('aria-valuetext', /^\d+ marks, 1 mark without a place$/);
  await expect.poll(async () => (await drawn(page, 'signs')).length).toBeGreaterThan(0);
  await attest.screenshot('overview-unplaced');
  const unplaced = await api.highlights.unplaced({});
  await api.highlights.removeUnplaced({ unplacedIds: unplaced.map(({ id }) => id) });
  await expect(strip).toHaveAttribute('aria-valuetext', /^\d+ marks$/);
  await expect.poll(() => drawn(page, 'signs')).toEqual([]);
});
