import type { Page } from '@playwright/test';
import { benchProject, median, row, type BenchProject, type BenchRow } from './bench-project.ts';
import { fillMarkedSource, titles } from './marked-source.ts';
import { memoryOf } from './memory.ts';
import { scrollText, untilPainted, type Painted, type Scrolling } from './painted.ts';
import { openBenchWindow, rest, windowSize } from './window.ts';

type Name = 'marked' | 'bare';
const names = ['bare', 'marked'] as const;

/** Pixels a frame and how many frames: a slow wheel, a fast one, and a page a frame down to the end of the text. */
const speeds = [
  { what: 'a slow wheel, 40 px a frame', step: 40, frames: 300 },
  { what: 'a fast wheel, 240 px a frame', step: 240, frames: 300 },
  { what: 'from top to bottom, a page a frame', step: 755, frames: 2_000 },
] as const;
const rounds = 2;
const inputs = 12;

type Actions = Record<'click' | 'extend' | 'drag' | 'narrow' | 'pane', Painted[]>;

async function openText(page: Page, name: Name): Promise<void> {
  await page.getByRole('option').filter({ hasText: titles[name] }).click();
  await page.getByLabel(`Text of ${titles[name]}`).waitFor();
  if (name === 'marked') await page.locator('.reader-gutter [data-mark]').first().waitFor();
  await rest(page);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points of the window on marked words, in marks far enough from one another. */
function pointsOnMarks(page: Page): Promise<readonly Point[]> {
  return page.evaluate((most) => {
    const points: Point[] = [];
    for (const [name, ranges] of CSS.highlights) {
      if (!name.startsWith('mark-fill')) continue;
      for (const { startContainer, startOffset } of ranges) {
        if (startOffset >= (startContainer.nodeValue?.length ?? 0)) continue;
        const letter = document.createRange();
        letter.setStart(startContainer, startOffset);
        letter.setEnd(startContainer, startOffset + 1);
        const { left, top, width, height } = letter.getBoundingClientRect();
        const point = { x: left + width / 2, y: top + height / 2 };
        const isSeen = point.y > 200 && point.y < window.innerHeight - 60;
        if (isSeen && points.every(({ y }) => Math.abs(y - point.y) > 20)) points.push(point);
      }
    }
    return points.slice(0, most);
  }, inputs);
}

/** Does what is done all day in a text, each a few times. */
async function act(page: Page, name: Name, points: readonly Point[]): Promise<Actions> {
  const text = page.getByLabel(`Text of ${titles[name]}`);
  const done: Actions = { click: [], extend: [], drag: [], narrow: [], pane: [] };
  const sign = name === 'marked' ? 'a chosen mark' : 'a frame';
  const line = text.locator('[data-line="3"]');
  for (const { x, y } of points) {
    const click = { type: 'click', sign } as const;
    done.click.push(await untilPainted(page, click, () => page.mouse.click(x, y)));
    await page.keyboard.press('Escape');
  }
  await line.click();
  await page.keyboard.press('Escape');
  for (let round = 0; round < inputs; round += 1) {
    const extend = () => page.keyboard.press('Shift+ArrowDown');
    done.extend.push(await untilPainted(page, { type: 'keydown', sign: 'a frame' }, extend));
  }
  await page.keyboard.press('Escape');
  const box = await line.boundingBox();
  if (box === null) throw new Error('Line 3 is not on the screen.');
  await page.mouse.move(box.x + 5, box.y + 10);
  await page.mouse.down();
  for (let round = 1; round <= inputs; round += 1) {
    const move = () => page.mouse.move(box.x + 5 + 30 * round, box.y + 10 + 20 * round);
    done.drag.push(await untilPainted(page, { type: 'mousemove', sign: 'a frame' }, move));
  }
  await page.mouse.up();
  await page.keyboard.press('Escape');
  return done;
}

async function resize(page: Page, sized: (width: number) => Promise<void>, done: Actions) {
  for (let round = 0; round < 6; round += 1) {
    const width = round % 2 === 0 ? 1_000 : windowSize.width;
    const event = { type: 'resize', sign: 'a frame' } as const;
    done.narrow.push(await untilPainted(page, event, () => sized(width)));
  }
  const separator = page.getByRole('separator', { name: 'Width of the left pane' });
  await separator.focus();
  for (let round = 0; round < 6; round += 1) {
    const key = round % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
    const event = { type: 'keydown', sign: 'a frame' } as const;
    done.pane.push(await untilPainted(page, event, () => page.keyboard.press(key)));
  }
}

interface Reading {
  readonly scrolled: Record<Name, Scrolling[][]>;
  readonly done: Record<Name, Actions>;
}

async function read(project: BenchProject): Promise<Reading> {
  const { page, attest } = await openBenchWindow(project.path);
  const scrolled: Reading['scrolled'] = { bare: [], marked: [] };
  const done = {} as Reading['done'];
  const sized = (width: number) =>
    attest.app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { ...windowSize, width },
    );
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      await openText(page, name);
      const runs: Scrolling[] = [];
      for (const { step, frames } of speeds) runs.push(await scrollText(page, step, frames));
      scrolled[name].push(runs);
    }
  }
  let points: readonly Point[] = [];
  for (const name of ['marked', 'bare'] as const) {
    await openText(page, name);
    await page.evaluate(() => document.querySelector('.reader-scroller')?.scrollTo(0, 0));
    await rest(page);
    // The lines are broken in the same places with marks and without.
    if (name === 'marked') points = await pointsOnMarks(page);
    done[name] = await act(page, name, points);
    await resize(page, sized, done[name]);
  }
  await attest.close();
  return { scrolled, done };
}

