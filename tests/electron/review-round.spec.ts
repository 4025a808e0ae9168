import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, type LaunchedAttest } from './launch.ts';
import { AdjudicatePage } from './pages/adjudicate-page.ts';
import { AgreementPage } from './pages/agreement-page.ts';
import { InspectorPage } from './pages/inspector-page.ts';
import { projectState } from './pages/project-state.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { sourcesPane } from './pages/sources-pane.ts';
import { twoDesks } from './pages/two-desks.ts';
import { WaitingPage } from './pages/waiting-page.ts';

test.setTimeout(240_000);

const title = 'Harbour talks resume';
const text = [
  'Talks on the harbour resumed on Monday.',
  'The pier will reopen in May, the ministry said.',
  'Others doubt the date. 🚢',
  'Nobody asked the harbour master.',
].join('\n\n');
/** Both mark the talks; the pier in two ways; each marks something that the other does not. */
const hers = ['Talks on the harbour resumed', 'reopen in May', 'Others doubt the date'];
const his = [
  'Talks on the harbour resumed',
  'The pier will reopen in May',
  'the ministry said',
  'Nobody asked',
];

/** Marks words in the reader as one goes along, with the mouse and a key. */
async function mark({ page }: LaunchedAttest, wanted: readonly string[]): Promise<void> {
  await new InspectorPage(page).openSource(title);
  const reader = new ReaderPage(page);
  for (const words of wanted) {
    await reader.drag(words);
    await page.keyboard.press('h');
    await expect(reader.marks.getByRole('option').filter({ hasText: words })).toHaveCount(1);
    await page.keyboard.press('Escape');
  }
}

/** The marks that the inspector lists for the source: all that the analyst at work may see. */
async function expectMarks({ page }: LaunchedAttest, count: number): Promise<void> {
  const inspector = new InspectorPage(page);
  await inspector.openSource(title);
  await inspector.openTab('Marks');
  await expect(inspector.marks.getByRole('option')).toHaveCount(count);
}

