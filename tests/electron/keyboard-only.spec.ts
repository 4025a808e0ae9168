import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Api } from '../../src/shared/contract/api.ts';
import { test, type LaunchedAttest } from './launch.ts';
import { listenToAnnouncements, type Announced } from './pages/announced.ts';
import { Keyboard } from './pages/keyboard.ts';

test.setTimeout(120_000);

const harbour = [
  'Harbour talks resume',
  '',
  'The harbour minister, Ines Duarte, said on Monday that the north pier would open in May. She left without taking questions.',
  '',
  'A senior official called the plan a risk. “We will wait for the survey,” he said.',
].join('\n');

const survey = [
  'Survey finds cracks',
  '',
  'The port survey, published on Friday, found cracks in nine piles. The north pier will stay closed all summer, its authors wrote.',
].join('\n');

interface Hands {
  readonly attest: LaunchedAttest;
  readonly page: Page;
  readonly api: Api;
  readonly keys: Keyboard;
  readonly said: Announced;
}

test('the whole main job is done with the keyboard alone, and each step is said', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { page, api } = attest;
  const keys = new Keyboard(page);
  await keys.watchPointer();
  const said = await listenToAnnouncements(page);
  const hands: Hands = { attest, page, api, keys, said };

  await test.step('a project and a profile', () => begin(hands, join(folder, 'Harbour.attest')));
  await test.step('two sources', () => bringIn(hands));
  await test.step('read, mark, claim', () => markClaim(hands));
  await test.step('attribute, grade, tag', () => describe(hands));
  await test.step('a second source, its claim, a link', () => contradict(hands));
  await test.step('the table of claims', () => lookOver(hands));
  await test.step('a summary that cites', () => sumUp(hands));
  await test.step('export', () => handOver(hands, join(folder, 'summary.md')));
  await test.step('undo and redo', () => takeBack(hands));
  await keys.expectNoPointer();
});

/** Everything of Playwright that reaches an element without a key. */
const touching = new RegExp(
  [
    ...'click dblclick tap fill check uncheck setChecked selectOption hover dragTo'.split(' '),
    ...'focus blur clear scrollIntoViewIfNeeded dispatchEvent mouse'.split(' '),
  ]
    .map((name) => String.raw`\.${name}\b`)
    .join('|'),
);

test('the hands of the keyboard test touch nothing but keys', () => {
  for (const file of ['keyboard-only.spec.ts', 'pages/keyboard.ts', 'pages/announced.ts']) {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    const touched = source.split('\n').filter((line) => touching.test(line));
    expect(touched).toEqual([]);
  }
});

