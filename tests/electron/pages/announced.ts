import { expect, type Page } from '@playwright/test';

/** What the window says to screen readers, as it comes. */
export interface Announced {
  /** Everything that was said since it was last asked for, in order. */
  take(): Promise<readonly string[]>;
  /** Waits until something is said that fits; everything up to it is taken. */
  expect(words: string | RegExp): Promise<void>;
}

declare global {
  interface Window {
    attestSaid?: string[];
  }
}

/** Begins to listen at the window's one live region; to be called once its page is drawn. */
export async function listenToAnnouncements(page: Page): Promise<Announced> {
  await page.evaluate(() => {
    const said: string[] = [];
    window.attestSaid = said;
    const region = document.querySelector('[data-announcer]');
    if (region === null) throw new Error('The window has no live region.');
    new MutationObserver(() => {
      const text = region.textContent ?? '';
      if (text !== '') said.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const said = () => page.evaluate(() => window.attestSaid ?? []);
  const drop = (count: number) =>
    page.evaluate((taken) => void window.attestSaid?.splice(0, taken), count);
  const fits = (text: string, words: string | RegExp) =>
    typeof words === 'string' ? text.includes(words) : words.test(text);
  return {
    async take() {
      const all = await said();
      await drop(all.length);
      return all;
    },
    async expect(words) {
      await expect
        .poll(async () => (await said()).some((text) => fits(text, words)) || (await said()), {
          message: `“${words}” is said`,
        })
        .toBe(true);
      await drop((await said()).findIndex((text) => fits(text, words)) + 1);
    },
  };
}
