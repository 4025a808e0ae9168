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

  async filterBy(name: 'Kind' | 'Status' | 'Tag' | 'Actor', option: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click();
    const field = this.filters.getByRole('combobox', { name });
    if (name === 'Kind' || name === 'Status') await field.selectOption({ label: option });
    else {
      await field.fill(option);
      await this.page.getByRole('option', { name: option, exact: true }).click();
    }
    await this.page.keyboard.press('Escape');
    await expect(this.filters).toHaveCount(0);
  }
}
