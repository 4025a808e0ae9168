import { expect, type Locator, type Page } from '@playwright/test';

declare global {
  interface Window {
    attestPresses?: number;
  }
}

/** Hands that never leave the keyboard: keys go to whatever has the focus, and nothing else is touched. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Begins to count every press of a pointer in the page. */
  async watchPointer(): Promise<void> {
    await this.page.evaluate(() => {
      window.attestPresses = 0;
      for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
        window.addEventListener(name, () => (window.attestPresses = NaN), { capture: true });
      }
    });
  }

  /** Fails if a pointer was used since it is watched. */
  async expectNoPointer(): Promise<void> {
    expect(await this.page.evaluate(() => window.attestPresses)).toBe(0);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Types in place of what a field holds. */
  async replace(text: string): Promise<void> {
    await this.press('ControlOrMeta+a');
    await this.type(text);
  }

  /** Presses Tab until something has the focus; it must be reached within so many presses. */
  async tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 40): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      if (await isFocused(wanted)) return;
      await this.press(key);
    }
    await expect(wanted, `reached by ${key}`).toBeFocused();
  }

  /** Runs a command by typing its name into the palette. */
  async command(name: string): Promise<void> {
    await this.press('ControlOrMeta+k');
    await expect(
      this.page.getByRole('combobox', { name: 'Find a command or a source' }),
    ).toBeFocused();
    await this.type(name);
    await expect(this.page.getByRole('option', { selected: true })).toContainText(name);
    await this.press('Enter');
  }

  /** The focus is somewhere a person can see: not on the page itself, not in what is hidden. */
  async expectFocus(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(() => {
          const active = document.activeElement;
          return (
            active !== null &&
            active !== document.body &&
            active.closest('[inert]') === null &&
            active.checkVisibility()
          );
        }),
      )
      .toBe(true);
  }
}

async function isFocused(wanted: Locator): Promise<boolean> {
  return (
    (await wanted.count()) === 1 &&
    (await wanted.evaluate((element) => element === document.activeElement))
  );
}