test('two analysts, two projects, a whole round of review', async ({ launch, folder }) => {
  const desks = twoDesks(launch, folder, { width: 1440, height: 900 });
  const parcel = (name: string) => join(folder, `${name}.attest-parcel`);

  await test.step('Ben makes himself known, with a parcel that holds no markup yet', async () => {
    const ben = await desks.sitDown('Ben');
    await new ReviewPage(ben).pack(parcel('From Ben 1'));
  });

  await test.step('Ana assigns a source to both, marks it, and hands it over with its text', async () => {
    const ana = await desks.sitDown('Ana');
    const review = new ReviewPage(ana);
    await sourcesPane(ana).addText(title, text);
    await review.merge(parcel('From Ben 1'));
    await expect(ana.page.getByText('make Ben Ode known here')).toBeVisible();
    await review.take();
    await new WaitingPage(ana).assignAll(['Ana Silva', 'Ben Ode']);
    await mark(ana, hers);
    await review.pack(parcel('From Ana 2'), { withSources: true });
  });

  await test.step('Ben takes it in, marks without seeing her layer, hands in, and hands back', async () => {
    const ben = await desks.sitDown('Ben');
    const review = new ReviewPage(ben);
    await review.merge(parcel('From Ana 2'));
    await expect(review.item(title)).not.toHaveCount(0);
    for (const words of hers) await expect(review.item(words)).toHaveCount(0);
    await expect(ben.page.getByText(/seen when everybody has handed in/)).toBeVisible();
    await ben.screenshot('round-blind-rehearsal');
    await review.take();
    await expectMarks(ben, 0);
    await mark(ben, his);
    await expectMarks(ben, his.length);
    await new WaitingPage(ben).handIn(title);
    await expectMarks(ben, his.length);
    await review.pack(parcel('From Ben 3'));
  });

  await test.step('Ana sees nothing of his before she hands in, then both layers, and judges his marks', async () => {
    const ana = await desks.sitDown('Ana');
    const { page } = ana;
    const review = new ReviewPage(ana);
    await review.merge(parcel('From Ben 3'));
    for (const words of his) await expect(review.item(words)).toHaveCount(0);
    await review.take();
    await expectMarks(ana, hers.length);
    const waiting = new WaitingPage(ana);
    await waiting.handIn(title);
    // What both marked alike is one line of the list.
    await expectMarks(ana, hers.length + his.length - 1);
    await ana.screenshot('round-both-layers');

    await waiting.open();
    await waiting.show('Marks');
    await waiting.expectCount('Marks', 4);
    await waiting.lookAt('Marks', 'Talks on the harbour resumed');
    await page.keyboard.press('y');
    await waiting.expectCount('Marks', 3);
    await waiting.lookAt('Marks', 'The pier will reopen in May');
    await page.keyboard.press('u');
    await waiting.detail.getByRole('textbox', { name: 'Proposed tags' }).fill('Date');
    await waiting.detail.getByRole('button', { name: 'Propose', exact: true }).click();
    await waiting.expectCount('Marks', 2);
    await waiting.lookAt('Marks', 'the ministry said');
    await page.keyboard.press('d');
    await waiting.detail
      .getByRole('textbox', { name: 'Reason for the rejection' })
      .fill('Who said it is no claim');
    await page.keyboard.press('Enter');
    await waiting.expectCount('Marks', 1);
    await waiting.lookAt('Marks', 'Nobody asked');
    await page.keyboard.press('Shift+N');
    await waiting.detail.getByRole('textbox', { name: 'Comment' }).fill('Is silence a claim?');
    await page.keyboard.press('Enter');
    await expect(waiting.detail.getByRole('list', { name: 'Comments' })).toContainText(
      'Is silence',
    );
    await review.pack(parcel('From Ana 4'));
  });

  await test.step('Ben sees what was decided, by whom and why; answers, takes over, removes', async () => {
    const ben = await desks.sitDown('Ben');
    const { page } = ben;
    const review = new ReviewPage(ben);
    await review.merge(parcel('From Ana 4'));
    await review.take();
    const waiting = new WaitingPage(ben);
    await waiting.open();
    await waiting.show('Verdicts');
    await waiting.expectCount('Verdicts', 2);
    await waiting.lookAt('Verdicts', 'Who said it is no claim');
    await expect(waiting.detail.getByRole('list', { name: 'Verdicts' })).toContainText(
      'Rejected by Ana Silva',
    );
    await ben.screenshot('round-what-was-decided');
    await page.keyboard.press('y');
    await waiting.expectCount('Verdicts', 1);
    await waiting.lookAt('Verdicts', 'The pier will reopen in May');
    await expect(waiting.detail.getByRole('list', { name: 'Proposed' })).toContainText('Date');
    await page.keyboard.press('y');
    await waiting.expectCount('Verdicts', 0);
    await waiting.show('Comments');
    await waiting.lookAt('Comments', 'Is silence a claim?');
    await waiting.detail.getByRole('button', { name: 'Reply' }).click();
    await waiting.detail
      .getByRole('textbox', { name: 'Reply to Ana Silva' })
      .fill('It says who was left out');
    await page.keyboard.press('Enter');
    await waiting.expectCount('Comments', 0);
    await expectMarks(ben, hers.length + his.length - 2);
    await review.pack(parcel('From Ben 5'));
  });

  const agreed = [
    'Talks on the harbour resumed',
    'The pier will reopen in May',
    'Others doubt the date',
  ];
  await test.step('Ana takes it in, reads his answer, sees how far both agree, and settles by key', async () => {
    const ana = await desks.sitDown('Ana');
    const { page } = ana;
    const review = new ReviewPage(ana);
    await review.merge(parcel('From Ben 5'));
    await review.narrow('List', 'Removed');
    await expect(review.item('the ministry said')).toHaveCount(1);
    await review.take();
    const waiting = new WaitingPage(ana);
    await waiting.open();
    await waiting.show('Comments');
    await waiting.lookAt('Comments', 'It says who was left out');

    const agreement = new AgreementPage(ana);
    await agreement.open();
    await agreement.expectFigure('F1, exact spans', '0.333');
    await expect(agreement.disagreements).toHaveCount(3);
    await agreement.disagreements.filter({ hasText: 'pier' }).click();

    const walk = new AdjudicatePage(ana);
    await walk.open();
    await page.getByRole('button', { name: 'Take over 1 mark that both made' }).click();
    await expect(page.getByRole('button', { name: /^Take over/ })).toHaveCount(0);
    await walk.focusList();
    await walk.expectStep('Boundary', 'The pier will reopen in May');
    await page.keyboard.press('2');
    await walk.expectSettled(1, 3);
    await walk.expectStep('Missing', 'Others doubt the date');
    await page.keyboard.press('1');
    await walk.expectSettled(2, 3);
    await review.pack(parcel('From Ana 6'));
  });

  const ended = await test.step('Ben settles what is left, and sees the same figure', async () => {
    const ben = await desks.sitDown('Ben');
    const { page } = ben;
    const review = new ReviewPage(ben);
    await review.merge(parcel('From Ana 6'));
    await review.take();
    const walk = new AdjudicatePage(ben);
    await walk.open();
    await walk.expectSettled(2, 3);
    await walk.expectStep('Missing', 'Nobody asked');
    await walk.step.getByRole('textbox', { name: 'Reason' }).fill('Silence says nothing');
    await walk.focusList();
    await page.keyboard.press('0');
    await walk.expectSettled(3, 3);
    await ben.screenshot('round-settled');
    const agreement = new AgreementPage(ben);
    await agreement.open();
    await agreement.expectFigure('F1, exact spans', '0.333');
    await review.pack(parcel('From Ben 7'));
    return projectState(ben.api);
  });

  await test.step('Ana takes that in too: both projects hold the same', async () => {
    const ana = await desks.sitDown('Ana');
    const review = new ReviewPage(ana);
    await review.merge(parcel('From Ben 7'));
    await review.take();
    const walk = new AdjudicatePage(ana);
    await walk.open();
    await walk.expectSettled(3, 3);
    expect(await projectState(ana.api)).toEqual(ended);
    const layer = (await ana.api.project.analysts({})).find(({ name }) => name === 'Agreed');
    const [source] = await ana.api.sources.list({});
    if (source === undefined) throw new Error('The source is gone');
    const marks = await ana.api.highlights.ofSource({ sourceId: source.id });
    expect(
      marks.flatMap(({ analystId, quote }) => (analystId === layer?.id ? [quote] : [])),
    ).toEqual(agreed);
    expect((await ana.api.project.verify({})).failures).toEqual([]);
    // A parcel that was taken is taken once.
    await review.expectNothingNew(parcel('From Ben 7'));
  });
});
