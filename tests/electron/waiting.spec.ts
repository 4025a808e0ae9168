import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { markWords, startProject } from './pages/inspector-page.ts';
import { look } from './pages/look.ts';
import { ReviewPage } from './pages/review-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { twoAnalysts } from './pages/two-analysts.ts';

test.setTimeout(240_000);

const words = Array.from({ length: 450 }, (_, index) => `word${index}`);
const long = { title: 'A long list', text: words.join(' ') };
const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks on the harbour resumed on Monday. 🚢\nThe pier will reopen in May, the ministry said.\nOthers doubt the date.',
};
const empty = { title: 'Nothing here', text: 'The weather stays fine.' };

test('what waits is gone through by key and decided in place, however much it is', async ({
  launch,
  folder,
}) => {
  const analysts = twoAnalysts(launch, folder);
  const first = await analysts.as('Ana Silva');
  const [harbourId, longId] = await startProject(first, folder, [harbour, long, empty]);
  if (harbourId === undefined || longId === undefined) throw new Error('Sources are missing');
  await markWords(first.api, harbourId, 'Talks on the harbour resumed');
  await markWords(first.api, harbourId, 'The pier will reopen in May', {
    claim: { statement: 'The pier reopens in May' },
  });
  await markWords(first.api, harbourId, 'Others doubt');
  await first.api.highlights.createAll({
    sourceId: longId,
    spans: words.map((word) => {
      const start = long.text.indexOf(`${word} `);
      return start < 0
        ? [long.text.length - word.length, long.text.length]
        : [start, start + word.length];
    }),
  });
  await first.close();

  const ben = await analysts.as('Ben Ode', { width: 900, height: 600 });
  const { page } = ben;
  await new ReviewPage(ben).open('Waiting');
  const pane = page.getByRole('region', { name: 'Waiting for me' });
  const marks = pane.getByRole('listbox', { name: 'Marks' });
  const detail = pane.getByRole('region', { name: 'What waits' });
  await expect(pane.getByRole('radio', { name: 'Marks (453)' })).toBeChecked();
  await expect(pane.getByText('0 of 2 sources done, 453 marks open.')).toBeVisible();
  await marks.focus();
  await expect(detail.getByRole('blockquote')).toContainText('Talks on the harbour');
  await look(ben, 'waiting-marks-small');

  // One key a verdict; the next comes by itself.
  await page.keyboard.press('y');
  await expect(pane.getByRole('radio', { name: 'Marks (452)' })).toBeChecked();
  await expect(detail.getByRole('blockquote').locator('mark')).toHaveText(
    'The pier will reopen in May',
  );
  await page.keyboard.press('d');
  await detail.getByRole('textbox', { name: 'Reason for the rejection' }).fill('Not what it says');
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('radio', { name: 'Marks (451)' })).toBeChecked();
  await expect(detail.getByRole('blockquote').locator('mark')).toHaveText('Others doubt');
  await page.keyboard.press('u');
  await detail.getByRole('textbox', { name: 'Proposed tags' }).fill('Doubt');
  await look(ben, 'waiting-propose-small');
  await detail.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(pane.getByRole('radio', { name: 'Marks (450)' })).toBeChecked();
  await expect(detail.getByRole('blockquote').locator('mark')).toHaveText('word0');
  await page.keyboard.press('j');
  await expect(detail.getByRole('blockquote').locator('mark')).toHaveText('word1');
  await page.keyboard.press('k');
  await expect(detail.getByRole('blockquote').locator('mark')).toHaveText('word0');

  // Everything is reached, not only the first few hundred.
  await marks.focus();
  const last = marks.getByRole('option').filter({ hasText: /^word449A/ });
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(last).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('End');
  await expect(detail.getByRole('blockquote').locator('mark')).toHaveText('word449');
  await page.keyboard.press('g');
  await expect(shellPage(ben).tab('Reader')).toHaveAttribute('aria-selected', 'true');

  // Progress, and a source in which there is nothing to mark.
  await new ReviewPage(ben).open('Waiting');
  await pane.getByText('Progress', { exact: true }).click();
  const progress = pane.getByRole('listbox', { name: 'Progress of the review' });
  await expect(pane.getByRole('list', { name: 'Progress by analyst' })).toContainText(
    'Ben Ode (you): 1 of 2 sources done, 450 marks open',
  );
  await progress.focus();
  await page.keyboard.press('Home');
  await look(ben, 'waiting-progress-small');
  const mine = progress
    .getByRole('option')
    .filter({ hasText: 'A long list' })
    .filter({ hasText: 'Ben Ode' });
  await mine.click();
  await pane
    .getByRole('group', { name: 'The chosen source' })
    .getByRole('button', { name: 'Nothing to mark here' })
    .click();
  await expect(mine).toContainText('Nothing to mark');
  await expect(pane.getByText('2 of 2 sources done, 0 marks open.')).toBeVisible();
  const talk = pane.getByRole('group', { name: 'Review of the source' });
  await expect(talk).toContainText('Nothing to mark by Ben Ode');
  await talk.getByRole('button', { name: 'Comment…' }).click();
  await talk.getByRole('textbox', { name: 'Comment' }).fill('Only numbers in it');
  await page.keyboard.press('Enter');
  await expect(talk.getByRole('list', { name: 'Comments' })).toContainText('Only numbers in it');
  await look(ben, 'waiting-source-small');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(talk.getByRole('list', { name: 'Comments' })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pane.getByText('1 of 2 sources done, 450 marks open.')).toBeVisible();

  // Narrowed to one source.
  await pane.getByText(/^Marks \(/).click();
  await pane.getByRole('combobox', { name: 'In source' }).selectOption({ label: harbour.title });
  await expect(pane.getByText('No mark waits for your verdict')).toBeVisible();
  await look(ben, 'waiting-empty-small');
  await ben.close();

  // The author sees what was decided, and answers in the same place.
  const ana = await analysts.as('Ana Silva');
  await new ReviewPage(ana).open('Waiting');
  const hers = ana.page.getByRole('region', { name: 'Waiting for me' });
  const verdicts = hers.getByRole('listbox', { name: 'Verdicts' });
  await expect(hers.getByRole('radio', { name: 'Verdicts (2)' })).toBeChecked();
  await verdicts.focus();
  await ana.page.keyboard.press('Home');
  await look(ana, 'waiting-verdict-proposed');
  await ana.page.keyboard.press('y');
  await expect(hers.getByRole('radio', { name: 'Verdicts (1)' })).toBeChecked();
  await expect(hers.getByRole('region', { name: 'What waits' })).toContainText('Not what it says');
  await look(ana, 'waiting-verdict-rejected');
  await ana.page.keyboard.press('d');
  await ana.page.getByRole('textbox', { name: 'Why it stays' }).fill('It says so in line two');
  await ana.page.keyboard.press('Enter');
  await expect(hers.getByRole('radio', { name: 'Verdicts (0)' })).toBeVisible();
  expect((await ana.api.project.verify({})).failures).toEqual([]);
});