async function begin({ attest, page, keys, api, said }: Hands, path: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Attest' })).toBeVisible();
  await keys.tabTo(page.getByRole('button', { name: 'New project' }));
  attest.answerDialogs(path);
  await keys.press('Enter');
  await expect(page.getByRole('tablist', { name: 'Views' })).toBeVisible();
  await keys.expectFocus();
  await keys.command('Edit your profile');
  const dialog = page.getByRole('dialog', { name: 'Your profile' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.replace('Ana Silva');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await keys.expectFocus();
  expect((await api.projects.state({})).profile).toMatchObject({
    name: 'Ana Silva',
    initials: 'AS',
  });
  await said.take();
}

async function bringIn(hands: Hands): Promise<void> {
  const { page, keys, said } = hands;
  await bringInText(hands, harbour, 'Harbour talks resume', 'The Evening Post');
  await said.expect('The source is brought in and open');
  await bringInText(hands, survey, 'Survey finds cracks', 'Port Gazette');
  await said.expect('The source is brought in and open');
  // Back to the first, by the list of sources.
  await keys.press('ControlOrMeta+Shift+s');
  const sources = page.getByRole('listbox', { name: 'Sources' });
  await expect(sources).toBeFocused();
  await keys.press('Home', 'Enter');
  await expect(textOf(page)).toHaveAccessibleName('Text of Harbour talks resume');
}

async function bringInText(
  { attest, page, keys }: Hands,
  text: string,
  title: string,
  outlet: string,
): Promise<void> {
  await attest.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await keys.press('ControlOrMeta+Shift+v');
  const dialog = page.getByRole('dialog', { name: 'New source from text' });
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toBeFocused();
  if ((await dialog.getByRole('textbox', { name: 'Text' }).inputValue()) === '') {
    await keys.press('ControlOrMeta+v');
  }
  await keys.tabTo(dialog.getByRole('textbox', { name: 'Title' }));
  await keys.type(title);
  await keys.tabTo(
    dialog
      .getByRole('combobox', { name: 'Outlet' })
      .or(dialog.getByRole('textbox', { name: 'Outlet' })),
  );
  await keys.type(outlet);
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(textOf(page)).toHaveAccessibleName(`Text of ${title}`);
  await expect(textOf(page)).toBeFocused();
}

function textOf(page: Page) {
  return page.getByRole('region', { name: 'Reader' }).getByRole('textbox', { name: /^Text of/ });
}

/** From anywhere to the text that is read: Esc leads back from the inspector, F6 through the panes. */
async function toText({ page, keys }: Hands): Promise<void> {
  const isThere = () => textOf(page).evaluate((text) => text === document.activeElement);
  if (await isThere()) return;
  await keys.press('Escape');
  for (let panes = 0; panes < 3 && !(await isThere()); panes += 1) await keys.press('F6');
  await expect(textOf(page)).toBeFocused();
}

async function markClaim(hands: Hands): Promise<void> {
  const { page, api, keys, said } = hands;
  await toText(hands);
  await keys.press('ControlOrMeta+Home');
  // Sentence by sentence to the one that claims something.
  await keys.press('.');
  await said.expect('The harbour minister, Ines Duarte, said');
  await keys.press('Alt+Shift+ArrowDown');
  await said.expect(/Selected “The harbour minister, .* in May\.”/);
  await keys.press('Escape', 'ControlOrMeta+f');
  await expect(
    page.getByRole('search', { name: 'Find in this source' }).getByRole('textbox'),
  ).toBeFocused();
  await keys.replace('the NORTH pier would open in may');
  await said.expect(/1 of 1: “.*the north pier would open in May/);
  await keys.press('Escape');
  await expect(textOf(page)).toBeFocused();
  await keys.press('c');
  await said.expect(/Marked: Claim “the north pier would open in May”, .*Ana Silva/);
  const statement = page.getByRole('textbox', { name: 'Statement' });
  await expect(statement).toBeFocused();
  await keys.replace('The north pier opens in May.');
  await keys.press('Enter');
  await said.expect('Statement saved');
  expect((await api.claims.list({})).map((claim) => claim.statement)).toEqual([
    'The north pier opens in May.',
  ]);
}

async function describe(hands: Hands): Promise<void> {
  const { page, api, keys, said } = hands;
  const [source] = await api.sources.list({});
  const markOf = async () => {
    const sources = await api.sources.list({});
    const harbourId = sources.find(({ title }) => title === 'Harbour talks resume')?.id;
    if (harbourId === undefined) throw new Error(`No source but ${source?.title}`);
    return (await api.highlights.ofSource({ sourceId: harbourId }))[0];
  };
  await toText(hands);
  await keys.press('Escape', 'ControlOrMeta+Home', ']');
  await said.expect(/Mark 1 of 1: Claim “the north pier would open in May”.*Ana Silva/);
  await keys.press('a');
  const chain = page.getByRole('list', { name: 'Chain, nearest the words first' });
  await expect(chain.getByRole('combobox', { name: 'Actors' })).toBeFocused();
  await keys.type('Ines Duarte');
  await expect(page.getByRole('option', { name: 'New actor “Ines Duarte”' })).toBeVisible();
  await keys.press('Enter');
  await expect(chain.getByRole('button', { name: 'Remove Ines Duarte' })).toBeVisible();
  await keys.press('Tab');
  await keys.type('harbour minister');
  await keys.tabTo(chain.getByRole('textbox', { name: 'Cue' }));
  await keys.replace('said');
  await keys.tabTo(chain.getByRole('checkbox', { name: 'Paraphrased' }));
  await keys.press('Space');
  await said.expect('Attribution saved');
  await expect.poll(async () => (await markOf())?.attributionText).toMatch(/Ines Duarte/);

  await toText(hands);
  await keys.press('g');
  const grade = page.getByRole('group', { name: 'Credibility', exact: true });
  await expect(grade.getByRole('combobox')).toBeFocused();
  await keys.type('3');
  await keys.press('Tab');
  await keys.type('One source, in a position to know.');
  await keys.press('Enter');
  await said.expect('Grade recorded: 3');
  await keys.expectFocus();
  await expect.poll(async () => (await markOf())?.credibility).toBe(3);

  await toText(hands);
  await keys.press('t');
  const tags = page.getByRole('dialog', { name: 'Tags' });
  await expect(tags.getByRole('combobox')).toBeFocused();
  await keys.type('works/piers');
  await expect(page.getByRole('option', { name: /works\/piers/ })).toBeVisible();
  await keys.press('Enter');
  await expect(tags.getByRole('button', { name: /^Remove .*piers/ })).toBeVisible();
  await said.expect('Tags saved');
  await keys.press('Enter');
  await expect(tags).toBeHidden();
  await expect(textOf(page)).toBeFocused();
  await keys.press('[');
  await said.expect('No mark before this place');
  await keys.press('Escape', 'ControlOrMeta+End', '[');
  await said.expect(/Mark 1 of 1: Claim .*tag works\/piers, Ana Silva/);
}

async function contradict(hands: Hands): Promise<void> {
  const { page, api, keys, said } = hands;
  await keys.press('ControlOrMeta+Shift+s');
  await expect(page.getByRole('listbox', { name: 'Sources' })).toBeFocused();
  await keys.press('End', 'Enter');
  await expect(textOf(page)).toHaveAccessibleName('Text of Survey finds cracks');
  await toText(hands);
  await keys.press('ControlOrMeta+End', ',');
  await said.expect('The north pier will stay closed all summer');
  await keys.press('w', 'w');
  await said.expect(/Selected “The north pier will stay closed all summer/);
  await keys.press('r');
  await said.expect('Marked as works/piers');
  await keys.press('c');
  const statement = page.getByRole('textbox', { name: 'Statement' });
  await expect(statement).toBeFocused();
  await keys.replace('The north pier stays closed all summer.');
  await keys.press('Enter');
  await said.expect('Statement saved');
  await toText(hands);
  await keys.press('l');
  const link = page.getByRole('dialog', { name: 'Link to another claim' });
  await expect(link.getByRole('combobox', { name: 'Other claim' })).toBeFocused();
  await keys.type('opens in May');
  await expect(page.getByRole('option', { name: 'The north pier opens in May.' })).toBeVisible();
  await keys.press('Enter');
  await keys.tabTo(link.getByRole('combobox', { name: 'How it stands to the other' }), 'Shift+Tab');
  await keys.type('contra');
  await keys.tabTo(link.getByRole('button', { name: 'Link claims' }));
  await keys.press('Enter');
  await expect(link).toBeHidden();
  await said.expect(/Linked: .*“The north pier opens in May\.”/);
  await keys.expectFocus();
  const [claim] = (await api.claims.list({})).filter((each) => each.statement.includes('closed'));
  if (claim === undefined) throw new Error('The second claim is missing.');
  expect((await api.claims.get({ claimId: claim.id })).links).toMatchObject([
    { kind: 'contradicts' },
  ]);
}

async function lookOver({ page, keys }: Hands): Promise<void> {
  await keys.press('ControlOrMeta+2');
  await expect(page.getByRole('tab', { name: 'Claims' })).toHaveAttribute('aria-selected', 'true');
  const grid = page.getByRole('grid', { name: 'Claims' });
  await expect(grid).toBeFocused();
  await keys.press('ArrowDown');
  const active = grid.getByRole('row', { selected: true });
  await expect(active).toHaveCount(1);
  await keys.press('Home');
  await expect(active).toContainText('The north pier');
  await keys.press('Enter');
  await expect(textOf(page)).toBeVisible();
  await keys.expectFocus();
}

async function sumUp({ page, keys, said, api }: Hands): Promise<void> {
  await keys.press('ControlOrMeta+3', 'ControlOrMeta+Alt+n');
  await expect(page.getByRole('textbox', { name: 'Title of the summary' })).toBeFocused();
  await keys.type('What is known of the pier');
  await keys.press('Enter');
  const text = page.getByRole('textbox', { name: /^Text of “/ });
  await expect(text).toBeFocused();
  await keys.type('The minister expects the pier to open in May [[opens');
  await expect(
    page.getByRole('listbox', { name: 'Claims to cite' }).getByRole('option'),
  ).toHaveCount(1);
  await keys.press('Enter');
  await keys.type('.');
  await expect(text.getByRole('link')).toHaveCount(1);
  await keys.press('ControlOrMeta+s');
  await expect.poll(async () => (await api.summaries.list({})).length).toBe(1);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await said.take();
}

async function handOver({ attest, page, keys, said }: Hands, path: string): Promise<void> {
  await keys.command('Export the summary');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  attest.answerDialogs(path);
  await keys.press('Enter');
  const done = page.getByRole('dialog', { name: 'Exported' });
  await expect(done).toBeVisible();
  await said.expect(/^Exported: .*written to/);
  await keys.press('Escape');
  await expect(done).toBeHidden();
  await keys.expectFocus();
  const markdown = readFileSync(path, 'utf8');
  expect(markdown).toContain('The minister expects the pier to open in May');
  expect(markdown).toContain('Harbour talks resume');
}

async function takeBack(hands: Hands): Promise<void> {
  const { page, api, keys, said } = hands;
  await keys.press('ControlOrMeta+1');
  await toText(hands);
  const count = async () =>
    (
      await Promise.all(
        (await api.sources.list({})).map(({ id }) => api.highlights.ofSource({ sourceId: id })),
      )
    ).flat().length;
  const before = await count();
  await keys.press('ControlOrMeta+Home', 'Shift+End', 'h');
  await said.expect('Marked: Highlight “');
  await expect.poll(count).toBe(before + 1);
  await keys.press('Delete');
  await said.expect('Mark removed');
  await expect.poll(count).toBe(before);
  await keys.expectFocus();
  await keys.press('ControlOrMeta+z');
  await said.expect(/Undone: Remove a mark/);
  await keys.press('ControlOrMeta+z');
  await said.expect(/Undone: Highlight in/);
  await expect.poll(count).toBe(before);
  await keys.press('ControlOrMeta+Shift+z');
  await said.expect(/Redone: Highlight in/);
  await expect.poll(count).toBe(before + 1);
  await expect(textOf(page)).toBeFocused();
}
