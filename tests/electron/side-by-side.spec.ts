import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { InspectorPage, startProject } from './pages/inspector-page.ts';

/** What each story says again and again: unlike, or one would be taken for a newer version of the other. */
const sayings = {
  Harbour: 'says that the pier will open again in May.',
  Valley: 'tells how nobody reached any pier before winter ended.',
};

/** Forty paragraphs that say which they are. */
function story(name: keyof typeof sayings): { readonly title: string; readonly text: string } {
  const paragraphs = Array.from(
    { length: 40 },
    (_, index) => `${name} paragraph ${index} ${sayings[name]}`,
  );
  return { title: `${name} story`, text: [`${name} story`, ...paragraphs].join('\n\n') };
}

function readers(page: Page): { readonly left: Locator; readonly right: Locator } {
  return {
    left: page.getByRole('region', { name: 'Left reader' }),
    right: page.getByRole('region', { name: 'Right reader' }),
  };
}

/** Selects a word of a reader by a double click, at the first place where it stands. */
async function selectWord(reader: Locator, line: number, word: string): Promise<void> {
  const element = reader.locator(`[data-line="${line}"]`);
  const point = await element.evaluate((node, wanted) => {
    const text = node.firstChild;
    const at = text?.nodeValue?.indexOf(wanted) ?? -1;
    if (!text || at < 0) return null;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + wanted.length);
    const box = range.getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }, word);
  if (point === null) throw new Error(`“${word}” is not in line ${line}`);
  await reader.page().mouse.dblclick(point.x, point.y);
}

/** The marked words by reader, as they are painted. */
async function painted(reader: Locator): Promise<readonly string[]> {
  return reader.getByRole('textbox').evaluate((root) => {
    const quotes: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('mark-line')) continue;
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        if (!root.contains(range.startContainer)) continue;
        const { startContainer, startOffset, endOffset } = range;
        quotes.push(startContainer.nodeValue?.slice(startOffset, endOffset) ?? '');
      }
    }
    return quotes.toSorted();
  });
}

test('two sources are read side by side, each with its own marks, and both are there after a restart', async ({
  launch,
  folder,
}) => {
  const first = await launch({ size: { width: 1440, height: 900 } });
  const { page, api } = first;
  const [harbour, valley] = await startProject(first, folder, [story('Harbour'), story('Valley')]);
  if (harbour === undefined || valley === undefined) throw new Error('Two sources are needed');
  const inspector = new InspectorPage(page);
  await inspector.openSource('Harbour story');
  const row = page.getByRole('listbox', { name: 'Sources' }).getByRole('option');
  await row.filter({ hasText: 'Valley story' }).click({ modifiers: ['ControlOrMeta'] });

  const { left, right } = readers(page);
  await expect(left.getByRole('textbox', { name: 'Text of Harbour story' })).toBeVisible();
  const valleyText = right.getByRole('textbox', { name: 'Text of Valley story' });
  await expect(valleyText).toBeFocused();

  await selectWord(right, 2, 'pier');
  await page.keyboard.press('h');
  await expect.poll(() => painted(right)).toEqual(['pier']);
  await selectWord(left, 4, 'May');
  await page.keyboard.press('h');
  await expect.poll(() => painted(left)).toEqual(['May']);
  expect(await painted(right)).toEqual(['pier']);
  const quotesOf = async (sourceId: typeof harbour) =>
    (await api.highlights.ofSource({ sourceId })).map(({ quote }) => quote);
  await expect.poll(() => quotesOf(valley)).toEqual(['pier']);
  await expect.poll(() => quotesOf(harbour)).toEqual(['May']);

  // What is selected in one reader is still selected after work in the other.
  await selectWord(left, 6, 'paragraph');
  await page.keyboard.press('F7');
  await expect(valleyText).toBeFocused();
  await expect(page.getByRole('listbox', { name: 'Marks of this source' })).toContainText('pier');
  await page.keyboard.press('F7');
  await page.keyboard.press('h');
  await expect.poll(() => quotesOf(harbour)).toEqual(['May', 'paragraph']);
  expect(await findAxeProblems(page)).toEqual([]);

  const handle = page.getByRole('separator', { name: 'Width of the left reader' });
  const before = (await left.boundingBox())?.width ?? 0;
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await left.boundingBox())?.width ?? 0).toBeLessThan(before);
  await right.locator('[data-line="40"]').evaluate((line) => line.scrollIntoView());
  await expect.poll(() => api.projects.getSetting({ key: `reader.place.${valley}` })).toBeTruthy();
  const width = (await left.boundingBox())?.width ?? 0;
  await first.screenshot('side-by-side');
  await first.close();

  const second = await launch({
    userData: first.userData,
    args: [join(folder, 'Inspected.attest')],
    size: { width: 1440, height: 900 },
  });
  const again = readers(second.page);
  await expect(again.left.getByRole('textbox', { name: 'Text of Harbour story' })).toBeVisible();
  await expect(again.right.getByRole('textbox', { name: 'Text of Valley story' })).toBeVisible();
  await expect(again.right.locator('[data-line="40"]')).toBeInViewport();
  await expect
    .poll(async () => (await again.left.boundingBox())?.width ?? 0)
    .toBeCloseTo(width, -1);
  await expect.poll(() => painted(again.left)).toEqual(['May', 'paragraph']);

  await again.left.getByRole('button', { name: 'Close this reader' }).click();
  const alone = second.page.getByRole('region', { name: 'Reader', exact: true });
  await expect(alone.getByRole('textbox', { name: 'Text of Valley story' })).toBeFocused();
  await expect(again.left).toBeHidden();
});

test('one source is read at two places, with its marks in both', async ({ launch, folder }) => {
  const attest = await launch({ size: { width: 900, height: 600 } });
  const { page } = attest;
  await startProject(attest, folder, [story('Harbour')]);
  const inspector = new InspectorPage(page);
  await inspector.openSource('Harbour story');
  await page.getByRole('textbox', { name: 'Text of Harbour story' }).focus();
  await page.keyboard.press('F7');
  const { left, right } = readers(page);
  await expect(right.getByRole('textbox')).toBeFocused();
  await selectWord(right, 2, 'pier');
  await page.keyboard.press('h');
  await expect.poll(() => painted(right)).toEqual(['pier']);
  await expect.poll(() => painted(left)).toEqual(['pier']);

  await right.locator('[data-line="60"]').evaluate((line) => line.scrollIntoView());
  await expect(right.locator('[data-line="60"]')).toBeInViewport();
  await expect(left.locator('[data-line="2"]')).toBeInViewport();
  await attest.screenshot('side-by-side-small');

  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(left)).toEqual([]);
  await page.keyboard.press('Shift+F7');
  const alone = page.getByRole('region', { name: 'Reader', exact: true });
  await expect(alone.getByRole('textbox')).toBeFocused();
});
