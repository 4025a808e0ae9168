import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { ReviewPage } from './review-page.ts';

/** The walk through what two analysts disagree in. */
export class AdjudicatePage {
  readonly review: ReviewPage;
  readonly page: Page;
  /** What is to be settled, one row a disagreement. */
  readonly rows: Locator;
  /** The disagreement that is looked at. */
  readonly step: Locator;

  constructor(attest: LaunchedAttest) {
    this.review = new ReviewPage(attest);
    this.page = attest.page;
    this.rows = attest.page
      .getByRole('listbox', { name: 'What is to be settled' })
      .getByRole('option');
    this.step = attest.page.getByRole('region', { name: 'Disagreement' });
  }

  async open(): Promise<void> {
    await this.review.open('Adjudicate');
    await expect(this.rows.first()).toBeVisible();
  }

  /** Puts the focus on the list, where single keys settle. */
  async focusList(): Promise<void> {
    await this.page.getByRole('listbox', { name: 'What is to be settled' }).focus();
  }

  /** Waits until the disagreement that is looked at is of some kind and place. */
  async expectStep(kind: string, words: string): Promise<void> {
    await expect(this.step.getByRole('heading')).toContainText(kind);
    await expect(this.step).toContainText(words);
  }

  async expectSettled(count: number, of: number): Promise<void> {
    await expect(this.page.getByText(`${count} of ${of} settled`)).toBeVisible();
  }
}
