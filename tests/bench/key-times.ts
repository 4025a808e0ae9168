import type { Page } from '@playwright/test';
import { rest } from './window.ts';

/** What a key led to; milliseconds from the moment it was pressed to the end of the frame that shows it. */
export interface KeyTimes {
  /** What the key does was painted, saved or not. */
  readonly paintedMs: number;
  /** In which frame after the key: 1 is the next one. */
  readonly paintedFrame: number;
  /** It was acknowledged, and is painted as saved. */
  readonly savedMs: number;
}

/** A key that is measured. */
export type Key = 'h' | 'Delete' | 'ArrowRight';

/** Presses a key that adds a mark (`h`), removes it (`Delete`), or moves the caret, and follows what is painted. */
export async function press(page: Page, key: Key): Promise<KeyTimes> {
  await rest(page);
  await page.evaluate((key) => {
    const told = () => document.querySelector('.for-readers[role="status"]')?.textContent;
    // Looked up in the highlights: where many marks lie, not each has a bar of its own.
    const hasChosen = (): boolean =>
      [...CSS.highlights].some(([name, { size }]) => name.startsWith('mark-chosen') && size > 0);
    const isPainted = (): boolean => key === 'ArrowRight' || hasChosen() === (key === 'h');
    const isSaved = (): boolean => {
      if (key === 'h') return (CSS.highlights.get('mark-pending')?.size ?? 0) === 0;
      return key === 'ArrowRight' || told()?.startsWith('Mark removed') === true;
    };
    const state: { times?: Promise<KeyTimes> } = window as never;
    state.times = new Promise((resolve) => {
      const begin = (pressed: Event): void => {
        window.removeEventListener('keydown', begin, true);
        let frames = 0;
        let painted: Pick<KeyTimes, 'paintedMs' | 'paintedFrame'> | undefined;
        // A message is delivered only after the frame in which it was sent is painted.
        const { port1, port2 } = new MessageChannel();
        const frame = (): void => port2.postMessage(null);
        port1.onmessage = () => {
          const ms = performance.now() - pressed.timeStamp;
          frames += 1;
          if (isPainted()) painted ??= { paintedMs: ms, paintedFrame: frames };
          if (painted !== undefined && isSaved()) resolve({ ...painted, savedMs: ms });
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      };
      window.addEventListener('keydown', begin, true);
    });
  }, key);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as never as { times: Promise<KeyTimes> }).times);
}
