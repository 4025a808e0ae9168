import { expect, type Locator } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';

/** The list of sources in the left pane, and the ways to bring more in. */
export interface SourcesPane {
  readonly list: Locator;
  readonly filter: Locator;
  readonly rows: Locator;
  /** The row of the source that is open. */
  readonly chosen: Locator;
  row(title: string): Locator;
  open(title: string): Promise<void>;
  /** Brings files in through the platform's dialog, and waits for each to be in the list. */
  importFiles(paths: readonly string[]): Promise<void>;
  /** Makes a source of a text, with a title, through the dialog for pasted text. */
  addText(title: string, text: string): Promise<void>;
  /** Opens the details of a source through its menu. */
  showDetails(title: string): Promise<void>;
}

export function sourcesPane({ page, answerDialogs }: LaunchedAttest): SourcesPane {
  const list = page.getByRole('listbox', { name: 'Sources' });
  const rows = list.getByRole('option');
  const row = (title: string): Locator => rows.filter({ hasText: title });
  const bringIn = page.getByRole('button', { name: 'Bring in sources' });
  async function choose(name: string): Promise<void> {
    await bringIn.click();
    await page.getByRole('menuitem', { name }).click();
  }
  return {
    list,
    filter: page.getByRole('textbox', { name: 'Filter the sources' }),
    rows,
    chosen: list.getByRole('option', { selected: true }),
    row,
    async open(title) {
      await row(title).click();
      await expect(row(title)).toHaveAttribute('aria-selected', 'true');
    },
    async importFiles(paths) {
      const before = await rows.count();
      answerDialogs(paths);
      await choose('Files');
      await expect(rows).toHaveCount(before + paths.length);
    },
    async addText(title, text) {
      await choose('Pasted text');
      const dialog = page.getByRole('dialog', { name: 'New source from text' });
      await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
      await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
      await dialog.getByRole('button', { name: 'Bring in' }).click();
      await expect(row(title)).toBeVisible();
    },
    async showDetails(title) {
      await row(title).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Details' }).click();
    },
  };
}
