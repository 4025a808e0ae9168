import { join } from 'node:path';
import { expect } from '@playwright/test';
import { asColleague } from './colleague.ts';
import { test } from './launch.ts';
import { ReviewPage } from './pages/review-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

test.setTimeout(400_000);

const sourceCount = 4;
const marksEach = 5_000;
const count = sourceCount * marksEach;

/** Words in a row, all different. */
function longText(number: number): { readonly text: string; readonly spans: [number, number][] } {
  const spans: [number, number][] = [];
  let text = `Source ${number}. `;
  for (let word = 0; word < marksEach; word += 1) {
    const start = text.length;
    text += `word${number}x${word}`;
    spans.push([start, text.length]);
    text += word % 12 === 11 ? '.\n' : ' ';
  }
  return { text, spans };
}

test('a merge of very many items draws those in view alone, and is decided at once', async ({
  launch,
  folder,
}) => {
  const parcel = join(folder, 'Many.attest-parcel');
  await asColleague('Ben Ode', join(folder, 'Ben.attest'), async (ben) => {
    for (let number = 0; number < sourceCount; number += 1) {
      const { text, spans } = longText(number);
      const title = `Source ${number}`;
      const { sourceId } = await ben.sources.importPasted({
        text,
        html: null,
        metadata: { title },
        jobId: title,
      });
      if (sourceId === null) throw new Error('The source did not come in');
      for (let at = 0; at < spans.length; at += 10_000) {
        await ben.highlights.createAll({ sourceId, spans: spans.slice(at, at + 10_000) });
      }
    }
    await ben.merges.pack({ path: parcel, withSources: true });
  });

  const ana = await launch({ size: { width: 1440, height: 900 } });
  const { api, page } = ana;
  await welcomePage(ana).create(join(folder, 'Ana.attest'));
  const review = new ReviewPage(ana);
  await review.merge(parcel);
  const total = (count + sourceCount).toLocaleString('en-GB');
  await expect(page.getByText(`${total} to take`)).toBeVisible();
  const rows = review.items.getByRole('option');
  const inView = 60;
  expect(await rows.count()).toBeLessThan(inView);

  // To the end and back by key; what is looked at follows.
  await review.items.focus();
  await page.keyboard.press('End');
  await expect(review.detail.getByRole('table')).toContainText(`word${sourceCount - 1}x`);
  await expect(rows.last()).toHaveAttribute('aria-posinset', String(count + sourceCount));
  expect(await rows.count()).toBeLessThan(inView);
  await page.keyboard.press('Home');
  await expect(rows.first()).toHaveAttribute('aria-posinset', '1');

  // All of a kind at once.
  await review.narrow('Kind', 'Mark');
  const bulk = page.getByRole('group', { name: 'All that are shown' });
  await bulk.getByRole('button', { name: 'Leave them' }).click();
  await expect(page.getByText(`${count.toLocaleString('en-GB')} left`)).toBeVisible();
  await bulk.getByRole('button', { name: /^Take the/ }).click();
  await expect(page.getByText(`${total} to take`)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Done' }).click();
  const counts = await api.sources.counts({});
  expect(counts.reduce((sum, { highlights }) => sum + highlights, 0)).toBe(count);
});
