import { expect } from '@playwright/test';
import { channels } from '../../src/shared/contract/channels.ts';
import type { Api } from '../../src/shared/contract/api.ts';
import type { ClaimId, SourceId } from '../../src/shared/domain/ids.ts';
import { citationsIn } from '../../src/shared/domain/summaries/citations.ts';
import type { RichTextNode } from '../../src/shared/domain/summaries/summary.ts';
import { test, type LaunchedAttest } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { markWords, startProject } from './pages/inspector-page.ts';
import { SummaryPage } from './pages/summary-page.ts';

const harbour = {
  title: 'Harbour talks resume',
  outlet: 'The Evening Post',
  text: 'Talks on the harbour resumed on Monday.\nThe pier will reopen in May, the ministry said.',
};
const radio = {
  title: 'Radio bulletin',
  outlet: 'Coast Radio',
  text: 'The pier will reopen in May, it was announced.\nOthers doubt the date.',
};

interface Marked {
  readonly harbourId: SourceId;
  readonly radioId: SourceId;
  readonly talks: ClaimId;
  readonly pier: ClaimId;
  readonly doubt: ClaimId;
}

/** A project of two sources: a claim in each, and one that both make. */
async function startMarked(attest: LaunchedAttest, folder: string): Promise<Marked> {
  const { api } = attest;
  const [harbourId, radioId] = await startProject(attest, folder, [harbour, radio]);
  if (harbourId === undefined || radioId === undefined) throw new Error('Two sources are needed');
  const claim = async (sourceId: SourceId, words: string, statement: string): Promise<ClaimId> => {
    const { claimId } = await markWords(api, sourceId, words, { claim: { statement } });
    if (claimId === null) throw new Error('The mark has no claim');
    return claimId;
  };
  const doubt = await claim(radioId, 'Others doubt the date', 'Some doubt the date');
  const talks = await claim(harbourId, 'Talks on the harbour resumed', 'The talks resumed');
  const pier = await claim(harbourId, 'The pier will reopen in May', 'The pier reopens in May');
  await markWords(api, radioId, 'The pier will reopen in May', { claimId: pier });
  return { harbourId, radioId, talks, pier, doubt };
}

async function storedText(api: Api): Promise<RichTextNode> {
  const [row] = await api.summaries.list({});
  if (row === undefined) throw new Error('There is no summary');
  return (await api.summaries.get({ summaryId: row.id })).content;
}

/** The words on disk, a line a block, with `*` for a citation. */
async function storedWords(api: Api): Promise<string> {
  const words = (node: RichTextNode): string =>
    node.type === 'citation' ? '*' : (node.text ?? (node.content ?? []).map(words).join(''));
  return ((await storedText(api)).content ?? []).map(words).join('\n');
}

test('claims are cited by typing, numbered by their sources, and open them', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { api, page } = attest;
  const marked = await startMarked(attest, folder);
  const summary = new SummaryPage(page);
  await summary.make('What is known of the pier');
  await page.keyboard.type('Some are not sure ');
  await summary.cite('doubt', 'Some doubt the date');
  await page.keyboard.type('. Most expect May @pier');
  await expect(summary.suggestions.getByRole('option')).toHaveText(['The pier reopens in May']);
  await page.keyboard.press('Enter');
  await page.keyboard.type(', since the talks go on ');
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Claim' }).fill('talks');
  await page.getByRole('option', { name: 'The talks resumed' }).click();
  await expect(summary.text).toBeFocused();
  await page.keyboard.type('.');

  await expect(summary.citations).toHaveText(['[1]', '[1, 2]', '[2]']);
  await expect(summary.sources).toHaveText([
    `${radio.title}${radio.outlet}`,
    `${harbour.title}${harbour.outlet}`,
  ]);
  await summary.saved();
  expect(await storedWords(api)).toBe(
    'Some are not sure *. Most expect May *, since the talks go on *.',
  );
  expect(citationsIn(await storedText(api)).map(({ targetId }) => targetId)).toEqual([
    marked.doubt,
    marked.pier,
    marked.talks,
  ]);

  await summary.citations.nth(2).hover();
  await expect(summary.card).toContainText('The talks resumed');
  await expect(summary.card).toContainText('Talks on the harbour resumed');
  await expect(summary.card).toContainText('Harbour talks resume, The Evening Post');
  await summary.citations.nth(2).click();
  await expect(page.getByRole('textbox', { name: `Text of ${harbour.title}` })).toBeVisible();
  await expect(
    page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('textbox', { name: 'Statement' }),
  ).toHaveValue('The talks resumed');

  await summary.open();
  await expect(summary.citations).toHaveText(['[1]', '[1, 2]', '[2]']);
  await summary.text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(summary.card).toContainText('The talks resumed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: `Text of ${harbour.title}` })).toBeVisible();
});

