import { join } from 'node:path';
import { expect } from '@playwright/test';
import { channels } from '../../src/shared/contract/channels.ts';
import type { RichTextNode } from '../../src/shared/domain/summaries/summary.ts';
import { test } from './launch.ts';
import { findAxeProblems } from './pages/find-axe-problems.ts';
import { harbour, startMarked, storedText, storedWords } from './pages/given-summary.ts';
import { SummaryPage } from './pages/summary-page.ts';

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
  const path = join(folder, 'Inspected.attest');
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

test('a text that cannot be shown is refused with a sentence and stays as it is', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { api, page } = attest;
  await startMarked(attest, folder);
  const { id } = await api.summaries.create({ title: 'From later' });
  const content: RichTextNode = { type: 'doc', content: [{ type: 'table', content: [] }] };
  await api.summaries.save({ summaryId: id, content });
  const summary = new SummaryPage(page);
  await summary.open();
  await expect(summary.problem).toHaveText(/cannot show. Nothing was changed/);
  await expect(summary.text).toHaveCount(0);
  expect(await storedText(api)).toEqual(content);
});

test('in a project that another has open, a summary can be read and its citations opened', async ({
  launch,
  folder,
}) => {
  const writer = await launch();
  await startMarked(writer, folder);
  const written = new SummaryPage(writer.page);
  await written.make('Read only');
  await writer.page.keyboard.type('The pier ');
  await written.cite('pier', 'The pier reopens');
  await written.saved();

  const reader = await launch({ args: [join(folder, 'Inspected.attest')] });
  const { page } = reader;
  const summary = new SummaryPage(page);
  await summary.open();
  await expect(summary.citations).toHaveText(['[1, 2]']);
  await expect(summary.toolbar).toHaveCount(0);
  await expect(summary.text).toHaveAttribute('aria-readonly', 'true');
  expect(await findAxeProblems(page)).toEqual([]);
  await summary.citations.focus();
  await expect(summary.card).toContainText('The pier reopens in May');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: `Text of ${harbour.title}` })).toBeVisible();
});
