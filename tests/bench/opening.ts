import type { Page } from '@playwright/test';
import { titles } from './marked-source.ts';
import { rest, type BenchWindow } from './window.ts';

/** What opening a source once was like; times are milliseconds from the click. */
export interface Opening {
  /** The text, and with it the marks where there are any, stood on the screen. */
  readonly paintedMs: number;
  /** The list of marks stood beside it too. */
  readonly listedMs: number;
  /** Marks in the margin and stretches that were painted then; both zero without marks. */
  readonly bars: number;
  readonly ranges: number;
  readonly nodes: number;
  readonly heapBytes: number;
}

/** Watches the page from the next click on, until a source and its marks are painted; the promise is kept in the page. */
async function watch(page: Page, title: string, marked: boolean): Promise<void> {
  await page.evaluate(
    ({ title, marked }) => {
      const state: {
        painted?: Promise<Pick<Opening, 'paintedMs' | 'listedMs' | 'bars' | 'ranges'>>;
      } = window as never;
      const seen = () => ({
        text: document.querySelector(`[aria-label="Text of ${title}"] [data-line="4999"]`) !== null,
        bars: document.querySelectorAll('.reader-gutter [data-mark]').length,
        ranges: [...CSS.highlights].reduce(
          (sum, [name, ranges]) => sum + (name.startsWith('mark-') ? ranges.size : 0),
          0,
        ),
        listed: marked
          ? document.querySelector('[aria-label="Marks of this source"] [role="option"]') !== null
          : document.body.innerText.includes('No marks yet'),
      });
      state.painted = new Promise((resolve) => {
        const begin = (click: Event): void => {
          window.removeEventListener('click', begin, true);
          let painted: { paintedMs: number; bars: number; ranges: number } | undefined;
          const afterFrame = (): void => {
            const ms = performance.now() - click.timeStamp;
            const { text, bars, ranges, listed } = seen();
            if (text && (!marked || ranges > 0)) painted ??= { paintedMs: ms, bars, ranges };
            if (painted && listed) resolve({ ...painted, listedMs: ms });
            else requestAnimationFrame(frame);
          };
          // A message is delivered only after the frame in which it was sent is painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = afterFrame;
          const frame = (): void => port2.postMessage(null);
          requestAnimationFrame(frame);
        };
        window.addEventListener('click', begin, true);
      });
    },
    { title, marked },
  );
}

/** Opens a source in a fresh page, counts what is there then, and goes back to the short source. */
export async function openOnce(
  { page, load }: BenchWindow,
  name: 'marked' | 'bare',
): Promise<Opening> {
  // A fresh page, with nothing of the source in its memory.
  await page.reload();
  const sources = page.getByRole('listbox', { name: 'Sources' });
  await page.getByLabel(`Text of ${titles.short}`).waitFor();
  await rest(page);
  await load();
  await watch(page, titles[name], name === 'marked');
  await sources.getByRole('option').filter({ hasText: titles[name] }).click();
  const opening = await page.evaluate(
    () => (window as never as { painted: Promise<Opening> }).painted,
  );
  await rest(page);
  const after = await page.evaluate(
    () => document.querySelectorAll('.reader-gutter [data-mark]').length,
  );
  if (after !== opening.bars) {
    throw new Error(`${opening.bars} marks were painted at first, ${after} in the end`);
  }
  const { nodes, heapBytes } = await load();
  await sources.getByRole('option').filter({ hasText: titles.short }).click();
  await page.getByLabel(`Text of ${titles.short}`).waitFor();
  await rest(page);
  return { ...opening, nodes, heapBytes };
}