test('undo and redo go through the project’s changes, also after a restart', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  await startMarked(first, folder);
  const summary = new SummaryPage(first.page);
  const { keyboard } = first.page;
  await summary.make('Steps');
  await keyboard.type('One.');
  await summary.saved();
  await expect.poll(() => storedWords(first.api)).toBe('One.');
  await keyboard.type(' Two');
  await keyboard.press('ControlOrMeta+z');
  await expect(summary.text).toHaveText('One.');
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(summary.text).toHaveText('One. Two');
  // The caret stands behind what came back.
  await keyboard.type('.');
  await expect.poll(() => storedWords(first.api)).toBe('One. Two.');
  // Typed, and closed before the rest is over.
  await keyboard.type(' Three.');
  await first.close();

  const again = await launch({ userData: first.userData });
  const path = `${folder}/Inspected.attest`;
  expect((await again.api.projects.recent({}))[0]?.path).toBe(path);
  await again.api.projects.open({ path });
  const later = new SummaryPage(again.page);
  await later.open();
  await expect(later.text).toHaveText('One. Two. Three.');
  await later.text.focus();
  await again.page.keyboard.press('ControlOrMeta+z');
  await expect(later.text).toHaveText('One. Two.');
  await again.page.keyboard.press('ControlOrMeta+z');
  await expect(later.text).toHaveText('One. Two');
  await expect.poll(() => storedWords(again.api)).toBe('One. Two');
});

test('what is not saved says so, stays, and is saved later', async ({ launch, folder }) => {
  const attest = await launch();
  const { app, api, page } = attest;
  await startMarked(attest, folder);
  const summary = new SummaryPage(page);
  await summary.make('Kept');
  await page.keyboard.type('Words.');
  await expect.poll(() => storedWords(api)).toBe('Words.');
  const [row] = await api.summaries.list({});
  if (row === undefined) throw new Error('There is no summary');

  const refuseSaves = (refuse: boolean) =>
    app.evaluate(
      ({ ipcMain }, { channel, refuse: refusing }) => {
        const { _invokeHandlers: handlers } = ipcMain as never as {
          _invokeHandlers: Map<string, (event: unknown, call: { method: string }) => unknown>;
        };
        const kept = globalThis as { keptHandler?: Parameters<typeof handlers.set>[1] };
        const handler = (kept.keptHandler ??= handlers.get(channel));
        const reply = { ok: false, error: { code: 'disk', message: 'The disk is full.' } };
        handlers.set(channel, (event, call) =>
          refusing && call.method === 'save' ? reply : handler?.(event, call),
        );
      },
      { channel: channels.call, refuse },
    );
  await refuseSaves(true);
  await page.keyboard.type(' More.');
  await expect(summary.problem).toHaveText(/^Not saved: The disk is full./);
  await expect(summary.view.getByText('Not saved', { exact: true })).toBeVisible();
  await expect(summary.text).toHaveText('Words. More.');
  expect(await storedWords(api)).toBe('Words.');
  await refuseSaves(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await summary.saved();
  expect(await storedWords(api)).toBe('Words. More.');

  await summary.text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And more.');
  await api.summaries.remove({ summaryId: row.id });
  await expect(page.getByText(/^The summary “Kept” is not saved: /)).toBeVisible();
  await api.history.undo({});
  await summary.open();
  await expect(summary.text).toHaveText('Words. More. And more.');
  await expect.poll(() => storedWords(api)).toBe('Words. More. And more.');
});

test('a change made elsewhere arrives around what is being typed', async ({ launch, folder }) => {
  const attest = await launch();
  const { api, page } = attest;
  const marked = await startMarked(attest, folder);
  const summary = new SummaryPage(page);
  await summary.make('Shared');
  await page.keyboard.type('First.\nSecond');
  await expect.poll(() => storedWords(api)).toBe('First.\nSecond');
  const [row] = await api.summaries.list({});
  if (row === undefined) throw new Error('There is no summary');
  const text = await storedText(api);
  const cited: RichTextNode = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'First, from elsewhere ' },
      { type: 'citation', attrs: { targetKind: 'claim', targetId: marked.talks } },
    ],
  };
  await api.summaries.save({
    summaryId: row.id,
    content: { ...text, content: [cited, ...(text.content?.slice(1) ?? [])] },
  });
  await expect(summary.citations).toHaveText(['[1]']);
  await page.keyboard.type(' line.');
  await expect.poll(() => storedWords(api)).toBe('First, from elsewhere *\nSecond line.');

  await api.claims.remove({ claimIds: [marked.talks] });
  await expect(summary.citations).toHaveText(['[citation of something removed]']);
  await expect(summary.sources).toHaveCount(0);
  await summary.citations.first().hover();
  await expect(summary.card).toContainText('was removed');
  await api.history.undo({});
  await expect(summary.citations).toHaveText(['[1]']);
});

