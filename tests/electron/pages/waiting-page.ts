import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { ReviewPage } from './review-page.ts';

/** What waits for the analyst at work, and what is marked blind. */
export class WaitingPage {
  readonly review: ReviewPage;
  readonly page: Page;
  readonly pane: Locator;
  /** The thing that is looked at, with all that was said of it. */
  readonly detail: Locator;

  constructor(attest: LaunchedAttest) {
    this.review = new ReviewPage(attest);
    this.page = attest.page;
    this.pane = attest.page.getByRole('region', { name: 'Waiting for me' });
    this.detail = this.pane.getByRole('region', { name: 'What waits' });
  }

  async open(): Promise<void> {
    await this.review.open('Waiting');
    await expect(this.pane).toBeVisible();
  }

  /** Shows one part of the pane: `Verdicts`, `Comments`, `Marks`, `Progress`, `Blind`. */
  async show(part: string): Promise<void> {
    await this.pane.getByText(new RegExp(`^${part}( \\(|$)`)).click();
  }

  async expectCount(part: 'Verdicts' | 'Comments' | 'Marks', count: number): Promise<void> {
    await expect(this.pane.getByRole('radio', { name: `${part} (${count})` })).toBeVisible();
  }

  /** Looks at what stands in a list with these words, so that the keys mean it. */
  async lookAt(list: 'Verdicts' | 'Comments' | 'Marks', words: string): Promise<void> {
    const box = this.pane.getByRole('listbox', { name: list });
    const row = box.getByRole('option').filter({ hasText: words });
    if ((await row.getAttribute('aria-selected')) === 'true') await box.focus();
    else await row.click();
    await expect(this.detail).toContainText(words);
  }

  /** Assigns all sources to be marked by everybody who is known, each without seeing the others. */
  async assignAll(people: readonly string[]): Promise<void> {
    await this.open();
    await this.show('Blind');
    await this.pane.getByRole('button', { name: 'Assign sources…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Assign for blind marking' });
    await dialog.getByRole('button', { name: /^Choose all that fit/ }).click();
    for (const name of people) await dialog.getByRole('checkbox', { name }).check();
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Says that the analyst at work is done with a source that was assigned to them. */
  async handIn(title: string): Promise<void> {
    await this.open();
    await this.show('Blind');
    const list = this.pane.getByRole('listbox', { name: 'Assigned for blind marking' });
    await list.getByRole('option').filter({ hasText: title }).click();
    const chosen = this.pane.getByRole('group', { name: 'The chosen assignment' });
    await chosen.getByRole('button', { name: 'Hand in' }).click();
    await expect(chosen.getByRole('button', { name: 'Hand in' })).toBeHidden();
  }
}
