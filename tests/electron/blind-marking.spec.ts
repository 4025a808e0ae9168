import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, type LaunchedAttest } from './launch.ts';
import { exportDialog } from './pages/export-dialog.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { look } from './pages/look.ts';
import { ReviewPage } from './pages/review-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { welcomePage } from './pages/welcome-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said.\nOthers doubt the date. Nobody asked the harbour master.',
};
const ana = { name: 'Ana Silva', initials: 'AS', colour: 0 };
const ben = { name: 'Ben Ode', initials: 'BO', colour: 3 };

test('whoever marks blind sees no trace of the other layer before both have handed in, and then all of it', async ({
  launch,
  folder,
}) => {
  const hers = join(folder, 'From Ana.attest-parcel');
  const his = join(folder, 'From Ben.attest-parcel');
  const userData = join(folder, 'user-data of Ana');
  const size = { width: 1440, height: 900 };
  const first = await launch({ size, userData });
  await first.api.projects.setProfile(ana);
  const [sourceId] = await startProject(first, folder, [harbour]);
  await markWords(first.api, sourceId!, 'Others doubt the date', {
    claim: { statement: 'Others doubt it' },
  });
  await first.api.merges.pack({ path: await granted(first, hers), withSources: true });
  await first.close();

  // Ben takes it in, assigns the source to both, marks it with words that nobody else has, and hands in.
  const second = await launch({ size });
  const { api: bens } = second;
  await second.api.projects.setProfile(ben);
  await welcomePage(second).create(join(folder, 'Ben.attest'));
  const bensReview = new ReviewPage(second);
  await bensReview.merge(hers);
  await bensReview.take();
  const [source] = await bens.sources.list({});
  const analysts = await bens.project.analysts({});
  const { profile } = await bens.projects.state({});
  await bens.reviews.assign({
    sourceIds: [source!.id],
    analystIds: [analysts.find(({ name }) => name === ana.name)!.id, profile.id],
  });
  const tag = await bens.tags.create({ path: 'zebra tag' });
  const mark = await markWords(bens, source!.id, 'reopen in May', {
    note: 'zebra note',
    tagIds: [tag.id],
    claim: { statement: 'The zebra reopens' },
  });
  await bens.attributions.set({
    highlightId: mark.id,
    links: [
      {
        actors: [{ name: 'zebra ministry' }],
        role: null,
        forms: ['quoted'],
        cue: 'said',
        span: null,
        cueSpan: null,
        origin: null,
        inferred: false,
      },
    ],
  });
  await bens.reviews.comment({
    targetKind: 'source',
    targetId: source!.id,
    text: 'zebra comment',
  });
  await bens.reviews.handIn({ sourceId: source!.id });
  await bensReview.pack(his, { whose: ben.name });
  await second.close();

  const window = await launch({
    size: { width: 900, height: 600 },
    userData,
    args: [join(folder, 'Inspected.attest')],
  });
  const { page, api } = window;
  const shell = shellPage(window);
  const review = new ReviewPage(window);
  const inspector = new InspectorPage(page);
  const body = page.locator('body');

  await expect(shell.projectMenu).toContainText('Inspected');
  await review.merge(his);
  const unseen = page.getByText(
    '5 items of Ben Ode on blind sources come in unseen; seen when everybody has handed in.',
  );
  await expect(unseen).toBeVisible();
  await expect(review.items.getByRole('option')).toHaveCount(2);
  await expect(body).not.toContainText('zebra');
  await look(window, 'blind-rehearsed-small');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  await expect(unseen).toBeVisible();
  await expect(body).not.toContainText('zebra');
  await page.getByRole('button', { name: 'Done' }).click();

  await inspector.openSource(harbour.title);
  await expect(inspector.marks.getByRole('option')).toHaveCount(1);
  for (const [tab, shown] of [
    ['Marks', 'Others doubt the date'],
    ['Tags', null],
    ['Actors', null],
    ['Activity', 'Merge “From Ben.attest-parcel”'],
  ] as const) {
    await shell.tab(tab).click();
    if (shown !== null) await expect(body).toContainText(shown);
    await expect(body).not.toContainText('zebra');
  }
  await shell.tab('Claims').click();
  const claims = page.getByRole('grid', { name: 'Claims' });
  await expect(claims).toContainText('Others doubt it');
  await expect(body).not.toContainText('zebra');
  await shell.tab('Search').click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('zebra');
  await page.getByRole('searchbox', { name: 'Search' }).press('Enter');
  await expect(body).not.toContainText(/zebra (note|tag|ministry|comment)/);
  await shell.run('Export');
  const { dialog } = exportDialog(window);
  await expect(dialog).toContainText('One source is still blind: only your own layer there');
  await look(window, 'blind-export-small');
  await shell.escape();
  await shell.run('Hand over a parcel');
  await expect(page.getByRole('dialog')).toContainText('One source is still blind');
  await shell.escape();

  // Ana hands in too, and all of it is there.
  await api.reviews.handIn({ sourceId: sourceId! });
  await expect(claims).toContainText('The zebra reopens');
  await shell.tab('Activity').click();
  await shell.tab('Tags').click();
  await expect(inspector.tree).toContainText('zebra tag');
  await shell.tab('Actors').click();
  await expect(inspector.pane).toContainText('zebra ministry');
  await shell.tab('Reader').click();
  await shell.tab('Marks').click();
  await expect(inspector.marks.getByRole('option')).toHaveCount(2);
  await shell.run('Export');
  await expect(dialog).toBeVisible();
  await expect(dialog).not.toContainText('still blind');
});

/** A path that a dialog has given to the window, so that it may be written. */
async function granted({ api, answerDialogs }: LaunchedAttest, path: string): Promise<string> {
  answerDialogs(path);
  const filters = [{ name: 'Attest parcel', extensions: ['attest-parcel'] }];
  return (
    (await api.window.chooseSavePath({ title: 'Parcel', defaultName: 'Parcel', filters })) ?? ''
  );
}
