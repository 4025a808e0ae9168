import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Span } from '../../src/shared/domain/highlights/span.ts';
import { test } from './launch.ts';
import { InspectorPage, startProject } from './pages/inspector-page.ts';
import { ReaderPage } from './pages/reader-page.ts';

const lineLength = 200;
const text = Array.from({ length: 5_000 }, (_, line) =>
  `Paragraph ${line} `.padEnd(lineLength - 1, 'says what it says and '),
).join('\n');
/** The same lines, so that nothing but the marks is different. */
const sources = { marked: text, bare: `${text.slice(0, -1)}.` };

/** 10,000 marks: three deep, at every hundredth place sixteen deep. */
function manyMarks(): readonly Span[] {
  const marks: Span[] = [];
  const step = Math.floor((text.length - 400) / 3_200);
  for (let place = 0; marks.length < 10_000; place += 1) {
    const depth = place % 100 === 1 ? 16 : 3;
    for (let level = 0; level < depth && marks.length < 10_000; level += 1) {
      const start = ((place * step) % (text.length - 400)) + level * 5;
      marks.push([start, start + 60 + ((place * 31 + level * 17) % 120)]);
    }
  }
  return marks;
}

/** Where a span of a mark is, and of which. */
type PlacedMark = readonly [start: number, end: number, id: string];

interface Shown {
  readonly lines: number;
  readonly nodesInText: number;
  readonly nodesInPage: number;
}

function countShown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const count = (root: Node): number => {
      const walker = document.createTreeWalker(root);
      let nodes = 1;
      while (walker.nextNode() !== null) nodes += 1;
      return nodes;
    };
    const root = document.querySelector('.reader-text') ?? document;
    return {
      lines: root.querySelectorAll('[data-line]').length,
      nodesInText: count(root),
      nodesInPage: count(document),
    };
  });
}

/** Jumps to places all over the text, or stays where it is for a frame; in the first frame after each, counts the marks that are seen and those of them that are not painted from end to end or have no bar. */
function jumpAbout(page: Page, marks: readonly PlacedMark[], jumps: number | 'stay') {
  return page.evaluate(
    async ({ marks, jumps, lineLength }) => {
      const scroller = document.querySelector('.reader-scroller');
      const root = document.querySelector('.reader-text');
      if (scroller === null || root === null) throw new Error('No source is shown.');
      const elements = [...root.querySelectorAll<HTMLElement>('[data-line]')];
      const offsetOf = (node: Node, offset: number): number => {
        const line = (node.parentElement ?? root).closest<HTMLElement>('[data-line]');
        return Number(line?.dataset.line) * lineLength + offset;
      };
      const nextFrame = () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          requestAnimationFrame(() => port2.postMessage(null));
        });
      const isCovered = ([start, end]: readonly [number, number], painted: Uint8Array) =>
        painted.subarray(start, end).every((here) => here === 1);
      let state = 20_261_122;
      let visible = 0;
      const missing: string[] = [];
      for (let jump = 0; jump < (jumps === 'stay' ? 1 : jumps); jump += 1) {
        state = (state * 48_271) % 2_147_483_647;
        const room = scroller.scrollHeight - scroller.clientHeight;
        if (jumps !== 'stay') scroller.scrollTop = (state / 2_147_483_647) * room;
        await nextFrame();
        const frame = scroller.getBoundingClientRect();
        const seen = elements.flatMap((element, line) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > frame.top && top < frame.bottom ? [line] : [];
        });
        const from = (seen[0] ?? 0) * lineLength;
        const to = ((seen.at(-1) ?? 0) + 1) * lineLength - 1;
        const painted = new Uint8Array(elements.length * lineLength);
        for (const [name, ranges] of CSS.highlights) {
          if (!name.startsWith('mark-')) continue;
          for (const range of ranges as unknown as Iterable<AbstractRange>) {
            const start = offsetOf(range.startContainer, range.startOffset);
            painted.fill(1, start, offsetOf(range.endContainer, range.endOffset));
          }
        }
        const bars = [...document.querySelectorAll<HTMLElement>('.reader-gutter [data-mark]')];
        const barred = new Set(bars.map((bar) => bar.dataset.mark));
        // Where there are more marks than lanes, some share one bar that is no mark's own.
        const shared = [...document.querySelectorAll('.reader-bar:not([data-mark])')].map((bar) =>
          bar.getBoundingClientRect(),
        );
        const isShared = (offset: number): boolean => {
          const line = elements[Math.floor(offset / lineLength)]?.getBoundingClientRect();
          return shared.some((bar) => line && bar.top < line.bottom && bar.bottom > line.top);
        };
        for (const [start, end, id] of marks) {
          if (start >= to || end <= from) continue;
          visible += 1;
          const part = [Math.max(start, from), Math.min(end, to)] as const;
          const hasBar = barred.has(id) || isShared(part[0]);
          if (!isCovered(part, painted) || !hasBar) {
            missing.push(`${start}–${end} after jump ${jump}`);
          }
        }
      }
      return { visible, missing };
    },
    { marks, jumps, lineLength },
  );
}