/** What the whole application takes with a source open and nothing else done, in bytes. */
async function memoryWith(project: BenchProject, name: Name): Promise<number | null> {
  const { page, attest, load } = await openBenchWindow(project.path);
  await openText(page, name);
  await load();
  await rest(page);
  const bytes = await memoryOf(attest.app);
  await attest.close();
  return bytes;
}

function scrollRows({ scrolled }: Reading): readonly BenchRow[] {
  return speeds.flatMap(({ what }, index) => {
    const runs = (name: Name) => scrolled[name].flatMap((round) => round[index] ?? []);
    const sum = (name: Name, field: 'missed' | 'frames') =>
      runs(name).reduce((total, run) => total + run[field], 0);
    const high = (name: Name) => {
      const work = runs(name)
        .flatMap((run) => run.work)
        .toSorted((a, b) => a - b);
      return work[Math.floor(work.length * 0.95)] ?? Number.NaN;
    };
    const more = sum('marked', 'missed') - sum('bare', 'missed');
    return [
      {
        what: `scroll ${what}: frames missed (floor: without marks)`,
        value: `${sum('marked', 'missed')} of ${sum('marked', 'frames')}`,
        floor: `${sum('bare', 'missed')} of ${sum('bare', 'frames')}`,
        ratio: `${more > 0 ? '+' : ''}${more}`,
      },
      row('… work of a frame, 19 of 20 are below', high('marked'), high('bare')),
    ];
  });
}

function actionRows({ done }: Reading): readonly BenchRow[] {
  const words: Record<keyof Actions, string> = {
    click: 'click a mark: to painted as chosen (floor: the caret is put there, without marks)',
    extend: 'extend the selection by a line across marks (floor: without marks)',
    drag: 'drag a selection across marks, each move (floor: without marks)',
    narrow: 'resize the window: to the frame with new lines (floor: without marks)',
    pane: 'resize the pane beside the text (floor: without marks)',
  };
  return (Object.keys(words) as (keyof Actions)[]).map((action) => {
    const of = (name: Name) => median(done[name][action].map(({ ms }) => ms));
    return row(words[action], of('marked'), of('bare'));
  });
}

/** Scrolling, clicking, selecting and resizing 1,000,000 characters with 10,000 marks, and the memory of it, against the same text without. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  await fillMarkedSource(project);
  await project.close();
  const reading = await read(project);
  const memory = {
    bare: await memoryWith(project, 'bare'),
    marked: await memoryWith(project, 'marked'),
  };
  await project.end();
  const megabytes = (bytes: number | null): string =>
    bytes === null ? 'not told' : `${Math.round(bytes / 1_048_576)} MB`;
  return [
    ...scrollRows(reading),
    ...actionRows(reading),
    {
      what: 'memory of all processes with the source open (floor: without marks)',
      value: megabytes(memory.marked),
      floor: megabytes(memory.bare),
      ratio: `${((memory.marked ?? Number.NaN) / (memory.bare ?? Number.NaN)).toFixed(2)} ×`,
    },
  ];
}