test('marks and claims are dragged in, and a citation is copied as its number', async ({
  launch,
  folder,
}) => {
  const attest = await launch({ size: { width: 1440, height: 900 } });
  const { api, page } = attest;
  const { harbourId } = await startMarked(attest, folder);
  await page.getByRole('option', { name: harbour.title }).click();
  const summary = new SummaryPage(page);
  await summary.make('Dragged');
  await page.keyboard.type('The pier');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const mark = inspector.getByRole('option').filter({ hasText: 'The pier will reopen' });
  await mark.dragTo(summary.text.getByText('The pier'), { targetPosition: { x: 20, y: 8 } });
  await expect(summary.citations).toHaveText(['[1]']);
  await inspector.getByRole('tab', { name: 'Claim' }).click();
  const claim = inspector.getByRole('listitem').filter({ hasText: 'The talks resumed' });
  await claim.dragTo(summary.text.getByRole('link'));
  await expect(summary.citations).toHaveCount(2);
  await expect
    .poll(async () =>
      citationsIn(await storedText(api))
        .map(({ targetKind }) => targetKind)
        .toSorted(),
    )
    .toEqual(['claim', 'highlight']);
  await expect(summary.sources).toHaveText([`${harbour.title}${harbour.outlet}`]);
  await summary.sources.getByRole('button', { name: harbour.title }).click();
  await expect(page.getByRole('textbox', { name: `Text of ${harbour.title}` })).toBeVisible();
  expect(harbourId).toBeTruthy();

  await summary.open();
  await summary.text.focus();
  await page.keyboard.press('ControlOrMeta+a');
  const copied = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.addEventListener('copy', (event) => {
          resolve(event.clipboardData?.getData('text/plain') ?? '');
        });
      }),
  );
  await page.keyboard.press('ControlOrMeta+c');
  const words = await copied;
  expect(words.replaceAll('[1]', '')).toBe('The pier');
  expect(words.match(/\[1\]/g)).toHaveLength(2);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(summary.citations).toHaveText(['[1]', '[1]', '[1]', '[1]']);
});

