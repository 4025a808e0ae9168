import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { startProject } from './pages/inspector-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';

const page = `<!doctype html><html lang="en"><head><title>Kinds of blocks</title></head><body><article>
<h1>Kinds of blocks</h1>
<p>The harbour office has published its plan for the coming year, with all that belongs to a plan.</p>
<h2>What is to be done</h2>
<ol><li>Clear the channel of what the storm has left.<ol><li>Hire the dredger from the next town.</li><li>Ask the fishermen where the sand lies.</li></ol></li><li>Mend the pier before the summer begins.</li></ol>
<ul><li>Rope, forty fathoms of it</li><li>Paint<ul><li>white paint for the light</li></ul></li></ul>
<blockquote><p>We shall open again in May, and not a day later than that.</p></blockquote>
<figure><img src="pier.png" alt=""><figcaption>The pier in winter, seen from the light.</figcaption></figure>
<h3>Costs</h3>
<table><tr><th>Work</th><th>Month</th><th>Cost</th></tr><tr><td>Dredging</td><td>March</td><td>12,000</td></tr><tr><td>Timber</td><td>April</td><td>7,500</td></tr></table>
<p>The town will vote on the plan in February, after the council has heard the harbour master.</p>
</article></body></html>`;

for (const theme of ['light', 'dark'] as const) {
  test(`headings, lists, quotations, captions and tables are shown as what they are, ${theme}`, async ({
    launch,
    folder,
  }) => {
    const attest = await launch({ size: { width: 1200, height: 1100 } });
    await attest.api.window.setTheme({ theme });
    await startProject(attest, folder, []);
    const file = join(folder, 'kinds.html');
    writeFileSync(file, page);
    const sources = sourcesPane(attest);
    attest.answerDialogs([file]);
    await attest.page.keyboard.press('ControlOrMeta+i');
    await sources.open('Kinds of blocks');
    const text = attest.page.getByRole('textbox', { name: 'Text of Kinds of blocks' });
    await expect(text).toBeVisible();

    await expect(text.getByRole('heading', { name: 'What is to be done', level: 3 })).toBeVisible();
    await expect(text.getByRole('heading', { name: 'Costs', level: 4 })).toBeVisible();
    await expect(text.getByRole('blockquote')).toContainText('We shall open again in May');
    const left = (words: string): Promise<number> =>
      text
        .locator('[data-line]')
        .filter({ hasText: words })
        .evaluate((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          return range.getBoundingClientRect().left;
        });
    expect(await left('Hire the dredger')).toBeGreaterThan(await left('Clear the channel'));
    expect(await left('Clear the channel')).toBeGreaterThan(await left('The harbour office'));
    const cellAt = (words: string, cell: string): Promise<number> =>
      text
        .locator('[data-line]')
        .filter({ hasText: words })
        .evaluate((line, wanted) => {
          const node = line.firstChild;
          const at = node?.nodeValue?.indexOf(wanted) ?? -1;
          if (!node || at < 0) return Number.NaN;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().left;
        }, cell);
    const column = await cellAt('Month', 'Month');
    expect(await cellAt('Dredging', 'March')).toBeCloseTo(column, 0);
    expect(await cellAt('Timber', 'April')).toBeCloseTo(column, 0);
    await attest.screenshot(`block-kinds-${theme}`);
    expect(await findAxeProblems(attest.page)).toEqual([]);
  });
}