/** Scrolls by some pixels a frame, and gives the frames in which no mark that is seen had its fill. */
function scrollOn(page: Page, step: number, frames: number): Promise<readonly number[]> {
  return page.evaluate(
    async ({ step, frames }) => {
      const scroller = document.querySelector('.reader-scroller');
      if (scroller === null) throw new Error('No source is shown.');
      const { top, bottom } = scroller.getBoundingClientRect();
      const nextFrame = () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          requestAnimationFrame(() => port2.postMessage(null));
        });
      const isSeen = ({ startContainer }: AbstractRange): boolean => {
        const line = startContainer.parentElement?.getBoundingClientRect();
        return line !== undefined && line.bottom > top && line.top < bottom;
      };
      const bare: number[] = [];
      for (let frame = 0; frame < frames; frame += 1) {
        scroller.scrollTop += step;
        await nextFrame();
        const fills = [...CSS.highlights].filter(([name]) => name.startsWith('mark-fill-'));
        const ranges = fills.flatMap(([, fill]) => [...(fill as unknown as Set<AbstractRange>)]);
        if (!ranges.some(isSeen)) bare.push(frame);
      }
      return bare;
    },
    { step, frames },
  );
}

test('a long source with many marks is in the page whole, with no more elements than without marks', async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const attest = await launch();
  const { page, api } = attest;
  const titled = [
    { title: 'Marked', text: sources.marked },
    { title: 'Bare', text: sources.bare },
  ];
  const [sourceId] = await startProject(attest, folder, titled);
  if (sourceId === undefined) throw new Error('A source is needed');
  const file = join(folder, 'marks.jsonl');
  const lines = manyMarks().map(([start, end]) => JSON.stringify({ source: sourceId, start, end }));
  writeFileSync(file, lines.join('\n'));
  attest.answerDialogs([file]);
  const [path] = await api.window.choosePaths({ title: 'Marks', what: 'file' });
  const report = await api.exchange.importMarkup({ path: path ?? '', format: 'jsonl' });
  expect(report).toMatchObject({ placed: 10_000, problems: [], unplaced: [] });
  const rows = await api.highlights.ofSource({ sourceId });
  const marks = rows.flatMap(({ id, spans }) =>
    spans.map(([start, end]) => [start, end, id] as const),
  );

  const inspector = new InspectorPage(page);
  const reader = new ReaderPage(page);
  await inspector.openSource('Bare');
  await expect(reader.text).toHaveAccessibleName('Text of Bare');
  await expect(page.getByText('No marks yet')).toBeVisible();
  const bare = await countShown(page);
  await inspector.openSource('Marked');
  await expect(reader.text).toHaveAccessibleName('Text of Marked');
  await expect(reader.marks.getByRole('option').first()).toBeVisible();
  await expect(reader.bars.first()).toBeVisible();
  const marked = await countShown(page);

  // Nothing is cut into pages, and nothing stands in the text but its lines.
  expect(bare.lines).toBe(5_000);
  expect(marked.lines).toBe(5_000);
  expect(await reader.text.locator('[data-line]').allTextContents()).toEqual(
    sources.marked.split('\n'),
  );
  expect(marked.nodesInText).toBe(bare.nodesInText);
  expect(marked.nodesInPage - bare.nodesInPage).toBeLessThan(2_000);

  const { visible, missing } = await jumpAbout(page, marks, 40);
  expect(missing).toEqual([]);
  expect(visible).toBeGreaterThan(400);
  // However fast it is scrolled, marked text is seen to be marked, and once it rests nothing is missing.
  for (const step of [40, 240, 700, -700, -240]) {
    expect(await scrollOn(page, step, 20), `frames without fills, ${step} pixels each`).toEqual([]);
    const unpainted = async () => (await jumpAbout(page, marks, 'stay')).missing;
    await expect.poll(unpainted).toEqual([]);
    const lines = () =>
      page.evaluate(
        () => [...CSS.highlights].filter(([name]) => name.startsWith('mark-line-')).length,
      );
    await expect.poll(lines).toBeGreaterThan(0);
  }
  // What was painted on the way is let go.
  const ranges = await page.evaluate(() =>
    [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0),
  );
  expect(ranges).toBeLessThan(1_500);
  expect((await countShown(page)).nodesInPage - bare.nodesInPage).toBeLessThan(2_000);

  // A move of the caret alone touches nothing: each change of the page is paid for with every painted range.
  await reader.scrollToLine(40);
  await reader.press('Paragraph 41 says');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await reader.frame();
  await page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    new MutationObserver((records) => {
      for (const { type, target } of records) changes.push(`${type} of ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
    await page.keyboard.press(key);
    await reader.frame();
  }
  const changes = await page.evaluate(() => (window as never as { changes: string[] }).changes);
  expect(changes).toEqual([]);
});
