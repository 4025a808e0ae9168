import type { Page } from '@playwright/test';
import { rest } from './window.ts';

/** Milliseconds from an input to the end of the frame that shows what it did, and which frame after it that was: 1 is the next one. */
export interface Painted {
  readonly ms: number;
  readonly frame: number;
}

/** What must be seen before an input counts as painted. */
export type Sign = 'a frame' | 'a chosen mark';

/** Acts, and follows the page from the next event of a type until the sign is on the screen. */
export async function untilPainted(
  page: Page,
  { type, sign }: { readonly type: string; readonly sign: Sign },
  act: () => Promise<unknown>,
): Promise<Painted> {
  await rest(page);
  await page.evaluate(
    ({ type, sign, mostFrames }) => {
      const hasChosen = (): boolean =>
        [...CSS.highlights].some(([name, { size }]) => name.startsWith('mark-chosen') && size > 0);
      const seen = () => sign === 'a frame' || hasChosen();
      const state: { painted?: Promise<Painted> } = window as never;
      state.painted = new Promise((resolve, reject) => {
        const begin = (event: Event): void => {
          let frame = 0;
          // A message is delivered only after the frame in which it was sent is painted.
          const { port1, port2 } = new MessageChannel();
          const ask = (): void => port2.postMessage(null);
          port1.onmessage = () => {
            frame += 1;
            if (seen()) resolve({ ms: performance.now() - event.timeStamp, frame });
            else if (frame < mostFrames) requestAnimationFrame(ask);
            else reject(new Error(`${sign} was not seen in ${frame} frames after a ${type}.`));
          };
          requestAnimationFrame(ask);
        };
        window.addEventListener(type, begin, { capture: true, once: true });
      });
    },
    { type, sign, mostFrames: 300 },
  );
  await act();
  return page.evaluate(() => (window as never as { painted: Promise<Painted> }).painted);
}

/** What scrolling was like. */
export interface Scrolling {
  readonly frames: number;
  /** Frames in which nothing new could be shown, because the one before was not done in time. */
  readonly missed: number;
  /** What each frame took from its beginning until it was drawn, in milliseconds. */
  readonly work: readonly number[];
}

/** Scrolls the text by so many pixels a frame, from the top on, for so many frames or to its end. */
export async function scrollText(page: Page, step: number, frames: number): Promise<Scrolling> {
  await page.evaluate(() => document.querySelector('.reader-scroller')?.scrollTo(0, 0));
  await rest(page);
  return page.evaluate(
    ({ step, frames }) =>
      new Promise<Scrolling>((resolve, reject) => {
        const scroller = document.querySelector('.reader-scroller');
        if (scroller === null) return reject(new Error('There is no text to scroll.'));
        let top = -1;
        const beginnings: number[] = [];
        const work: number[] = [];
        const { port1, port2 } = new MessageChannel();
        const frame = (now: number): void => {
          beginnings.push(now);
          scroller.scrollTop += step;
          port2.postMessage(null);
        };
        port1.onmessage = () => {
          const begun = beginnings.at(-1) ?? 0;
          work.push(performance.now() - begun);
          const moved = scroller.scrollTop > top;
          top = scroller.scrollTop;
          if (work.length <= frames && moved) requestAnimationFrame(frame);
          else finish();
        };
        const finish = (): void => {
          const gaps = beginnings.slice(1).map((at, index) => at - (beginnings[index] ?? at));
          const display = 1_000 / 60;
          const missed = gaps.reduce(
            (sum, gap) => sum + Math.max(0, Math.round(gap / display) - 1),
            0,
          );
          resolve({ frames: gaps.length, missed, work });
        };
        requestAnimationFrame(frame);
      }),
    { step, frames },
  );
}
