import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, type LaunchedAttest } from './launch.ts';
import { markWords, startProject } from './pages/inspector-page.ts';
import { look } from './pages/look.ts';
import { ReviewPage } from './pages/review-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

test.setTimeout(240_000);

const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said.\nOthers doubt the date. 🚢 Nobody asked the harbour master.',
};

test('agreement shows figures, what lies behind them, a table and a page; what differs is settled and handed back', async ({
  launch,
  folder,
}) => {
  const fromAna = join(folder, 'From Ana.attest-parcel');
  const small = { size: { width: 900, height: 600 } };

  // Ana marks and hands her markup over with the source.
  const ana = await launch(small);
  await ana.api.projects.setProfile({ name: 'Ana Silva', initials: 'AS', colour: 0 });
  const [source] = await startProject(ana, folder, [harbour]);
  if (source === undefined) throw new Error('There is no source');
  const date = await ana.api.tags.create({ path: 'Date' });
  await markWords(ana.api, source, 'Talks on the harbour resumed', {
    claim: { statement: 'The talks about the harbour resumed' },
    tagIds: [date.id],
  });
  await markWords(ana.api, source, 'reopen in May', { tagIds: [date.id] });
  const doubt = await markWords(ana.api, source, 'Others doubt the date');
  await markWords(ana.api, source, 'Nobody asked');
  await new ReviewPage(ana).pack(fromAna, { withSources: true });
  const anaUserData = ana.userData;
  await ana.close();

  // Ben takes it in after a rehearsal, and marks the same source himself.
  const ben = await launch(small);
  const { api, page } = ben;
  await api.projects.setProfile({ name: 'Ben Ode', initials: 'BO', colour: 3 });
  await welcomePage(ben).create(join(folder, 'Ben.attest'));
  const review = new ReviewPage(ben);
  await review.merge(fromAna);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  const [taken] = await api.sources.list({});
  if (taken === undefined) throw new Error('The source did not come over');
  await markWords(api, taken.id, 'Talks on the harbour resumed', { tagIds: [date.id] });
  await markWords(api, taken.id, 'The pier will reopen in May', { tagIds: [date.id] });
  await markWords(api, taken.id, 'the ministry said');
  await markWords(api, taken.id, 'Nobody asked');

  // Agreement: every figure, what lies behind one, a table, a page of the summary.
  await review.open('Agreement');
  const measures = page.getByRole('listbox', { name: 'Measures' });
  await expect(measures.getByRole('option', { name: /^F1, exact spans.*0\.500/ })).toBeVisible();
  await look(ben, 'agreement');
  await measures.getByRole('option', { name: /^F1, exact spans/ }).click();
  const behind = page.getByRole('listbox', { name: 'Disagreements' });
  await expect(behind.getByRole('option')).toHaveCount(3);
  await look(ben, 'disagreements');
  await behind.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(shellPage(ben).tab('Reader')).toHaveAttribute('aria-selected', 'true');
  await review.open('Agreement');
  const table = join(folder, 'Agreement.csv');
  ben.answerDialogs(table);
  await page.getByRole('button', { name: 'Export as CSV…' }).click();
  await expect(shellPage(ben).messages).toContainText('figures written to');
  expect(readFileSync(table, 'utf8')).toContain('Cohen’s κ, by character');
  await page.getByText('Per source').click();
  await expect(
    page.getByRole('listbox', { name: 'Agreement per source' }).getByRole('option'),
  ).toContainText('Harbour talks resume');
  await page.getByText('Measures', { exact: true }).click();
  await page.getByRole('button', { name: 'Add to a summary' }).click();
  await expect(page.getByText('Agreement of Ben Ode and Ana Silva')).toBeVisible();

  // Adjudication by key: what both made at once, then place by place, in the order of the text.
  await review.open('Adjudicate');
  const open = page.getByRole('listbox', { name: 'What is to be settled' });
  await expect(open.getByRole('option')).toHaveCount(4);
  await page.getByRole('button', { name: 'Take over 1 mark that both made' }).click();
  await expect(page.getByRole('button', { name: /^Take over/ })).toHaveCount(0);
  await look(ben, 'adjudicate');
  const detail = page.getByRole('region', { name: 'Disagreement' });
  await open.focus();
  await expect(detail.getByRole('blockquote')).toContainText('Talks on the harbour');
  await page.keyboard.press('2');
  await expect(page.getByText('1 of 4 settled')).toBeVisible();
  await expect(detail.getByRole('blockquote')).toContainText('The pier will reopen in May');
  await page.keyboard.press('e');
  await page
    .getByRole('dialog', { name: 'Put both together' })
    .getByText('All that either')
    .click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 4 settled')).toBeVisible();
  await detail.getByRole('textbox', { name: 'Reason' }).fill('Who said it is no date');
  await page.getByRole('button', { name: 'Neither' }).click();
  await expect(page.getByText('3 of 4 settled')).toBeVisible();
  await open.focus();
  await page.keyboard.press('0');
  await expect(page.getByText('4 of 4 settled')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('3 of 4 settled')).toBeVisible();
  await page.keyboard.press('0');
  await expect(page.getByText('4 of 4 settled')).toBeVisible();
  await look(ben, 'adjudicated');
  const agreed = ['Talks on the harbour resumed', 'The pier will reopen in May', 'Nobody asked'];
  const agreedLayer = async (attest: LaunchedAttest) => {
    const [row] = await attest.api.sources.list({});
    const analysts = await attest.api.project.analysts({});
    const layer = analysts.find(({ name }) => name === 'Agreed');
    if (row === undefined) return [];
    const rows = await attest.api.highlights.ofSource({ sourceId: row.id });
    return rows.filter(({ analystId }) => analystId === layer?.id).map(({ quote }) => quote);
  };
  expect(await agreedLayer(ben)).toEqual(agreed);
  const back = join(folder, 'Back from Ben.attest-parcel');
  await review.pack(back);
  await ben.close();

  // Ana takes it back: her marks stay, what was decided and why comes with them.
  const again = await launch({
    size: { width: 1440, height: 900 },
    userData: anaUserData,
  });
  await expect(shellPage(again).tab('Review').or(welcomePage(again).heading)).toBeVisible();
  if (await welcomePage(again).heading.isVisible()) {
    await welcomePage(again).openRecent('Inspected');
  }
  const hers = new ReviewPage(again);
  await hers.merge(back);
  await again.page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Verdict' });
  await expect(hers.item('rejected: Adjudicated')).not.toHaveCount(0);
  await again.page.getByRole('button', { name: 'Show all' }).click();
  await look(again, 'parcel-back');
  await again.page.keyboard.press('ControlOrMeta+Enter');
  await expect(again.page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  expect(await agreedLayer(again)).toEqual(agreed);
  expect(await again.api.highlights.get({ highlightId: doubt.id })).toMatchObject({
    quote: 'Others doubt the date',
  });
  await hers.open('Agreement');
  await again.page
    .getByRole('listbox', { name: 'Measures' })
    .getByRole('option', { name: /^F1, exact spans/ })
    .click();
  await look(again, 'agreement-wide');
  await hers.open('Adjudicate');
  await expect(again.page.getByText('4 of 4 settled')).toBeVisible();
  // What was agreed on looks so, though a mark that reads the same was rejected for it.
  const marks = again.page.getByRole('listbox', { name: 'Marks of this source' });
  const together = marks.getByRole('option').filter({ hasText: 'The pier will reopen in May' });
  await expect(together).toContainText('2 analysts');
  await expect(together.getByText('The pier will reopen in May')).toHaveCSS(
    'text-decoration-line',
    'none',
  );
  const rejected = marks.getByRole('option').filter({ hasText: 'the ministry said' });
  await expect(rejected.getByText('the ministry said')).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  await look(again, 'adjudicate-wide');
  expect((await again.api.project.verify({})).failures).toEqual([]);
});