test('several sources are assigned for blind marking, handed in, and taken back', async ({
  launch,
  folder,
}) => {
  const analysts = twoAnalysts(launch, folder);
  const first = await analysts.as('Ana Silva');
  const [harbourId] = await startProject(first, folder, [harbour, long, empty]);
  if (harbourId === undefined) throw new Error('There is no source');
  await markWords(first.api, harbourId, 'Others doubt');
  await first.close();

  const ben = await analysts.as('Ben Ode', { width: 900, height: 600 });
  const { page } = ben;
  const shell = shellPage(ben);
  await new ReviewPage(ben).open('Waiting');
  const pane = page.getByRole('region', { name: 'Waiting for me' });
  await pane.getByText('Blind', { exact: true }).click();
  await expect(pane.getByText('Nothing is marked blind')).toBeVisible();
  await pane.getByRole('button', { name: 'Assign sources…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign for blind marking' });
  const sources = dialog.getByRole('listbox', { name: 'Sources to assign' });
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dialog.getByText('Choose a source first.')).toBeVisible();
  await sources.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(dialog.getByText('1 source chosen')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Find sources' }).fill('harbour');
  await expect(sources.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('textbox', { name: 'Find sources' }).fill('');
  await dialog.getByRole('button', { name: 'Choose all that fit (3)' }).click();
  await expect(dialog.getByText('3 sources chosen')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Ana Silva' }).check();
  await dialog.getByRole('checkbox', { name: 'Ben Ode' }).check();
  await look(ben, 'assign-dialog-small');
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(shell.messages).toContainText('Assigned for blind marking: 3 sources.');

  const list = pane.getByRole('listbox', { name: 'Assigned for blind marking' });
  await expect(list.getByRole('option')).toHaveCount(3);
  const row = list.getByRole('option').filter({ hasText: harbour.title });
  await row.click();
  await expect(row).toContainText('Ana Silva – not yet');
  const chosen = pane.getByRole('group', { name: 'The chosen assignment' });
  await chosen.getByRole('button', { name: 'Hand in' }).click();
  await expect(row).toContainText('Ben Ode ✓ handed in');
  await look(ben, 'assignments-small');
  await list.getByRole('option').filter({ hasText: empty.title }).click();
  await page.keyboard.press('Delete');
  await expect(list.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list.getByRole('option')).toHaveCount(3);
  await pane.getByText('Progress', { exact: true }).click();
  await expect(
    pane.getByRole('listbox', { name: 'Progress of the review' }).getByRole('option').first(),
  ).toContainText('Blind');
});
