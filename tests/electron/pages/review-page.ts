import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { shellPage } from './shell-page.ts';

/** The review view: parcels, merges, agreement, adjudication. */
export class ReviewPage {
  readonly attest: LaunchedAttest;
  readonly page: Page;
  readonly items: Locator;
  readonly detail: Locator;

  constructor(attest: LaunchedAttest) {
    this.attest = attest;
    this.page = attest.page;
    this.items = attest.page.getByRole('listbox', { name: 'Items of the merge' });
    this.detail = attest.page.getByRole('region', { name: 'Item of the merge' });
  }

  /** Opens a part of the view. */
  async open(section: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Review', exact: true }).click();
    await this.page.getByRole('tab', { name: section, exact: true }).click();
  }

  /** Writes a parcel through the dialog. */
  async pack(
    path: string,
    {
      whose,
      withSources = false,
    }: { readonly whose?: string; readonly withSources?: boolean } = {},
  ): Promise<void> {
    await shellPage(this.attest).run('Hand over a parcel');
    const dialog = this.page.getByRole('dialog', { name: 'Hand over a parcel' });
    if (whose !== undefined) {
      await dialog.getByRole('combobox', { name: 'Whose markup' }).selectOption({ label: whose });
    }
    if (withSources) await dialog.getByRole('checkbox', { name: 'With the sources' }).check();
    this.attest.answerDialogs(path);
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    const done = this.page.getByRole('dialog', { name: 'Parcel written' });
    await expect(done).toContainText(path);
    await done.getByRole('button', { name: 'Close' }).last().click();
    await expect(done).toBeHidden();
  }

  /** Chooses a file to merge, and waits for the rehearsal. */
  async merge(path: string): Promise<void> {
    this.attest.answerDialogs(path);
    await shellPage(this.attest).run('Merge a parcel or project');
    const heading = this.page.getByRole('heading', { name: /^Merge from/ });
    await expect(heading).toBeVisible({ timeout: 60_000 });
  }

  /** Chooses a file to merge of which everything is here already. */
  async expectNothingNew(path: string): Promise<void> {
    await this.merge(path);
    await expect(this.page.getByText('Nothing new')).toBeVisible();
  }

  /** Merges what is chosen by key, and closes what the merge says it did. */
  async take(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.page.getByRole('heading', { name: /^Merged/ })).toBeVisible();
    await this.page.getByRole('button', { name: 'Done' }).click();
    await expect(this.page.getByText('No merge on its way')).toBeVisible();
  }

  /** Narrows the items of the merge: the first option of that select whose name begins so. */
  async narrow(select: 'List' | 'Kind' | 'Source' | 'Tag', name: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: select, exact: true });
    const options = await field.getByRole('option').allTextContents();
    const found = options.find((option) => option.startsWith(name));
    expect(found, `“${name}” among ${options.join(', ')}`).toBeDefined();
    await field.selectOption({ label: found ?? '' });
  }

  /** How many items each list has, as the first select names them. */
  async lists(): Promise<readonly string[]> {
    const field = this.page.getByRole('combobox', { name: 'List', exact: true });
    return field.getByRole('option').allTextContents();
  }

  /** The row of an item by its words. */
  item(words: string): Locator {
    return this.items.getByRole('option').filter({ hasText: words });
  }
}
