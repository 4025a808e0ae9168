import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { ClaimsPage } from './pages/claims-page.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  outlet: 'The Evening Post',
  text: 'The pier will reopen in May. The works cost nine million. Ferries run again.',
};

test('claims are narrowed, ordered, walked through by keys and opened where they were marked', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const works = await api.tags.create({ path: 'works' });
  await markWords(api, source, 'The pier will reopen in May', {
    claim: { statement: 'Pier reopens in May', kind: 'prediction' },
    tagIds: [works.id],
  });
  await markWords(api, source, 'The works cost nine million', {
    claim: { statement: 'Works cost nine million', status: 'disputed' },
    tagIds: [works.id],
  });
  await api.claims.create({ statement: 'Ferries are safe' });

  const claims = new ClaimsPage(page);
  const inspector = new InspectorPage(page);
  await claims.open();
  const made = ['Pier reopens in May', 'Works cost nine million', 'Ferries are safe'];
  await claims.expectStatements(made);
  expect(await claims.grid.getAttribute('aria-rowcount')).toBe('4');

  await claims.sortBy('Statement');
  await claims.expectStatements([made[2], made[0], made[1]] as string[]);
  await claims.sortBy('Mentions');
  await claims.sortBy('Mentions');
  await expect(claims.grid.getByRole('columnheader', { name: 'Mentions' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await claims.expectStatements(made);

  await claims.words.fill('works million');
  await claims.expectStatements([made[1]] as string[]);
  await claims.words.fill('');
  await claims.expectStatements(made);
  await claims.filterBy('Tag', 'works');
  await claims.expectStatements(made.slice(0, 2));
  await claims.filterBy('Status', 'Disputed');
  await claims.expectStatements([made[1]] as string[]);
  await page.getByRole('button', { name: 'Remove Status: Disputed' }).click();
  await page.getByRole('button', { name: 'Remove Tag: works' }).click();
  await claims.expectStatements(made);

  await claims.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(claims.row('Works cost')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.pane.getByRole('textbox', { name: 'Statement' })).toHaveValue(
    'Works cost nine million',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: `Text of ${harbour.title}` })).toBeVisible();
  await inspector.openTab('Marks');
  await expect(inspector.mark.getByRole('blockquote')).toHaveText('The works cost nine million');
});

test('several claims are tagged and removed together; a claim is made without a mention', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  await startProject(attest, folder, []);
  const claims = new ClaimsPage(page);
  const inspector = new InspectorPage(page);
  await claims.open();
  await expect(page.getByText('No claims yet')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'New claim…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New claim' });
  await dialog.getByRole('textbox', { name: 'Statement' }).fill('Nobody said this yet');
  await dialog.getByRole('button', { name: 'Create claim' }).click();
  await expect(claims.row('Nobody said')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.pane.getByText('the claim is unsupported')).toBeVisible();

  await api.claims.create({ statement: 'Second' });
  await api.claims.create({ statement: 'Third' });
  await claims.row('Second').click();
  await claims.row('Third').click({ modifiers: ['Shift'] });
  await expect(page.getByText('2 of 3 claims chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Tag 2…' }).click();
  const tagging = page.getByRole('dialog', { name: 'Tag 2 claims' });
  await inspector.pick(tagging.getByRole('combobox'), 'to/check', 'New tag “to/check”');
  await expect(tagging.getByRole('list').getByText('to/check')).toBeVisible();
  await tagging.getByRole('button', { name: 'Add tags' }).click();
  await expect(tagging).toHaveCount(0);
  expect((await api.claims.list({})).map((row) => row.tagIds.length)).toEqual([0, 1, 1]);

  await claims.grid.focus();
  await page.keyboard.press('Delete');
  const removing = page.getByRole('dialog', { name: 'Remove 2 claims?' });
  await removing.getByRole('button', { name: 'Remove 2 claims' }).click();
  await claims.expectStatements(['Nobody said this yet']);
});

test('two thousand claims are a table of which only the rows in view are drawn', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  await startProject(attest, folder, []);
  await page.evaluate(async () => {
    for (let number = 1; number <= 2_000; number += 1) {
      await window.attest.send({
        domain: 'claims',
        method: 'create',
        input: { statement: `Claim ${number}` },
      });
    }
  });
  const claims = new ClaimsPage(page);
  await claims.open();
  await expect(claims.grid).toHaveAttribute('aria-rowcount', '2001');
  await claims.grid.focus();
  await page.keyboard.press('End');
  await expect(claims.row('Claim 2000')).toHaveAttribute('aria-rowindex', '2001');
  await expect(claims.row('Claim 2000')).toBeInViewport();
  expect(await claims.grid.getByRole('row').count()).toBeLessThan(80);
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing in the claims and the inspector hinders assistive technology (${theme})`, async ({
    launch,
    folder,
  }) => {
    const attest = await launch({ size: { width: 1440, height: 900 } });
    const { api, page } = attest;
    const [source] = await startProject(attest, folder, [harbour]);
    if (source === undefined) throw new Error('A source is needed');
    await api.window.setTheme({ theme });
    await page.emulateMedia({ colorScheme: theme });
    const tag = await api.tags.create({ path: 'works/pier' });
    await api.tags.edit({ tagId: tag.id, patch: { key: 2, description: 'The pier itself' } });
    const mark = await markWords(api, source, 'The pier will reopen in May', {
      claim: { statement: 'Pier reopens in May' },
      tagIds: [tag.id],
      stance: 'asserts',
    });
    const ferries = await api.claims.create({ statement: 'Ferries run' });
    if (mark.claimId === null) throw new Error('The claim is missing');
    await api.claims.addLink({
      fromClaimId: mark.claimId,
      kind: 'contradicts',
      toClaimId: ferries.id,
      reason: 'They cannot both be.',
    });
    await api.claims.addCheck({
      claimId: mark.claimId,
      check: { how: 'Origin not held', against: null, checkedAt: null, result: null },
    });
    await api.attributions.set({
      highlightId: mark.id,
      links: [
        {
          actors: [{ name: 'Mara Lindqvist' }, { unnamed: 'an aide' }],
          role: 'minister',
          forms: ['quoted'],
          cue: 'said',
          span: [0, 8],
          cueSpan: null,
          origin: { kind: 'readout', title: 'Talks', issuer: null, date: null, sourceId: null },
          inferred: false,
        },
      ],
    });
    await api.grades.add({
      targetKind: 'highlight',
      targetId: mark.id,
      reliability: null,
      credibility: 6,
      reason: 'Alone so far',
    });
    const inspector = new InspectorPage(page);
    const claims = new ClaimsPage(page);
    await inspector.openSource(harbour.title);
    await inspector.chooseMark('The pier will reopen');
    await expect(inspector.link(1)).toBeVisible();
    const scan = async (name: string): Promise<void> => {
      await attest.screenshot(`inspector-${name}-${theme}`);
      expect(await findAxeProblems(page)).toEqual([]);
    };
    await scan('mark');
    await inspector.openTab('Claim');
    await expect(inspector.pane.getByRole('region', { name: /^Checks/ })).toBeVisible();
    await scan('claim');
    await inspector.openTab('Tags');
    await inspector.tag('pier').click();
    await scan('tags');
    await inspector.openTab('Actors');
    await inspector.pane.getByRole('button', { name: /Mara Lindqvist/ }).click();
    await scan('actors');
    await claims.open();
    await claims.row('Pier reopens').click();
    await scan('table');
  });
}
