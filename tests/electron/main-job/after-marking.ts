import { expect } from '@playwright/test';
import { exportDialog } from '../pages/export-dialog.ts';
import { storedMarks, type AnalystAtWork } from './analyst.ts';
import { claimsSaid, mentionsSaid, reasons, sourcesSaid } from './what-is-said.ts';

const summaryTitle = 'What the envoys said';

/** Marks and tags too much, takes both back, brings them back, and takes them back for good. */
export async function slip(analyst: AnalystAtWork): Promise<void> {
  const { api, keyboard, shell } = analyst;
  const quote = 'US National Security Adviser Jake Sullivan';
  const marked = async (): Promise<number | undefined> =>
    (await storedMarks(api)).find((mark) => mark.quote === quote)?.tagIds.length;
  await shell.tab('Sources').click();
  await analyst.open(mentionsSaid().neighbours);
  await analyst.drag(quote);
  await keyboard.press('h');
  await expect.poll(marked).toBe(0);
  await keyboard.press('1');
  await expect.poll(marked).toBe(1);
  for (const [key, tags] of [
    ['ControlOrMeta+z', 0],
    ['ControlOrMeta+z', undefined],
    ['ControlOrMeta+Shift+z', 0],
    ['ControlOrMeta+Shift+z', 1],
    ['ControlOrMeta+z', 0],
    ['ControlOrMeta+z', undefined],
  ] as const) {
    await keyboard.press(key);
    await expect.poll(marked).toBe(tags);
  }
  await expect(shell.messages).toContainText('Undone');
}

/** Says in the claims view what kind of claims they are, of which event, and how far one is to be believed. */
export async function describeClaims(analyst: AnalystAtWork): Promise<void> {
  const { api, claims, inspector, page } = analyst;
  const { pane } = inspector;
  await claims.open();
  for (const claim of Object.values(claimsSaid)) {
    const { statement, kind, status, event, stated, credibility } = { ...unsaid, ...claim };
    await claims.row(statement).click();
    await expect(pane.getByRole('textbox', { name: 'Statement' })).toHaveValue(statement);
    if (kind !== undefined)
      await pane.getByRole('combobox', { name: 'Kind' }).selectOption('Demand');
    if (status !== undefined)
      await pane.getByRole('combobox', { name: 'Status' }).selectOption('Disputed');
    if (stated !== undefined) {
      await pane.getByRole('textbox', { name: 'Stated on' }).fill(stated);
      await page.keyboard.press('Enter');
    }
    if (event !== undefined) {
      const field = pane.getByRole('combobox', { name: 'Event' });
      await inspector.pick(field, event[0], `New event “${event[0]}”…`);
      const dialog = page.getByRole('dialog', { name: 'New event' });
      await dialog.getByRole('textbox', { name: 'Date' }).fill(event[1]);
      await dialog.getByRole('button', { name: 'Create event' }).click();
      await expect(dialog).toHaveCount(0);
    }
    if (credibility !== undefined) {
      const grades = pane.getByRole('group', { name: 'Credibility', exact: true });
      await inspector.grade(grades, '3 · Possibly true', reasons.claim);
    }
    await expect
      .poll(async () => (await api.claims.list({})).find((row) => row.statement === statement))
      .toMatchObject({
        kind: kind ?? 'fact',
        status: status ?? 'unverified',
        stated: stated ?? null,
        eventName: event?.[0] ?? null,
        credibility: credibility === undefined ? null : Number(credibility),
      });
  }
}

const unsaid = {
  kind: undefined,
  status: undefined,
  event: undefined,
  stated: undefined,
  credibility: undefined,
};

/** Writes two sentences, each with a citation of its claim. */
export async function writeSummary({ keyboard, summary, page }: AnalystAtWork): Promise<void> {
  const { transfers, parties } = claimsSaid;
  await summary.make(summaryTitle);
  await keyboard.type('The envoy protested against arms transfers ');
  await summary.cite('transfers break', transfers.statement);
  await keyboard.type('. China asked all parties to listen ');
  await summary.cite('parties', parties.statement);
  await keyboard.type('.');
  await expect(summary.citations).toHaveText(['[1–3]', '[1, 2]']);
  await summary.saved();

  // A citation opens the words that it stands for.
  await summary.citations.first().click();
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toBeVisible();
  await summary.open();
  await expect(summary.citations).toHaveCount(2);
}

