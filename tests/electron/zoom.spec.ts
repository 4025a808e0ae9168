import { writeFileSync } from 'node:fs';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { test, type LaunchedAttest } from './launch.ts';
import { FindBar } from './pages/find-bar.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

const article = {
  title: 'Harbour talks resume after the survey found cracks in nine piles',
  outlet: 'The Evening Post',
  text: Array.from(
    { length: 12 },
    (_, i) => `Paragraph ${i} says that the north pier would open in May, and more.`,
  ).join('\n\n'),
};

async function zoom({ app }: LaunchedAttest, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
  }, factor);
}

/** A picture of the whole window; the one of the page would show a quarter of it. */
async function picture({ app }: LaunchedAttest, info: TestInfo, name: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  const path = info.outputPath(`${name}.png`);
  writeFileSync(path, Buffer.from(png, 'base64'));
  await info.attach(name, { path, contentType: 'image/png' });
}

/** The names of what can be pressed or written in but lies outside of the window, where nothing scrolls it in. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, [role="tab"]'),
    ].filter((each) => each.checkVisibility() && each.closest('[inert], .for-readers') === null);
    const scrolls = (each: Element | null): boolean => {
      for (let around = each?.parentElement; around; around = around.parentElement) {
        const { overflowY, overflowX } = getComputedStyle(around);
        if (/auto|scroll/.test(overflowY + overflowX)) return true;
      }
      return false;
    };
    return controls.flatMap((each) => {
      const { left, right, top, bottom, width } = each.getBoundingClientRect();
      const inside =
        left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
      if (inside || width <= 1 || scrolls(each)) return [];
      return [each.getAttribute('aria-label') ?? each.textContent ?? each.tagName];
    });
  });
}

for (const size of [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
]) {
  test(`nothing is cut off at 200 %, ${size.width} × ${size.height}`, async ({
    launch,
    folder,
  }, info) => {
    const attest = await launch({ size });
    const { page, api } = attest;
    const [sourceId] = await startProject(attest, folder, [article]);
    if (sourceId === undefined) throw new Error('A source is needed');
    await markWords(api, sourceId, 'Paragraph 0 says', { claim: { statement: 'It says.' } });
    await new InspectorPage(page).openSource(article.title);
    const reader = new ReaderPage(page);
    const bar = new FindBar(page);
    await expect(reader.text).toBeVisible();
    await zoom(attest, 2);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(size.width / 2);
    await reader.frame();
    await picture(attest, info, 'reader');
    expect(await cutOff(page)).toEqual([]);
    // The text has room to be read in: some words a line.
    const box = await reader.text.boundingBox();
    expect(box?.width ?? 0).toBeGreaterThan(150);

    await reader.text.focus();
    await bar.find('pier');
    await expect(bar.count).toHaveText(/^1 of 12/);
    expect(await cutOff(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const keys of ['ControlOrMeta+k', 'F1', 'ControlOrMeta+Shift+v']) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      const inside = await dialog.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
      });
      expect(inside, `${keys} fits`).toBe(true);
      await picture(attest, info, `dialog-${keys.slice(-1)}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    for (const view of ['2', '3', '1']) {
      await page.keyboard.press(`ControlOrMeta+${view}`);
      await reader.frame();
      expect(await cutOff(page), `view ${view}`).toEqual([]);
    }
  });
}
