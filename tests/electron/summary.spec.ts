import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { citationsIn } from '../../src/shared/domain/summaries/citations.ts';
import { test } from './launch.ts';
import { exportDialog } from './pages/export-dialog.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { harbour, radio, startMarked, storedText, storedWords } from './pages/given-summary.ts';
import { SummaryPage } from './pages/summary-page.ts';

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

test('an exported summary carries the numbers that the window shows', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  await startMarked(attest, folder);
  const summary = new SummaryPage(page);
  await summary.make('Handed over');
  await page.keyboard.type('Doubted ');
  await summary.cite('doubt', 'Some doubt');
  await page.keyboard.type(' and expected ');
  await summary.cite('pier', 'The pier reopens');
  await expect(summary.citations).toHaveText(['[1]', '[1, 2]']);
  // Not at rest yet: the export waits for it.
  await page.keyboard.type(' now.');
  await summary.view.getByRole('button', { name: 'Export' }).click();
  const path = join(folder, 'Handed over.md');
  await exportDialog(attest).writeTo(path);
  const markdown = readFileSync(path, 'utf8');
  const plain = markdown.replaceAll('\\', '');
  expect(plain).toContain('# Handed over');
  expect(plain).toContain('Doubted [1] and expected [1, 2] now.');
  expect(plain.indexOf(`1. **${radio.title}**`)).toBeGreaterThan(0);
  expect(plain.indexOf(`2. **${harbour.title}**`)).toBeGreaterThan(0);
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