/** Hands the claims over as CSV and the summary as Markdown, through the dialog. */
export async function exportBoth(
  { attest, shell, page }: AnalystAtWork,
  [csv, markdown]: readonly [string, string],
): Promise<void> {
  const dialog = exportDialog(attest);
  await shell.chooseInMenu('export.csv');
  await expect(dialog.format('CSV table')).toBeChecked();
  await dialog.writeTo(csv);
  await expect(page.getByRole('dialog', { name: 'Exported' })).toContainText('8 rows');
  await shell.escape();
  await shell.chooseInMenu('export.markdown');
  const what = dialog.dialog.getByRole('combobox', { name: 'What' });
  await what.selectOption({ label: `Summary: ${summaryTitle}` });
  await dialog.writeTo(markdown);
  await shell.escape();
}

/** Looks everything up that was made before the application quit. */
export async function findEverything(analyst: AnalystAtWork): Promise<void> {
  const { api, claims, inspector, reader, sources, summary, shell } = analyst;
  const said = Object.values(sourcesSaid());
  await expect(sources.rows).toHaveCount(said.length);
  for (const { says } of said) await expect(sources.row(says.title)).toContainText(says.outlet);
  for (const mention of Object.values(mentionsSaid())) {
    await analyst.open(mention);
    const quote = analyst.quoteOf(mention);
    await inspector.chooseMark(quote.slice(0, 60));
    await expect(inspector.mark.getByRole('blockquote')).toHaveText(quote);
    await expect(inspector.mark.getByText(mention.attribution, { exact: true })).toBeVisible();
    await expect(inspector.mark).toContainText(mention.claim.statement);
    await reader.frame();
    expect((await reader.painted(quote)).others).toContain('chosen');
  }
  await analyst.open(mentionsSaid().quoted);
  await inspector.chooseMark('[Sung Kim] noted');
  const grades = inspector.mark.getByRole('group', { name: 'Credibility', exact: true });
  await expect(grades).toContainText(reasons.mention);
  await grades.getByText('History (2)').click();
  await expect(grades.getByRole('listitem').last()).toContainText('Not read in full yet.');

  await claims.open();
  await claims.expectStatements((await api.claims.list({})).map(({ statement }) => statement));
  await summary.open();
  await expect(summary.title).toHaveValue(summaryTitle);
  await expect(summary.citations).toHaveText(['[1–3]', '[1, 2]']);
  await shell.tab('Activity').click();
  const activity = analyst.page.getByRole('listbox', { name: 'Activity' }).getByRole('option');
  await expect(activity.first()).toBeVisible();
  expect(await api.project.verify({})).toMatchObject({ ok: true, failures: [] });
}

/** Ctrl+Z outside of texts takes back what was done before the restart, whatever it was; redo brings it back. */
export async function undoAfterRestart(analyst: AnalystAtWork): Promise<void> {
  const { api, keyboard, shell, reader } = analyst;
  const labels = async (): Promise<readonly string[]> =>
    (await api.history.list({ limit: 4 })).map(({ action, label }) => `${action} ${label}`);
  await shell.tab('Sources').click();
  await analyst.open(mentionsSaid().quoted);
  await reader.text.focus();
  const [last = '', secondLast = ''] = (await labels()).map((label) => label.replace(/^edit /, ''));
  await keyboard.press('ControlOrMeta+z');
  await expect(shell.messages).toContainText(`Undone: ${last}`);
  await keyboard.press('ControlOrMeta+z');
  await expect
    .poll(labels)
    .toEqual([`undo ${secondLast}`, `undo ${last}`, expect.anything(), expect.anything()]);
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(async () => (await labels())[0]).toBe(`redo ${secondLast}`);
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect
    .poll(labels)
    .toEqual([`redo ${last}`, `redo ${secondLast}`, `undo ${secondLast}`, `undo ${last}`]);
}
