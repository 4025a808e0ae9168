import { expect, type Locator } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';

/** The dialog that hands results over. */
export interface ExportDialog {
  readonly dialog: Locator;
  /** The choice of a format, such as `CSV table`. */
  format(name: string): Locator;
  /** Writes to a path with what is chosen, and waits for the report. */
  writeTo(path: string): Promise<void>;
}

export function exportDialog({ page, answerDialogs }: LaunchedAttest): ExportDialog {
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  return {
    dialog,
    format: (name) => dialog.getByRole('radio', { name }),
    async writeTo(path) {
      answerDialogs(path);
      await dialog.getByRole('button', { name: 'Choose where to save' }).click();
      await expect(page.getByRole('dialog', { name: 'Exported' })).toBeVisible();
    },
  };
}
