import { expect, type Locator, type Page } from '@playwright/test';

/** The summary view. */
export class SummaryPage {
  readonly page: Page;
  readonly view: Locator;
  readonly title: Locator;
  readonly text: Locator;
  readonly citations: Locator;
  readonly sources: Locator;
  readonly toolbar: Locator;
  readonly choice: Locator;
  readonly card: Locator;
  readonly suggestions: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.view = page.getByRole('region', { name: 'Summary', exact: true });
    this.title = page.getByRole('textbox', { name: 'Title of the summary' });
    this.text = page.getByRole('textbox', { name: /^Text of “/ });
    this.citations = this.text.getByRole('link');
    this.sources = page.getByRole('region', { name: 'Sources', exact: true }).getByRole('listitem');
    this.toolbar = page.getByRole('toolbar', { name: 'Text' });
    this.choice = this.view.getByRole('combobox', { name: 'Summary' });
    this.card = page.getByRole('tooltip');
    this.problem = this.view.getByRole('alert');
    this.suggestions = page.getByRole('listbox', { name: 'Claims to cite' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Summary' }).click();
  }

  /** Opens the view, makes a summary and goes to its text. */
  async make(title: string): Promise<void> {
    await this.open();
    await this.page.keyboard.press('ControlOrMeta+Alt+n');
    await expect(this.title).toHaveValue(/^Summary( \d+)?$/);
    await expect(this.title).toBeFocused();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await expect(this.text).toBeFocused();
  }

  /** Types `[[` and words, and takes the first claim that is found. */
  async cite(words: string, claim: string): Promise<void> {
    await this.page.keyboard.type(`[[${words}`);
    await expect(this.suggestions.getByRole('option').first()).toHaveText(new RegExp(claim));
    await this.page.keyboard.press('Enter');
    await expect(this.suggestions).toBeHidden();
  }

  async saved(): Promise<void> {
    await expect(this.view.getByText('Saved', { exact: true })).toBeVisible();
  }

  pressed(format: string): Locator {
    return this.toolbar.getByRole('button', { name: format, pressed: true });
  }
}
