import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
import { look } from './pages/look.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { shellPage } from './pages/shell-page.ts';
import { twoAnalysts } from './pages/two-analysts.ts';

test.setTimeout(180_000);

const harbour = {
  title: 'Harbour talks resume',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said. 🚢\nOthers doubt the date.',
};

test('a colleague judges mark, claim, attribution and grade; the author answers and takes over', async ({
  launch,
  folder,
}) => {
  const analysts = twoAnalysts(launch, folder);
  const first = await analysts.as('Ana Silva');
  const [source] = await startProject(first, folder, [harbour]);
  if (source === undefined) throw new Error('There is no source');
  const made = await markWords(first.api, source, 'The pier will reopen in May', {
    claim: { statement: 'The pier reopens in May' },
  });
  await markWords(first.api, source, 'Others doubt');
  await first.api.attributions.set({
    highlightId: made.id,
    links: [
      {
        actors: [{ name: 'Harbour ministry' }],
        role: null,
        forms: ['paraphrased'],
        cue: 'said',
        span: null,
        cueSpan: null,
        origin: null,
        inferred: false,
      },
    ],
  });
  await first.api.grades.add({
    targetKind: 'highlight',
    targetId: made.id,
    reliability: null,
    credibility: 4,
    reason: 'One ministry.',
  });
  await first.close();

  const ben = await analysts.as('Ben Ode');
  const his = new InspectorPage(ben.page);
  await his.openSource(harbour.title);
  await his.chooseMark('Others doubt');
  await ben.page.keyboard.press('d');
  await ben.page.getByRole('textbox', { name: 'Reason for the rejection' }).fill('No claim in it');
  await ben.page.keyboard.press('Enter');
  await expect(his.marks.getByRole('option', { name: /Rejected by Ben Ode/ })).toHaveCount(1);
  await expect(ben.page.getByTitle('No tag · Ana Silva · Rejected by Ben Ode')).toBeVisible();

  await his.chooseMark('The pier will');
  await ben.page.keyboard.press('y');
  await expect(his.marks.getByRole('option', { name: /Accepted by Ben Ode/ })).toHaveCount(1);
  await his.marks.press('Escape');
  const filter = his.pane.getByRole('combobox', { name: 'Verdict', exact: true });
  await filter.selectOption({ label: '✗ Rejected' });
  await expect(his.marks.getByRole('option')).toHaveCount(1);
  await filter.selectOption({ label: '✎ Change proposed' });
  await expect(his.pane.getByText('No mark fits')).toBeVisible();
  await filter.selectOption({ label: 'Any verdict' });

  const attribution = his.mark.getByRole('group', { name: 'Review of the attribution' });
  await attribution.getByRole('button', { name: 'Propose a change of the attribution' }).click();
  const chain = attribution.getByRole('group', { name: 'Proposed change' });
  await chain.getByRole('textbox', { name: 'Role' }).fill('spokesman');
  await chain.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(attribution.getByText('Change proposed by Ben Ode')).toBeVisible();
  await expect(attribution.getByRole('list', { name: 'Proposed' })).toContainText('spokesman');

  const grade = his.mark.getByRole('group', { name: 'Review of the grade' });
  await grade.getByRole('button', { name: 'Reject the grade' }).click();
  await grade.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(grade.getByText('A rejection needs a reason')).toBeVisible();
  await grade.getByRole('button', { name: 'Cancel' }).click();
  await grade.getByRole('button', { name: 'Propose a change of the grade' }).click();
  await grade.getByRole('combobox', { name: 'Proposed grade' }).selectOption('2');
  await grade.getByRole('textbox', { name: 'Reason', exact: true }).fill('The port says so too');
  await grade.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(grade.getByText('Change proposed by Ben Ode')).toBeVisible();

  await his.openTab('Claim');
  const review = his.pane.getByRole('region', { name: /^Review/ });
  await review.getByRole('button', { name: 'Propose a change…' }).click();
  await review.getByRole('combobox', { name: 'Proposed kind' }).selectOption({ label: 'Promise' });
  await review.getByRole('textbox', { name: 'Proposed event' }).fill('Opening of the pier');
  await review.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(review.getByRole('list', { name: 'Proposed' })).toContainText('Fact → Promise');
  await ben.screenshot('verdicts-claim-proposed');
  await shellPage(ben).tab('Claims').click();
  await expect(
    ben.page.getByRole('row').filter({ hasText: 'The pier reopens in May' }),
  ).toContainText('Change proposed');
  await ben.close();

  const ana = await analysts.as('Ana Silva');
  const { page } = ana;
  const hers = new InspectorPage(page);
  await hers.openSource(harbour.title);
  await hers.chooseMark('The pier will');
  await page.keyboard.press('u');
  await expect(shellPage(ana).messages).toContainText('This is your own mark: change it yourself');
  await page.keyboard.press('y');
  await expect(shellPage(ana).messages).toContainText('no verdict on it waits for your answer');
  const own = hers.mark.getByRole('group', { name: 'Review of the attribution' });
  await expect(own.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
  await own.getByRole('button', { name: 'Take over' }).click();
  await expect(hers.link(1).getByRole('textbox', { name: 'Role' })).toHaveValue('spokesman');
  await hers.mark
    .getByRole('group', { name: 'Review of the grade' })
    .getByRole('button', { name: 'Take over' })
    .click();
  await expect(hers.mark.getByText('Probably true', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(hers.mark.getByText('Doubtful', { exact: true }).first()).toBeVisible();
  await ana.screenshot('verdicts-author');

  await hers.chooseMark('Others doubt');
  await page.keyboard.press('d');
  await page.getByRole('textbox', { name: 'Why it stays' }).fill('It says who doubts');
  await page.keyboard.press('Enter');
  await expect(hers.mark.getByText('Kept as it is').first()).toBeVisible();
  await page.keyboard.press('d');
  await expect(shellPage(ana).messages).toContainText('no verdict on it waits for your answer');
  expect((await ana.api.project.verify({})).failures).toEqual([]);
});

test('a comment points to words, is answered and noted, at both sizes of the window', async ({
  launch,
  folder,
}) => {
  const analysts = twoAnalysts(launch, folder);
  const first = await analysts.as('Ana Silva');
  const [source] = await startProject(first, folder, [harbour]);
  if (source === undefined) throw new Error('There is no source');
  await markWords(first.api, source, 'The pier will reopen in May');
  await first.close();

  const ben = await analysts.as('Ben Ode', { width: 900, height: 600 });
  const his = new InspectorPage(ben.page);
  await his.openSource(harbour.title);
  await his.chooseMark('The pier will');
  await look(ben, 'verdict-box-none-small');
  await ben.page.keyboard.press('Shift+N');
  const place = his.mark.getByRole('group', { name: 'Words that it points to' });
  await expect(place).toContainText('select them in the text');
  await his.mark.getByRole('textbox', { name: 'Comment' }).fill('The ministry says it, not you');
  // Words are selected while the comment is being written.
  await new ReaderPage(ben.page).drag('the ministry said');
  await expect(his.mark.getByRole('textbox', { name: 'Comment' })).toHaveValue(
    'The ministry says it, not you',
  );
  await place.getByRole('button', { name: 'Point to the selected words' }).click();
  await expect(place).toContainText('“the ministry said”');
  await look(ben, 'comment-form-small');
  await his.mark.getByRole('textbox', { name: 'Comment' }).press('Enter');
  const comments = his.mark.getByRole('list', { name: 'Comments' });
  await expect(comments.getByRole('button', { name: 'the ministry said' })).toBeVisible();
  await ben.page.keyboard.press('u');
  await his.mark.getByRole('textbox', { name: 'Proposed note' }).fill('Quoted from the ministry');
  await look(ben, 'propose-mark-small');
  await his.mark.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(his.mark.getByText('Change proposed by Ben Ode')).toBeVisible();
  await ben.close();

  const ana = await analysts.as('Ana Silva');
  const hers = new InspectorPage(ana.page);
  await hers.openSource(harbour.title);
  await hers.chooseMark('The pier will');
  const thread = hers.mark.getByRole('list', { name: 'Comments' });
  await thread.getByRole('button', { name: 'the ministry said' }).click();
  await expect(hers.mark.getByRole('blockquote').first()).toContainText('The pier will');
  await hers.mark.getByRole('button', { name: 'Noted' }).click();
  await expect(thread).toContainText('Noted');
  await expect(hers.mark.getByRole('button', { name: 'Noted' })).toHaveCount(0);
  await thread.getByRole('button', { name: 'Reply' }).first().click();
  await hers.mark.getByRole('textbox', { name: 'Reply to Ben Ode' }).fill('Right 🙂 مرحبا');
  await ana.page.keyboard.press('Enter');
  await expect(thread).toContainText('Right 🙂 مرحبا');
  await look(ana, 'comment-thread');
  await ana.page.keyboard.press('y');
  await expect(shellPage(ana).messages).toContainText('Taken over: changed.');
  await expect(hers.mark.getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Quoted from the ministry',
  );
  await look(ana, 'verdict-box-answered');
});
