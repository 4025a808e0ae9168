import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';
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
