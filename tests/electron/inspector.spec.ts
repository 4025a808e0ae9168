import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { ReaderPage } from './pages/reader-page.ts';
import { InspectorPage, markWords, startProject } from './pages/inspector-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  outlet: 'The Evening Post',
  text: [
    'Talks on the harbour resumed on Monday.',
    '“The pier will reopen in May,” Mara Lindqvist said, according to the ministry.',
    'A senior official called the plan a risk.',
  ].join('\n'),
};
const radio = {
  title: 'Radio bulletin',
  outlet: 'Coast Radio',
  text: 'The pier will reopen in May, the ministry announced. Others doubt it.',
};

test('a quotation is attributed to a person via a ministry, with the readout it rests on', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  const [first, second] = await startProject(attest, folder, [harbour, radio]);
  if (first === undefined || second === undefined) throw new Error('Two sources are needed');
  const mark = await markWords(api, first, 'The pier will reopen in May');
  const other = await markWords(api, second, 'The pier will reopen in May');
  const inspector = new InspectorPage(page);
  await inspector.openSource(harbour.title);
  await inspector.chooseMark('The pier will reopen');

  await page.keyboard.press('a');
  await expect(inspector.link(1).getByRole('combobox', { name: 'Actors' })).toBeFocused();
  await page.keyboard.type('Mara Lindqvist');
  await expect(page.getByRole('option', { name: 'New actor “Mara Lindqvist”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await inspector.link(1).getByRole('textbox', { name: 'Role' }).fill('harbour minister');
  await inspector.link(1).getByRole('textbox', { name: 'Cue' }).fill('said');
  await inspector.link(1).getByRole('checkbox', { name: 'Quoted', exact: true }).check();

  await inspector.mark.getByRole('button', { name: 'Add link' }).click();
  await expect(inspector.link(2).getByRole('combobox', { name: 'Actors' })).toBeFocused();
  await page.keyboard.type('Harbour Ministry');
  await expect(page.getByRole('option', { name: 'New actor “Harbour Ministry”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await inspector.link(2).getByRole('checkbox', { name: 'Paraphrased' }).check();
  await inspector.pick(
    inspector.link(2).getByRole('combobox', { name: 'Origin' }),
    'Readout of the harbour talks',
    /New origin/,
  );
  const dialog = page.getByRole('dialog', { name: 'New origin' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Readout of the harbour talks',
  );
  await dialog.getByRole('combobox', { name: 'Kind' }).fill('readout');
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill('Harbour Ministry');
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2021-03');
  await dialog.getByRole('button', { name: 'Use origin' }).click();

  const text =
    'Mara Lindqvist (harbour minister), "said", quoted → Harbour Ministry, paraphrased [readout: Readout of the harbour talks, Harbour Ministry, 2021-03]';
  await expect(inspector.mark.getByText(text)).toBeVisible();
  await expect
    .poll(async () => (await api.attributions.of({ highlightId: mark.id }))?.text)
    .toBe(text);
  const stored = await api.attributions.of({ highlightId: mark.id });
  expect(stored?.attribution.links).toMatchObject([
    { role: 'harbour minister', forms: ['quoted'], cue: 'said', originId: null },
    { role: null, forms: ['paraphrased'], originId: stored?.origins[0]?.id },
  ]);

  await inspector.openSource(radio.title);
  await inspector.chooseMark('The pier will reopen');
  await inspector.mark.getByRole('button', { name: 'Same as last mark' }).click();
  await expect(inspector.mark.getByText(text)).toBeVisible();
  const copied = await api.attributions.of({ highlightId: other.id });
  expect(copied?.attribution.links).toEqual(stored?.attribution.links);
});

test('speaker and cue are taken from the selection, unnamed actors stay apart, links move', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const mark = await markWords(api, source, 'the plan a risk');
  const inspector = new InspectorPage(page);
  await inspector.openSource(harbour.title);
  await inspector.chooseMark('the plan a risk');
  await inspector.mark.getByRole('radio', { name: 'Somebody' }).check({ force: true });
  const link = inspector.link(1);
  await inspector.pick(
    link.getByRole('combobox', { name: 'Actors' }),
    'a senior official',
    /^Unnamed/,
  );

  const reader = new ReaderPage(page);
  await reader.drag('A senior official');
  const speaker = link.getByRole('group', { name: 'Speaker in the text' });
  await speaker.getByRole('button', { name: 'Use the reader’s selection' }).click();
  await expect(speaker.getByRole('button', { name: 'A senior official' })).toBeVisible();
  const { before, after } = await reader.characterSides('called', 1);
  await page.mouse.dblclick((before.x + after.x) / 2, before.y);
  await expect.poll(() => reader.selected()).toBe('called');
  await page.keyboard.press('q');
  await expect(link.getByRole('textbox', { name: 'Cue', exact: true })).toHaveValue('called');
  const place = (words: string): readonly [number, number] => {
    const start = harbour.text.indexOf(words);
    return [start, start + words.length];
  };
  await expect
    .poll(async () => (await api.attributions.of({ highlightId: mark.id }))?.attribution.links)
    .toMatchObject([{ span: place('A senior official'), cueSpan: place('called'), cue: 'called' }]);
  const actors = await api.actors.list({});
  expect(actors).toMatchObject([{ name: 'a senior official', unnamed: true }]);

  await inspector.mark.getByRole('button', { name: 'Add link' }).click();
  await inspector.pick(
    inspector.link(2).getByRole('combobox', { name: 'Actors' }),
    'Port Gazette',
    /New actor/,
  );
  await inspector.link(2).getByRole('button', { name: 'Nearer the words' }).click();
  await expect(inspector.mark.getByText('Port Gazette → a senior official')).toBeVisible();
  await expect
    .poll(async () => (await api.attributions.of({ highlightId: mark.id }))?.text)
    .toBe('Port Gazette → a senior official (unnamed), "called"');
  expect(await api.actors.list({})).toHaveLength(2);

  await inspector.openTab('Actors');
  await expect(inspector.pane.getByRole('region', { name: /^Unnamed/ })).toContainText(
    'a senior official',
  );
});

test('grades keep their reasons and their history', async ({ launch, folder }) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const mark = await markWords(api, source, 'The pier will reopen in May');
  const inspector = new InspectorPage(page);
  await inspector.openSource(harbour.title);
  await inspector.chooseMark('The pier will reopen');
  const grades = inspector.mark.getByRole('group', { name: 'Credibility', exact: true });
  await expect(grades).toContainText('Not graded');
  await inspector.grade(grades, '6 · Truth cannot be judged', 'Only one outlet has it.');
  await expect(grades).toContainText('Truth cannot be judged');
  await inspector.grade(grades, '2 · Probably true', 'The minister was quoted.');
  await grades.getByText('History (2)').click();
  await expect(grades.getByRole('listitem')).toHaveText([
    /2 Probably true.*The minister was quoted\./,
    /6 Truth cannot be judged.*Only one outlet has it\./,
  ]);
  expect(await api.grades.history({ targetKind: 'highlight', targetId: mark.id })).toMatchObject([
    { credibility: 2 },
    { credibility: 6 },
  ]);
});

test('tags are made by path, moved by keys, renamed, merged and removed', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const inspector = new InspectorPage(page);
  await inspector.openTab('Tags');
  const field = inspector.pane.getByRole('textbox', { name: 'New tag' });
  for (const path of ['works/pier', 'talks', 'money']) {
    await field.fill(path);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
  const paths = async () => (await api.tags.tree({})).map((tag) => tag.path);
  expect(await paths()).toEqual(['money', 'talks', 'works', 'works/pier']);
  const [money] = await api.tags.tree({});
  if (money === undefined) throw new Error('The tag is missing');
  await markWords(api, source, 'The pier will reopen', { tagIds: [money.id] });
  await expect(inspector.tag('money')).toContainText('1');

  await inspector.tag('money').click();
  await page.keyboard.press('End');
  await expect(inspector.tag('pier')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(inspector.tag('works')).toHaveAttribute('aria-expanded', 'false');
  await expect(inspector.tag('pier')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(inspector.tag('pier')).toBeFocused();
  await page.keyboard.press('F2');
  const name = inspector.pane.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type('quay');
  await page.keyboard.press('Enter');
  await expect.poll(paths).toContain('works/quay');
  await inspector.pane.getByRole('combobox', { name: 'Key' }).selectOption('3');
  await inspector.pane.getByRole('radio', { name: 'Green' }).check({ force: true });
  await expect
    .poll(async () => (await api.tags.tree({})).find((tag) => tag.name === 'quay'))
    .toMatchObject({ key: 3, colour: 2 });

  await inspector.tag('quay').click();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(paths).toEqual(['money', 'quay', 'talks', 'works']);
  await inspector.tag('works').dragTo(inspector.tag('talks'));
  await expect.poll(paths).toEqual(['money', 'quay', 'talks', 'talks/works']);

  await inspector.tag('money').click();
  await inspector.pane.getByRole('button', { name: 'Merge…' }).click();
  const merge = page.getByRole('dialog', { name: /^Merge/ });
  await inspector.pick(merge.getByRole('combobox'), 'talks', 'talks');
  await expect(merge).toContainText(
    '1 mark and 0 claims of “money” get “talks” instead, and “money” goes away.',
  );
  await merge.getByRole('button', { name: 'Merge tags' }).click();
  await expect(merge).toHaveCount(0);
  expect(await paths()).toEqual(['quay', 'talks', 'talks/works']);
  await expect(inspector.tag('talks')).toContainText('1');

  await inspector.tag('talks').click();
  await page.keyboard.press('Delete');
  const remove = page.getByRole('dialog', { name: /^Remove/ });
  await expect(remove).toContainText('“talks” and 1 tag below go off 1 mark and 0 claims.');
  await remove.getByRole('button', { name: 'Remove tag' }).click();
  await expect.poll(paths).toEqual(['quay']);
});

test('selected words and marks are tagged by typing and by key', async ({ launch, folder }) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const tag = await api.tags.create({ path: 'works/pier' });
  await api.tags.edit({ tagId: tag.id, patch: { key: 4 } });
  const inspector = new InspectorPage(page);
  await inspector.openSource(harbour.title);
  await page.getByText('Talks on the harbour').dblclick({ position: { x: 10, y: 10 } });
  await page.keyboard.press('4');
  await expect(inspector.mark.getByText('works/pier')).toBeVisible();
  const tagsOf = async () =>
    (await api.highlights.ofSource({ sourceId: source })).map((mark) => mark.tagIds.length);
  expect(await tagsOf()).toEqual([1]);

  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Tags' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('talks/first');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('talks/first')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await tagsOf()).toEqual([2]);
  await page.keyboard.press('4');
  await expect.poll(tagsOf).toEqual([1]);
});

test('a claim is edited in place, linked, checked and joined; what cannot be saved stays typed', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const mark = await markWords(api, source, 'The pier will reopen in May', {
    claim: { statement: 'The pier opens in May.' },
  });
  const later = await api.claims.create({ statement: 'The pier stays closed.' });
  const twin = await api.claims.create({ statement: 'The pier is open from May on.' });
  const { claimId } = mark;
  if (claimId === null) throw new Error('The claim is missing');
  const claim = async () => (await api.claims.get({ claimId })).claim;
  const inspector = new InspectorPage(page);
  const { pane } = inspector;
  await inspector.openSource(harbour.title);
  await inspector.chooseMark('The pier will reopen');
  await inspector.openTab('Claim');

  const statement = pane.getByRole('textbox', { name: 'Statement' });
  await statement.fill('The pier reopens in May.');
  await expect.poll(async () => (await claim()).statement).toBe('The pier reopens in May.');
  await pane.getByRole('combobox', { name: 'Kind' }).selectOption('Prediction');
  await pane.getByRole('combobox', { name: 'Status' }).selectOption('Disputed');
  const stated = pane.getByRole('textbox', { name: 'Stated on' });
  await stated.fill('some day soon');
  await stated.press('Enter');
  await expect(pane.getByText(/^Not saved:/)).toBeVisible();
  await inspector.openTab('Tags');
  await inspector.openTab('Claim');
  await expect(stated).toHaveValue('some day soon');
  await stated.fill('2021-03');
  await stated.press('Enter');
  await expect
    .poll(claim)
    .toMatchObject({ kind: 'prediction', status: 'disputed', stated: '2021-03' });

  const event = pane.getByRole('combobox', { name: 'Event' });
  await inspector.pick(event, 'harbour talks', 'New event “harbour talks”…');
  const eventDialog = page.getByRole('dialog', { name: 'New event' });
  await eventDialog.getByRole('textbox', { name: 'Date' }).fill('2021-03');
  await eventDialog.getByRole('button', { name: 'Create event' }).click();
  await expect.poll(async () => (await claim()).eventName).toBe('harbour talks');

  await pane.getByRole('button', { name: 'Link…' }).click();
  const link = page.getByRole('dialog', { name: 'Link to another claim' });
  await link.getByRole('combobox', { name: 'How it stands' }).selectOption('Contradicts');
  await inspector.pick(
    link.getByRole('combobox', { name: 'Other claim' }),
    'closed',
    later.statement,
  );
  await link.getByRole('textbox', { name: 'Reason' }).fill('Both cannot be.');
  await link.getByRole('button', { name: 'Link claims' }).click();
  const links = pane.getByRole('region', { name: /^Links/ });
  await expect(links.getByRole('listitem')).toContainText('The pier stays closed.');
  await expect.poll(async () => (await claim()).contradictedBy).toBe(1);

  const checks = pane.getByRole('region', { name: /^Checks/ });
  await checks.getByRole('button', { name: 'Origin not held' }).click();
  const check = checks.getByRole('listitem', { name: 'Check: Origin not held' });
  await expect(check).toContainText('To do');
  await check.getByRole('textbox', { name: 'Against' }).fill('The ministry’s site');
  await check.getByRole('textbox', { name: 'Result' }).fill('Found, and it agrees.');
  await expect(check).toContainText('Done');
  await expect
    .poll(async () => (await api.claims.get({ claimId })).checks)
    .toMatchObject([{ against: 'The ministry’s site', result: 'Found, and it agrees.' }]);

  await pane.getByRole('button', { name: 'Join with another…' }).click();
  const join = page.getByRole('dialog', { name: 'Join two claims' });
  await inspector.pick(join.getByRole('combobox', { name: 'Same as' }), 'open', twin.statement);
  await join.getByRole('radio', { name: 'This one' }).check({ force: true });
  await join.getByRole('button', { name: 'Join claims' }).click();
  await expect
    .poll(async () => (await api.claims.list({})).map((row) => row.statement))
    .toEqual(['The pier reopens in May.', 'The pier stays closed.']);

  await pane.getByRole('button', { name: /^The pier will reopen/ }).click();
  await expect(page.getByRole('textbox', { name: `Text of ${harbour.title}` })).toBeVisible();
});

test('what was typed last is saved when the window is closed', async ({ launch, folder }) => {
  const attest = await launch();
  const [source] = await startProject(attest, folder, [harbour]);
  if (source === undefined) throw new Error('A source is needed');
  const mark = await markWords(attest.api, source, 'the plan a risk');
  const inspector = new InspectorPage(attest.page);
  await inspector.openSource(harbour.title);
  await inspector.chooseMark('the plan a risk');
  await inspector.mark.getByRole('textbox', { name: 'Note' }).fill('Whose plan?');
  await attest.close();

  const again = await launch({ userData: attest.userData });
  const [recent] = await again.api.projects.recent({});
  await again.api.projects.open({ path: recent?.path ?? '' });
  expect(await again.api.highlights.get({ highlightId: mark.id })).toMatchObject({
    note: 'Whose plan?',
  });
});
