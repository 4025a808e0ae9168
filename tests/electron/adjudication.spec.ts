import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Api } from '../../src/shared/contract/api.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { asColleague } from './colleague.ts';
import { test } from './launch.ts';
import { AdjudicatePage } from './pages/adjudicate-page.ts';
import { look } from './pages/look.ts';
import { markWords, startProject } from './pages/inspector-page.ts';
import { shellPage } from './pages/shell-page.ts';

test.setTimeout(120_000);

const ferry = {
  title: 'Ferry strike ends',
  text: 'The ferry strike ended at dawn.\nCrews will sail again on Friday, the union said.\nThe owner spoke of “a fair deal” ⛴️ and of new ships.\nNobody asked the passengers.',
};

type Marking = Pick<Api, 'sources' | 'highlights' | 'attributions' | 'grades' | 'tags'>;

/** What both mark alike, and what each marks in a way of their own. */
async function markAll(api: Marking, sourceId: SourceId, isAna: boolean): Promise<void> {
  const tag = await api.tags.create({ path: isAna ? 'Dispute' : 'Deal' });
  const mark = (words: string, more: object = {}) => markWords(api as Api, sourceId, words, more);
  await mark(isAna ? 'The ferry strike ended' : 'ferry strike ended at dawn');
  await mark('sail again on Friday', { tagIds: [tag.id] });
  const said = await mark('the union said');
  const name = isAna ? 'The union' : 'A spokesman';
  await api.attributions.set({
    highlightId: said.id,
    links: [
      {
        actors: [{ name }],
        role: null,
        forms: [],
        cue: 'said',
        span: null,
        cueSpan: null,
        origin: null,
        inferred: false,
      },
    ],
  });
  const fair = await mark('“a fair deal” ⛴️');
  const given = { reliability: null, reason: null };
  await api.grades.add({
    targetKind: 'highlight',
    targetId: fair.id,
    ...given,
    credibility: isAna ? 2 : 4,
  });
  await api.grades.add({
    targetKind: 'source',
    targetId: sourceId,
    credibility: null,
    reliability: isAna ? 'B' : 'D',
    reason: isAna ? 'Held up before' : 'Was wrong twice',
  });
  if (!isAna) await mark('Nobody asked');
}

test('disagreements of every kind are settled by key; each decision is kept and one is taken back', async ({
  launch,
  folder,
}) => {
  const ana = await launch({ size: { width: 900, height: 600 } });
  const { api, page } = ana;
  await api.projects.setProfile({ name: 'Ana Silva', initials: 'AS', colour: 0 });
  const [sourceId] = await startProject(ana, folder, [ferry]);
  if (sourceId === undefined) throw new Error('There is no source');
  await markAll(api, sourceId, true);
  const parcel = join(folder, 'From Ben.attest-parcel');
  await asColleague('Ben Ode', join(folder, 'Ben.attest'), async (ben) => {
    const outcome = await ben.sources.importPasted({
      text: ferry.text,
      html: null,
      metadata: { title: ferry.title },
      jobId: 'paste',
    });
    if (outcome.sourceId === null) throw new Error('The source did not come in');
    await markAll(ben, outcome.sourceId, false);
    await ben.merges.pack({ path: parcel });
  });
  const walk = new AdjudicatePage(ana);
  await walk.review.merge(parcel);
  await walk.review.take();
  await walk.open();
  await expect(walk.rows).toHaveCount(6);
  await walk.focusList();
  await walk.expectStep('Reliability', 'Ferry strike ends');
  await expect(walk.step.getByRole('row', { name: /^Reason/ })).toContainText('Was wrong twice');
  await look(ana, 'adjudicate-grade');
  await page.keyboard.press('1');
  await walk.expectSettled(1, 6);
  await walk.expectStep('Boundary', 'The ferry strike ended');
  await look(ana, 'adjudicate-boundary');
  await page.keyboard.press('2');
  await walk.expectSettled(2, 6);
  await walk.expectStep('Tags', 'sail again on Friday');
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Put both together' })).toBeVisible();
  await page.keyboard.press('Enter');
  await walk.expectSettled(3, 6);
  await walk.expectStep('Attribution', 'the union said');
  await expect(walk.step.getByRole('row', { name: /^Attribution/ })).toContainText('A spokesman');
  await page.keyboard.press('1');
  await walk.expectSettled(4, 6);
  await walk.expectStep('Credibility', '“a fair deal” ⛴️');
  await walk.step.getByRole('textbox', { name: 'Reason' }).fill('One side alone says it is fair');
  await walk.focusList();
  await page.keyboard.press('2');
  await walk.expectSettled(5, 6);
  await walk.expectStep('Missing', 'Nobody asked');
  // Ana made no version: her key does nothing.
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await walk.expectSettled(6, 6);
  await page.keyboard.press('ControlOrMeta+z');
  await walk.expectSettled(5, 6);
  await page.keyboard.press('0');
  await walk.expectSettled(6, 6);

  // Each decision stands with who, when and why, at its place and in the log.
  await page.keyboard.press('k');
  await walk.expectStep('Credibility', 'Settled by Ana Silva');
  await expect(walk.step).toContainText('One side alone says it is fair');
  await look(ana, 'adjudicate-decided');
  await shellPage(ana).tab('Activity').click();
  const activity = page.getByRole('listbox', { name: 'Activity' }).getByRole('option');
  for (const [words, how] of [
    ['“Nobody asked”', 'neither version'],
    ['“a fair deal” ⛴️', 'One side alone says it is fair'],
    ['“the union said”', 'Ana Silva’s version'],
    ['“sail again on Friday”', 'put together'],
    ['ferry strike ended', 'Ben Ode’s version'],
    ['Ferry strike ends: B or D', 'Ana Silva’s version'],
  ] as const) {
    const row = activity.filter({ hasText: `Adjudicate` }).filter({ hasText: words });
    await expect(row.filter({ hasText: how })).toHaveCount(1);
  }

  const agreed = (await api.project.analysts({})).find(({ name }) => name === 'Agreed');
  const layer = (await api.highlights.ofSource({ sourceId })).filter(
    ({ analystId }) => analystId === agreed?.id,
  );
  expect(layer.map(({ quote, tagIds }) => [quote, tagIds.length])).toEqual([
    ['ferry strike ended at dawn', 0],
    ['sail again on Friday', 2],
    ['the union said', 0],
    ['“a fair deal” ⛴️', 0],
  ]);
  expect((await api.sources.get({ sourceId })).reliability).toBe('B');
  expect((await api.project.verify({})).failures).toEqual([]);
});
