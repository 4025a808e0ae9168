import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Api } from '../../src/shared/contract/api.ts';
import { asColleague, colleagueNamed } from './colleague.ts';
import { test } from './launch.ts';
import { dropFiles } from './pages/drop-files.ts';
import { markWords, startProject } from './pages/inspector-page.ts';
import { look } from './pages/look.ts';
import { projectState } from './pages/project-state.ts';
import { ReviewPage } from './pages/review-page.ts';
import { shellPage } from './pages/shell-page.ts';

test.setTimeout(120_000);

const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said.\nOthers doubt the date. 🚢 Nobody asked the harbour master.',
};
const small = { size: { width: 900, height: 600 } };
const actor = (name: string): Parameters<Api['actors']['create']>[0] => ({
  name,
  kind: 'organisation',
  role: null,
  aliases: [],
  note: null,
});

/** Writes a parcel anew with its text changed, as somebody with a text editor could. */
function rewriteParcel(from: string, to: string, change: (text: string) => string): void {
  writeFileSync(to, gzipSync(change(gunzipSync(readFileSync(from)).toString('utf8'))));
}

async function addText(api: Pick<Api, 'sources'>, title: string, text: string) {
  const outcome = await api.sources.importPasted({
    text,
    html: null,
    metadata: { title },
    jobId: title,
  });
  if (outcome.sourceId === null) throw new Error(outcome.problem ?? 'The source did not come in');
  return outcome.sourceId;
}