test('text is set by keys and buttons, and what is pasted keeps only what a summary can hold', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  await startMarked(attest, folder);
  const summary = new SummaryPage(page);
  await summary.make('Form');
  await page.keyboard.press('ControlOrMeta+Alt+2');
  await expect(summary.pressed('Heading 2')).toBeVisible();
  await page.keyboard.type('Heading\n');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('ControlOrMeta+b');
  await summary.toolbar.getByRole('button', { name: 'Italic' }).click();
  await page.keyboard.type(' slanted');
  await page.keyboard.press('ControlOrMeta+i');
  await page.keyboard.type('\n- one\ntwo\n\n');
  await page.keyboard.press('ControlOrMeta+Alt+9');
  await page.keyboard.type('quoted');
  await expect
    .poll(async () => (await storedText(api)).content?.map(({ type }) => type))
    .toEqual(['heading', 'paragraph', 'bulletList', 'blockquote']);
  expect((await storedText(api)).content?.[1]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' slanted', marks: [{ type: 'italic' }] },
    ],
  });

  await page.keyboard.press('ControlOrMeta+a');
  await summary.text.evaluate((text) => {
    const clipboardData = new DataTransfer();
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal"><p style="color:red">A <a href="https://example.org/">link</a> <u>and</u> <span style="font-weight:700">bold</span> <img src="https://example.org/a.png" onerror="alert(1)"><script>alert(2)</script>**more**</p></b>';
    clipboardData.setData('text/plain', 'A link and bold more');
    clipboardData.setData('text/html', html);
    text.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect
    .poll(async () => storedText(api))
    .toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'A link and ' },
            { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' **more**' },
          ],
        },
      ],
    });
});

test('summaries are made, chosen, renamed, marked and removed', async ({ launch, folder }) => {
  const attest = await launch();
  const { api, page } = attest;
  await startMarked(attest, folder);
  const summary = new SummaryPage(page);
  await summary.open();
  await page.getByRole('button', { name: 'Start from all claims' }).click();
  await expect(summary.title).toHaveValue('Summary of the claims');
  await expect(summary.citations).toHaveCount(3);
  await summary.make('Second');
  await expect(summary.text).toHaveText('');
  expect((await api.summaries.list({})).map(({ title }) => title)).toEqual([
    'Summary of the claims',
    'Second',
  ]);
  await summary.view.getByRole('button', { name: 'No handling marking' }).click();
  await page.getByRole('combobox', { name: 'Handling' }).fill('TLP:AMBER');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(summary.view.getByRole('button', { name: 'TLP:AMBER' })).toBeVisible();
  await summary.choice.selectOption('Summary of the claims');
  await expect(summary.citations).toHaveCount(3);
  await summary.choice.selectOption('Second');
  await summary.view.getByRole('button', { name: 'More about this summary' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(summary.title).toHaveValue('Summary of the claims');
  await api.history.undo({});
  expect(await api.summaries.list({})).toMatchObject([{}, { handling: 'TLP:AMBER' }]);
});

for (const [theme, width, height] of [
  ['light', 900, 600],
  ['dark', 1440, 900],
] as const) {
  test(`the summary view has no axe problem, ${theme} at ${width} × ${height}`, async ({
    launch,
    folder,
  }) => {
    const attest = await launch({ size: { width, height } });
    const { api, page } = attest;
    await page.emulateMedia({ colorScheme: theme });
    const { doubt } = await startMarked(attest, folder);
    const summary = new SummaryPage(page);
    await summary.open();
    expect(await findAxeProblems(page)).toEqual([]);
    await summary.make('What is known of the pier');
    await page.keyboard.type('## The pier\nIt opens in May ');
    await summary.cite('pier', 'The pier reopens');
    await page.keyboard.type(', which is doubted ');
    await summary.cite('doubt', 'Some doubt');
    await page.keyboard.type('.\n- a list\n\n> a quotation\n\n');
    await api.claims.remove({ claimIds: [doubt] });
    await expect(summary.citations).toHaveText(['[1, 2]', '[citation of something removed]']);
    await page.keyboard.type('More @');
    await expect(summary.suggestions.getByRole('option')).toHaveCount(2);
    expect(await findAxeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(summary.suggestions).toBeHidden();
    await summary.citations.first().hover();
    await expect(summary.card).toBeVisible();
    expect(await findAxeProblems(page)).toEqual([]);
    await attest.screenshot(`summary-${theme}`);
  });
}
