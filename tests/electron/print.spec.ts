import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Api } from '../../src/shared/contract/api.ts';
import { numberMarks } from '../../src/shared/domain/exports/print-marks.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { pagesOfPdf, withoutSpace } from '../support/read-pdf.ts';
import { test } from './launch.ts';
import { InspectorPage, startProject } from './pages/inspector-page.ts';
import { shellPage } from './pages/shell-page.ts';

const paragraphs = Array.from({ length: 60 }, (_, index) =>
  index % 15 === 7
    ? `الفقرة ${index} تقول إن الميناء سيفتح من جديد في مايو، كما وعد الوزير.`
    : index % 15 === 11
      ? `第${index}段说港口将在五月重新开放，官员在去年冬天已经答应过。`
      : `Paragraph ${index} says that the harbour will open again in May, as the minister had promised. ` +
        `Nobody had asked her about number ${index}, and she would not say more than that. `.repeat(
          index % 7 === 3 ? 9 : 1,
        ),
);
const report = {
  title: 'Harbour report “& <b>”',
  outlet: 'The Evening Post',
  text: ['Harbour report', ...paragraphs].join('\n\n'),
};

/** Marks every other paragraph three deep, some of them over the end of a paragraph, some in two parts. */
async function markAll(api: Api, sourceId: SourceId): Promise<void> {
  const { text } = await api.sources.content({ sourceId });
  const tag = await api.tags.create({ path: 'Opening', colour: 2 });
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index % 2 === 1 && index % 15 !== 7) continue;
    const start = text.indexOf(paragraph);
    const end = start + paragraph.trimEnd().length;
    const middle = start + 20;
    await api.highlights.create({
      sourceId,
      spans: [[start, end]],
      claim: { statement: `The harbour opens again, says paragraph ${index}.` },
      tagIds: [tag.id],
      note: `A note of the analyst about ${index}.`,
    });
    await api.highlights.create({ sourceId, spans: [[start + 4, middle]] });
    const parts: [number, number][] =
      index % 4 === 0
        ? [
            [start + 10, middle],
            [end - 6, end],
          ]
        : [[middle, Math.min(end + 30, text.length)]];
    await api.highlights.create({ sourceId, spans: parts });
  }
}

test('a marked source is saved as PDF with every mark and its note on the page where it ends', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page, api } = attest;
  const [sourceId] = await startProject(attest, folder, [report]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await api.sources.edit({
    sourceId,
    patch: {
      published: '2023-10-31',
      url: 'https://example.org/harbour',
      handling: 'TLP:AMBER',
    },
  });
  await markAll(api, sourceId);
  const [first] = await api.highlights.ofSource({ sourceId });
  if (first === undefined) throw new Error('Marks are needed');
  await api.attributions.set({
    highlightId: first.id,
    links: [
      {
        actors: [{ name: 'Ana Silva' }],
        role: 'minister',
        forms: ['paraphrased'],
        cue: 'says',
        span: null,
        cueSpan: null,
        origin: null,
        inferred: false,
      },
    ],
  });
  await api.grades.add({
    targetKind: 'highlight',
    targetId: first.id,
    reliability: null,
    credibility: 2,
    reason: 'Two others say so',
  });
  await new InspectorPage(page).openSource('Harbour report');

  const path = join(folder, 'harbour.pdf');
  attest.answerDialogs(path);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  const dialog = page.getByRole('dialog', { name: 'Save this source as PDF' });
  await dialog.getByRole('button', { name: 'Choose where to save' }).click();
  const saved = page.getByRole('dialog', { name: 'Saved' });
  await expect(saved).toBeVisible();
  await expect(saved).toContainText('TLP:AMBER');
  await shellPage(attest).escape();

  const pages = await pagesOfPdf(path);
  const { text } = await api.sources.content({ sourceId });
  const marks = await api.highlights.ofSource({ sourceId });
  const numbered = numberMarks(marks);
  expect(pages.length).toBeGreaterThan(6);
  for (const [index, content] of pages.entries()) {
    expect(content).toContain(`Page${index + 1}of${pages.length}`);
    expect(content).toContain('TLP:AMBER');
    expect(content).toContain(withoutSpace('Harbour report “& <b>”'));
    expect(content).toContain(withoutSpace('The Evening Post · 2023-10-31'));
    expect(content).toContain('https://example.org/harbour');
  }
  for (const { number, mark, end } of numbered) {
    const together = numbered.filter((other) => other.end === end).map((other) => other.number);
    // Arabic comes out in the order in which it is drawn; the numbers are enough there.
    const latin = (words: string): string => (/\p{Script=Arabic}/u.test(words) ? '' : words);
    const sign = withoutSpace(`${latin(text.slice(end - 4, end))}${together.join(', ')}`);
    const quote = latin(mark.quote.slice(0, 30));
    const note = withoutSpace(quote === '' ? `${number}` : `${number}“${quote}`);
    const tagged = withoutSpace(`${number}Opening“${quote}`);
    const found = pages.filter(
      (content) => content.includes(sign) && (content.includes(note) || content.includes(tagged)),
    );
    expect(found.length, `note ${number}: ${sign} ${note}`).toBeGreaterThan(0);
  }
  const whole = pages.join('');
  for (const words of [
    'The harbour opens again, says paragraph 0. (',
    'A note of the analyst about 58.',
    'Said by: Ana Silva (minister), "says", paraphrased',
    'Credibility: 2, probably true: Two others say so',
    '第11段说港口将在五月重新开放',
  ]) {
    expect(whole, words).toContain(withoutSpace(words));
  }
  await attest.close();
});

test('a source is handed to the printer, and giving up leaves nothing behind', async ({
  launch,
  folder,
}) => {
  const attest = await launch();
  const { page } = attest;
  const [sourceId] = await startProject(attest, folder, [report]);
  if (sourceId === undefined) throw new Error('A source is needed');
  await new InspectorPage(page).openSource('Harbour report');
  attest.answerDialogs(0);
  await page.keyboard.press('ControlOrMeta+p');
  await page
    .getByRole('dialog', { name: 'Print this source' })
    .getByRole('button', { name: 'Print' })
    .click();
  await expect(page.getByRole('dialog', { name: 'Printed' })).toBeVisible();
  expect(attest.askedDialogs()).toContainEqual({ kind: 'print', title: report.title });
  await shellPage(attest).escape();

  const path = join(folder, 'never.pdf');
  const given = await page.evaluate(
    async ([id, target]) => {
      const call = (method: string, input: object) =>
        window.attest.send({ domain: 'window', method, input });
      const options = { furniture: false, paper: 'A4' };
      const job = { sourceId: id, options, jobId: 'given-up' };
      const [saved] = await Promise.all([
        call('savePdf', { ...job, path: target }),
        call('cancelPrint', { jobId: 'given-up' }),
      ]);
      return saved;
    },
    [sourceId, await grant(attest, path)] as const,
  );
  expect(given).toEqual({ ok: true, value: null });
  expect(existsSync(path)).toBe(false);
  expect(attest.app.windows()).toHaveLength(1);
});

/** Lets the window write to a path, as a choice in the dialog for saving does. */
async function grant(
  attest: { readonly api: Api; answerDialogs(...answers: readonly string[]): void },
  path: string,
): Promise<string> {
  attest.answerDialogs(path);
  return (
    (await attest.api.window.chooseSavePath({ title: 'Save', defaultName: 'never.pdf' })) ?? ''
  );
}
