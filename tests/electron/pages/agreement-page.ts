import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { ReviewPage } from './review-page.ts';

/** How far two analysts agree, and what lies behind each figure. */
export class AgreementPage {
  readonly review: ReviewPage;
  readonly page: Page;
  readonly measures: Locator;
  /** What lies behind the figure that was chosen. */
  readonly disagreements: Locator;

  constructor(attest: LaunchedAttest) {
    this.review = new ReviewPage(attest);
    this.page = attest.page;
    this.measures = attest.page.getByRole('listbox', { name: 'Measures' }).getByRole('option');
    this.disagreements = attest.page
      .getByRole('listbox', { name: 'Disagreements' })
      .getByRole('option');
  }

  async open(): Promise<void> {
    await this.review.open('Agreement');
  }

  /** Waits for a figure to three places, and shows what lies behind it. */
  async expectFigure(measure: string, figure: string): Promise<void> {
    const row = this.measures.filter({ hasText: measure }).first();
    await expect(row).toContainText(figure);
    await row.click();
  }
}
