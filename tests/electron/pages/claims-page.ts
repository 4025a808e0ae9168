import { expect, type Locator, type Page } from '@playwright/test';

/** The table of claims in the middle of the window. */
export class ClaimsPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly words: Locator;
  readonly filters: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Claims' });
    this.words = page.getByRole('searchbox', { name: 'Filter by words' });
    this.filters = page.getByRole('dialog', { name: 'Filters' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Claims' }).click();
  }

  row(statement: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: statement });
  }

  /** The statements on screen, from top to bottom. */
  statements(): Promise<string[]> {
    return this.grid.locator('[role="gridcell"][aria-colindex="1"]').allInnerTexts();
  }

  async expectStatements(statements: readonly string[]): Promise<void> {
    await expect.poll(() => this.statements()).toEqual(statements);
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async filterBy(name: string, option: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click();
    await this.filters.getByRole('combobox', { name }).selectOption({ label: option });
    await this.page.keyboard.press('Escape');
  }
}
