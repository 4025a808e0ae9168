import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { markWords, startProject } from './pages/inspector-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said.\nOthers doubt the date. 🚢 Nobody asked the harbour master.',
};

test('a parcel is handed over, rehearsed item by item by key, taken, undone and taken again', async ({
  launch,
  folder,
}) => {
  const parcel = join(folder, 'From Ana.attest-parcel');
  const ana = await launch({ size: { width: 900, height: 600 } });
  await ana.api.projects.setProfile({ name: 'Ana Silva', initials: 'AS', colour: 0 });
  const [anaSource] = await startProject(ana, folder, [harbour]);
  if (anaSource === undefined) throw new Error('There is no source');
  const date = await ana.api.tags.create({ path: 'Date' });
  await markWords(ana.api, anaSource, 'Talks on the harbour resumed', {
    claim: { statement: 'The talks about the harbour resumed' },
    tagIds: [date.id],
  });
  await markWords(ana.api, anaSource, 'reopen in May', { tagIds: [date.id] });
  await markWords(ana.api, anaSource, 'Others doubt the date');

  const handOver = new ReviewPage(ana);
  await handOver.pack(parcel, { withSources: true });
  await ana.close();

  const ben = await launch({ size: { width: 900, height: 600 } });
  const { api, page } = ben;
  await api.projects.setProfile({ name: 'Ben Ode', initials: 'BO', colour: 3 });
  await welcomePage(ben).create(join(folder, 'Ben.attest'));
  const review = new ReviewPage(ben);
  await page.getByRole('tab', { name: 'Review', exact: true }).click();
  await expect(page.getByText('No merge on its way')).toBeVisible();
  expect(await findAxeProblems(page), 'no merge').toEqual([]);

  await review.merge(parcel);
  await ben.screenshot('merge-rehearsed-small');
  await expect(review.item('Talks on the harbour resumed')).toContainText('Take');
  await review.item('reopen in May').click();
  await expect(review.detail.getByRole('blockquote')).toContainText('reopen in May');
  await expect(review.detail.getByRole('row', { name: /^Tags/ })).toContainText('Date');
  await page.keyboard.press('l');
  await expect(review.item('reopen in May')).toContainText('Leave');
  expect(await findAxeProblems(page), 'rehearsed').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findAxeProblems(page, ['color-contrast']), 'rehearsed, dark').toEqual([]);
  await ben.screenshot('merge-rehearsed-small-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  // What is narrowed by kind is chosen at once.
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Mark' });
  await page.getByRole('button', { name: 'Leave them' }).click();
  await expect(review.item('Others doubt the date')).toContainText('Leave');
  await page.getByRole('button', { name: /^Take the/ }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await review.item('reopen in May').click();
  await page.keyboard.press('l');
  await page.keyboard.press('k');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  await expect(page.getByText('1 item left for another time')).toBeVisible();
  await ben.screenshot('merge-done-small');
  const [source] = await api.sources.list({});
  if (source === undefined) throw new Error('The source did not come over');
  const quotes = async () =>
    (await api.highlights.ofSource({ sourceId: source.id })).map(({ quote }) => quote);
  expect(await quotes()).toEqual(['Talks on the harbour resumed', 'Others doubt the date']);

  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(page.getByText('No merge on its way')).toBeVisible();
  expect(await api.sources.list({})).toEqual([]);
  await review.merge(parcel);
  await page.getByRole('button', { name: 'Merge', exact: false }).last().click();
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await review.merge(parcel);
  await expect(page.getByText('Nothing new')).toBeVisible();
});