test('conflicts, removals, joins and marks without a place are shown with both versions, decided by key and in bulk, and undone in one step', async ({
  launch,
  folder,
}) => {
  const ana = await launch(small);
  const { api, page } = ana;
  await api.projects.setProfile({ name: 'Ana Silva', initials: 'AS', colour: 0 });
  const [sourceId] = await startProject(ana, folder, [harbour]);
  if (sourceId === undefined) throw new Error('There is no source');
  const talks = await markWords(api, sourceId, 'Talks on the harbour resumed', {
    claim: { statement: 'The talks about the harbour resumed on Monday' },
  });
  const may = await markWords(api, sourceId, 'reopen in May', { note: 'When is that?' });
  const doubt = await markWords(api, sourceId, 'Others doubt the date');
  const nobody = await markWords(api, sourceId, 'Nobody asked');
  const claimId = talks.claimId;
  if (claimId === null) throw new Error('There is no claim');
  const review = new ReviewPage(ana);
  const toBen = join(folder, 'To Ben.attest-parcel');
  await review.pack(toBen, { withSources: true });

  const back = join(folder, 'Back from Ben.attest-parcel');
  await asColleague('Ben Ode', join(folder, 'Ben.attest'), async (ben) => {
    await ben.merges.take({ path: toBen });
    const statement = 'The talks about the harbour began again on Monday';
    await ben.claims.edit({ claimId, patch: { statement } });
    await ben.highlights.edit({ highlightId: may.id, patch: { note: 'Which May is that?' } });
    await ben.highlights.edit({ highlightId: nobody.id, patch: { note: 'A voice is missing' } });
    await ben.highlights.remove({ highlightIds: [doubt.id] });
    await ben.actors.create(actor('The ministry'));
    const place = await ben.tags.create({ path: 'Place' });
    await markWords(ben as Api, sourceId, 'The pier', { tagIds: [place.id] });
    await markWords(ben as Api, sourceId, 'the ministry said');
    const elsewhere = await addText(ben, 'The pier', 'A pier is not a port.');
    await markWords(ben as Api, elsewhere, 'not a port');
    await ben.merges.pack({ path: back });
  });
  const statement = 'The talks on the harbour resumed on Monday';
  await api.claims.edit({ claimId, patch: { statement } });
  await api.highlights.edit({
    highlightId: may.id,
    patch: { note: 'When is that, in which year?' },
  });
  await api.tags.create({ path: 'Place' });
  await api.actors.create(actor('The ministry'));

  await review.merge(back);
  const lists = [
    'All 9',
    'Conflicts 2',
    'Unplaced 1',
    'Changed 1',
    'Removed 1',
    'Added 3',
    'Joined 1',
  ];
  expect(await review.lists()).toEqual(lists);
  await review.narrow('List', 'Conflicts');
  await review.item('The talks').click();
  const words = review.detail.getByRole('row', { name: /^Statement/ });
  await expect(words.getByRole('deletion')).toHaveText(['on', 'resumed']);
  await expect(words.getByRole('insertion')).toHaveText(['about', 'began again']);
  await look(ana, 'merge-conflict');
  await page.keyboard.press('t');
  await expect(review.detail.getByRole('row', { name: /^Note/ })).toContainText('Which May');
  await expect(review.detail.getByRole('blockquote')).toContainText('The pier will reopen in May');
  await page.keyboard.press('o');
  await expect(review.item('reopen in May')).toContainText('Ours');
  await expect(review.item('The talks')).toContainText('Theirs');
  await review.narrow('List', 'Unplaced');
  await review.item('not a port').click();
  await expect(review.detail).toContainText('no source with the text of “The pier”');
  await look(ana, 'merge-unplaced');
  await review.narrow('List', 'Joined');
  await review.item('Place').click();
  await expect(review.detail).toContainText('Two tags of this path became one');
  await review.narrow('List', 'Removed');
  await review.item('Others doubt').click();
  await expect(review.detail.getByRole('button', { name: 'Take' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await look(ana, 'merge-removed');
  await page.getByRole('button', { name: 'Show all' }).click();

  // In bulk: all of a kind, of a tag, of a source.
  const bulk = page.getByRole('group', { name: 'All that are shown' });
  await review.narrow('Kind', 'Mark');
  await bulk.getByRole('button', { name: 'Leave them' }).click();
  await expect(review.item('the ministry said')).toContainText('Leave');
  await review.narrow('Tag', 'Place');
  await bulk.getByRole('button', { name: 'Take the 1 shown' }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(review.item('The pier')).toContainText('Take');
  await expect(review.item('the ministry said')).toContainText('Leave');
  await review.narrow('Source', 'Harbour talks');
  await bulk.getByRole('button', { name: /^Take the/ }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await review.item('reopen in May').click();
  await page.keyboard.press('o');
  await review.item('the ministry said').click();
  await page.keyboard.press('l');

  // The project goes on meanwhile: what was chosen holds after it is rehearsed anew.
  await api.tags.create({ path: 'Later' });
  const before = await projectState(api);
  await expect(page.getByText('The project changed since this was rehearsed.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Merge.*Enter/ })).toBeDisabled();
  await look(ana, 'merge-stale');
  await page.getByRole('button', { name: 'Rehearse again' }).click();
  await expect(review.item('reopen in May')).toContainText('Ours');
  await expect(review.item('the ministry said')).toContainText('Leave');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  await expect(page.getByText('1 item left for another time')).toBeVisible();
  await look(ana, 'merge-done');
  const marks = await api.highlights.ofSource({ sourceId });
  expect(
    marks.map(({ quote, note, analystId }) => [quote, note, analystId === talks.analystId]),
  ).toEqual([
    ['Talks on the harbour resumed', null, true],
    ['The pier', null, false],
    ['reopen in May', 'When is that, in which year?', true],
    ['Nobody asked', 'A voice is missing', true],
  ]);
  expect((await api.claims.list({}))[0]?.statement).toBe(
    'The talks about the harbour began again on Monday',
  );
  expect(await api.highlights.unplaced({})).toHaveLength(1);

  // Undone as a whole, it is there to be taken again.
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(shellPage(ana).messages).toContainText('Undone: Merge');
  expect(await projectState(api)).toEqual(before);
  await review.merge(back);
  expect(await review.lists()).toEqual(lists);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
  const offers = page.getByRole('region', { name: 'Actors that may be the same' });
  await offers.getByRole('button', { name: 'Join The ministry' }).click();
  await expect(offers.getByText('Joined', { exact: true })).toBeVisible();
  await expect(page.getByText('undo takes that back first')).toBeVisible();
  expect((await api.actors.list({})).filter(({ name }) => name === 'The ministry')).toHaveLength(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(shellPage(ana).messages).toContainText('Undone: Join');
  await expect(page.getByRole('button', { name: 'Undo the merge' })).toBeHidden();
  expect((await api.project.verify({})).failures).toEqual([]);
});

test('marks of a source whose text reads otherwise here are moved to their words, or listed', async ({
  launch,
  folder,
}) => {
  const ana = await launch(small);
  const { api } = ana;
  await api.projects.setProfile({ name: 'Ana Silva', initials: 'AS', colour: 0 });
  const [sourceId] = await startProject(ana, folder, [harbour]);
  if (sourceId === undefined) throw new Error('There is no source');
  const review = new ReviewPage(ana);
  const toBen = join(folder, 'To Ben.attest-parcel');
  await review.pack(toBen, { withSources: true });
  const fromBen = join(folder, 'From Ben.attest-parcel');
  const otherText = join(folder, 'Other text.attest-parcel');
  const hash = (await api.sources.get({ sourceId })).textSha256;
  await asColleague('Ben Ode', join(folder, 'Ben.attest'), async (ben) => {
    await ben.merges.take({ path: toBen });
    await markWords(ben as Api, sourceId, 'Talks on the harbour');
    await markWords(ben as Api, sourceId, 'Others doubt');
    await ben.merges.pack({ path: fromBen });
  });
  // Ben's copy of the source had a line more above, and other words at one place.
  rewriteParcel(fromBen, otherText, (text) =>
    text
      .replaceAll(
        hash,
        hash.replaceAll(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0')),
      )
      .replaceAll('"spans":[[0,20]]', '"spans":[[30,50]]')
      .replaceAll('Others doubt', 'Some  praise'),
  );
  await review.merge(otherText);
  await review.item('Talks on the harbour').click();
  await expect(review.detail).toContainText('Moved from 30-50 to 0-20');
  await review.narrow('List', 'Unplaced');
  await review.item('Some praise').click();
  await expect(review.detail).toContainText('Its words do not stand in the text here');
  await review.take();
  const marks = await api.highlights.ofSource({ sourceId });
  expect(marks.map(({ quote, spans }) => [quote, spans])).toEqual([
    ['Talks on the harbour', [[0, 20]]],
  ]);
  expect(await api.highlights.unplaced({})).toHaveLength(1);
  expect((await api.project.verify({})).failures).toEqual([]);
});

test('a file that cannot be believed is refused in one sentence, and nothing is changed', async ({
  launch,
  folder,
}) => {
  const ana = await launch(small);
  const { api, page } = ana;
  await startProject(ana, folder, [harbour]);
  const good = join(folder, 'Good.attest-parcel');
  const project = join(folder, 'Ben.attest');
  await asColleague('Ben Ode', project, async (ben) => {
    const sourceId = await addText(ben, 'The pier', 'A pier is not a port.');
    await markWords(ben as Api, sourceId, 'not a port');
    await ben.merges.pack({ path: good, withSources: true });
  });
  const made = (name: string, make: (path: string) => void): string => {
    const path = join(folder, name);
    make(path);
    return path;
  };
  const bytes = readFileSync(good);
  const files: readonly (readonly [string, RegExp])[] = [
    [
      made('Cut.attest-parcel', (path) =>
        writeFileSync(path, bytes.subarray(0, bytes.length - 40)),
      ),
      /cut off/,
    ],
    [made('Empty.attest-parcel', (path) => writeFileSync(path, '')), /no parcel of Attest/],
    [
      made('Letter.attest-parcel', (path) => writeFileSync(path, 'Dear colleague,')),
      /no parcel of Attest/,
    ],
    [made('Folder.attest-parcel', (path) => void mkdirSync(path)), /That is a folder/],
    [made('Empty.attest', (path) => writeFileSync(path, '')), /no parcel of Attest|no project/],
    [
      made('Cut.attest', (path) => {
        cpSync(project, path);
        truncateSync(path, 8192);
      }),
      /Nothing was changed/,
    ],
    [join(folder, 'Gone.attest-parcel'), /no such file/],
  ];
  const review = new ReviewPage(ana);
  const before = { state: await projectState(api), log: await api.history.list({ limit: 10 }) };
  for (const [path, sentence] of files) {
    ana.answerDialogs(path);
    await shellPage(ana).run('Merge a parcel or project');
    const failed = page.getByRole('alert').filter({ hasText: 'Nothing was merged' });
    await expect(failed, path).toContainText(sentence);
    await expect(failed, path).not.toContainText(/Error|SQLITE|errno|at .*:\d/);
    await expect(failed.getByRole('button', { name: 'Try again' })).toBeVisible();
    await failed.getByRole('button', { name: 'Put it aside' }).click();
  }
  // A text that is not what its hash says is left out, with the marks in it.
  const forged = made('Forged.attest-parcel', (path) =>
    rewriteParcel(good, path, (text) =>
      text.replace('A pier is not a port.', 'A pier is now a port.'),
    ),
  );
  await review.merge(forged);
  await page.getByText(/could not be believed or kept/).click();
  await expect(page.getByText(/is not what the parcel says/)).toBeVisible();
  await expect(review.item('The pier')).toHaveCount(0);
  await look(ana, 'merge-forged');
  await page.getByRole('button', { name: 'Put it aside' }).click();
  expect({ state: await projectState(api), log: await api.history.list({ limit: 10 }) }).toEqual(
    before,
  );
  await review.merge(good);
  await expect(review.item('not a port')).toBeVisible();
});

test('a parcel that is dropped is rehearsed, and another project too, where that is wanted', async ({
  launch,
  folder,
}) => {
  const ana = await launch(small);
  const { api, page } = ana;
  await startProject(ana, folder, [harbour]);
  const parcel = join(folder, 'From Ben.attest-parcel');
  const project = join(folder, 'Ben.attest');
  await asColleague('Ben Ode', project, async (ben) => {
    const sourceId = await addText(ben, 'The pier', 'A pier is not a port.');
    await markWords(ben as Api, sourceId, 'not a port');
    await ben.merges.pack({ path: parcel, withSources: true });
  });
  const review = new ReviewPage(ana);
  const heading = page.getByRole('heading', { name: /^Merge from/ });
  await dropFiles(page, [parcel]);
  await expect(heading).toContainText('Ben Ode’s project');
  await expect(review.item('not a port')).toBeVisible();
  await page.getByRole('button', { name: 'Put it aside' }).click();

  await dropFiles(page, [parcel, project]);
  await expect(shellPage(ana).messages).toContainText('one at a time');
  await expect(heading).toBeHidden();
  await shellPage(ana).messages.getByRole('button', { name: 'Close' }).click();

  await dropFiles(page, [project]);
  const dialog = page.getByRole('dialog', { name: 'This is another project' });
  await dialog.getByRole('button', { name: 'Rehearse a merge' }).click();
  await expect(heading).toContainText('Ben Ode’s project');
  await review.take();
  const [, pier] = await api.sources.list({});
  if (pier === undefined) throw new Error('The source did not come over');
  const marks = await api.highlights.ofSource({ sourceId: pier.id });
  expect(marks.map(({ quote, analystId }) => [quote, analystId])).toEqual([
    ['not a port', colleagueNamed('Ben Ode').id],
  ]);
  // The parcel holds what the project held.
  ana.answerDialogs(parcel);
  await shellPage(ana).run('Merge a parcel or project');
  await expect(page.getByText('Nothing new')).toBeVisible();
});
