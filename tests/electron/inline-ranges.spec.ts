import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';

const article = `<html lang="en"><head><title>Council</title><meta property="og:site_name" content="The Paper"></head><body><h2>Votes</h2>
<p>The council <b>voted</b> on <a href="https://example.com/votes">Tuesday</a> <i>to close</i> the harbour.</p>
<p>Nobody was against it, the mayor said at the end of a meeting of three hours.</p></body></html>`;

test('links and emphasis are shown, a link is opened only after asking, and each value says where it is from', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  await startProject(attest, folder, []);
  const { sourceId } = await api.sources.importPasted({
    text: 'Votes',
    html: article,
    metadata: { title: 'Council' },
    jobId: 'council',
  });
  if (sourceId === null) throw new Error('The source did not come in.');
  await new InspectorPage(page).openSource('Council');
  const painted = () =>
    page.evaluate(() =>
      ['text-link', 'text-bold', 'text-italic'].map((name) =>
        [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      ),
    );
  await expect.poll(painted).toEqual([['Tuesday'], ['voted'], ['to close']]);

  const reader = new ReaderPage(page);
  await reader.press('Tuesday', 2);
  attest.answerDialogs(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Open the link at the caret');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => attest.askedDialogs().slice(-2))
    .toMatchObject([
      { kind: 'ask', detail: 'https://example.com/votes' },
      { kind: 'openInBrowser', url: 'https://example.com/votes' },
    ]);

  await sourcesPane(attest).showDetails('Council');
  const details = page.getByRole('dialog', { name: 'Details of the source' });
  await expect(details.getByLabel('Outlet', { exact: true })).toHaveAccessibleDescription(
    /From the page’s meta tags/,
  );
  await details.getByLabel('Outlet', { exact: true }).fill('Another Paper');
  await expect(details.getByLabel('Outlet', { exact: true })).toHaveAccessibleDescription(
    /The file says “The Paper”, in the page’s meta tags/,
  );
});
