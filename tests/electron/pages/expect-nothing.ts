import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { findAxeProblems } from './find-axe-problems.ts';
import { shellPage } from './shell-page.ts';
import { sourcesPane } from './sources-pane.ts';
import { welcomePage } from './welcome-page.ts';

/** Rules that a theme can break. */
const themed = ['color-contrast', 'link-in-text-block'];

/** Looks with axe at the window as it stands: by every rule, and in the other theme by those that a theme can break. */
export async function expectNothing(page: Page, place: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findAxeProblems(page), `${place}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findAxeProblems(page, themed), `${place}, dark`).toEqual([]);
}

/** Makes the sample project from the welcome screen. */
export async function openSample(attest: LaunchedAttest, folder: string): Promise<void> {
  attest.answerDialogs(join(folder, 'Sample.attest'));
  await welcomePage(attest).sampleProject.click();
  await shellPage(attest).tab('Sources').click();
  await expect(sourcesPane(attest).rows).toHaveCount(4);
}
