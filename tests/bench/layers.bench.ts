import type { Page } from '@playwright/test';
import { benchProject, median, row, type BenchRow } from './bench-project.ts';
import { press } from './key-times.ts';
import { fillMarkedSource, titles } from './marked-source.ts';
import { openOnce, type Opening } from './opening.ts';
import { openBenchWindow, rest } from './window.ts';

const openings = 5;
const rounds = 15;

/** Presses the key that hides the others' layers, or shows all again; milliseconds to the end of the frame that shows it. */
async function toggle(page: Page): Promise<number> {
  await rest(page);
  await page.evaluate(() => {
    const lines = (): number =>
      [...CSS.highlights].reduce(
        (sum, [name, { size }]) => sum + (name.startsWith('mark-line') ? size : 0),
        0,
      );
    const before = lines();
    const state: { toggled?: Promise<number> } = window as never;
    state.toggled = new Promise((resolve) => {
      const begin = (pressed: Event): void => {
        window.removeEventListener('keydown', begin, true);
        // A message is delivered only after the frame in which it was sent is painted.
        const { port1, port2 } = new MessageChannel();
        const frame = (): void => port2.postMessage(null);
        port1.onmessage = () => {
          if (lines() !== before) resolve(performance.now() - pressed.timeStamp);
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      };
      window.addEventListener('keydown', begin, true);
    });
  });
  await page.keyboard.press('Shift+o');
  return page.evaluate(() => (window as never as { toggled: Promise<number> }).toggled);
}

/** Layers of three analysts in 1,000,000 characters with 10,000 marks: opening, hiding and showing; medians. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  await fillMarkedSource(project, { layers: 3 });
  await project.close();
  const window = await openBenchWindow(project.path);
  const { page } = window;
  await page.getByRole('option').filter({ hasText: titles.short }).click();
  const opened: Record<'marked' | 'bare', Opening[]> = { marked: [], bare: [] };
  for (let round = 0; round < openings; round += 1) {
    for (const name of ['bare', 'marked'] as const) {
      opened[name].push(await openOnce(window, name));
    }
  }
  await page.getByRole('option').filter({ hasText: titles.marked }).click();
  await page.getByLabel(`Text of ${titles.marked}`).locator('[data-line="2"]').click();
  await page.keyboard.press('Escape');
  const times = { toggle: [] as number[], caret: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.toggle.push(await toggle(page));
    times.caret.push((await press(page, 'ArrowRight')).paintedMs);
  }
  await window.attest.close();
  await project.end();
  const of = (name: 'marked' | 'bare', field: 'paintedMs' | 'listedMs'): number =>
    median(opened[name].map((opening) => opening[field]));
  return [
    row(
      'open 10,000 marks of three analysts, to first paint (floor: without marks)',
      of('marked', 'paintedMs'),
      of('bare', 'paintedMs'),
    ),
    row(
      '… until the list of marks stands beside it',
      of('marked', 'listedMs'),
      of('bare', 'listedMs'),
    ),
    row(
      'hide or show layers: key to painted (floor: the caret moves there)',
      median(times.toggle),
      median(times.caret),
    ),
  ];
}
