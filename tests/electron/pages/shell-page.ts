import { expect, type Locator } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';

/** The window with an open project: its bar, its panes, and what lies over them. */
export interface ShellPage {
  readonly projectMenu: Locator;
  readonly leftPane: Locator;
  readonly inspector: Locator;
  readonly dialog: Locator;
  readonly messages: Locator;
  /** The tab of a view or of a pane. */
  tab(name: string): Locator;
  /** Runs a command by its name, through the palette. */
  run(command: string): Promise<void>;
  /** Runs a command by its id, as the application menu does. */
  chooseInMenu(id: string): Promise<void>;
  /** Closes the dialog that is open with Esc. */
  escape(): Promise<void>;
}

export function shellPage({ app, page }: LaunchedAttest): ShellPage {
  const dialog = page.getByRole('dialog');
  const paletteField = page.getByRole('combobox', { name: 'Find a command or a source' });
  return {
    projectMenu: page.getByRole('button', { name: '(project menu)' }),
    leftPane: page.getByRole('complementary', { name: 'Left pane', includeHidden: true }),
    inspector: page.getByRole('complementary', { name: 'Inspector', includeHidden: true }),
    dialog,
    messages: page.getByRole('region', { name: 'Messages' }),
    tab: (name) => page.getByRole('tab', { name, exact: true }),
    async run(command) {
      await page.keyboard.press('ControlOrMeta+k');
      await paletteField.fill(command);
      await page.getByRole('option', { name: command }).first().click();
      await expect(paletteField).toBeHidden();
    },
    async chooseInMenu(id) {
      await app.evaluate(({ Menu }, itemId) => {
        Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click();
      }, id);
    },
    async escape() {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    },
  };
}
