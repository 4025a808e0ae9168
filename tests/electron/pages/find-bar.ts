import { expect, type Locator, type Page } from '@playwright/test';

/** The bar below the reader that finds in the source. */
export class FindBar {
  readonly page: Page;
  readonly bar: Locator;
  readonly field: Locator;
  readonly count: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('search', { name: 'Find in this source' });
    this.field = this.bar.getByRole('textbox', { name: 'Find in this source' });
    this.count = this.bar.locator('.find-count');
  }

  /** Opens the bar by key and types. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+f');
    await expect(this.field).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
  }

  option(name: 'Match case' | 'Whole words' | 'Regular expression'): Locator {
    return this.bar.getByRole('button', { name });
  }

  /** The words that are painted as hits, and as the hit the analyst is at, in the order of the text. */
  async painted(): Promise<{ readonly hits: readonly string[]; readonly current: string | null }> {
    return this.page.evaluate(() => {
      const wordsOf = (name: string) =>
        [...((CSS.highlights.get(name) ?? []) as unknown as Iterable<AbstractRange>)].map(
          (each) => {
            const range = document.createRange();
            range.setStart(each.startContainer, each.startOffset);
            range.setEnd(each.endContainer, each.endOffset);
            return range.cloneContents().textContent ?? '';
          },
        );
      return { hits: wordsOf('find-hit'), current: wordsOf('find-current')[0] ?? null };
    });
  }
}
