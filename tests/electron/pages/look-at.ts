import { expect } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { findAxeProblems } from './find-axe-problems.ts';

/** Looks at the window as it stands, in light by every rule and in dark by its contrast, and keeps a picture of each. */
export async function lookAt(attest: LaunchedAttest, name: string): Promise<void> {
  const { page } = attest;
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findAxeProblems(page), `${name}, light`).toEqual([]);
  await attest.screenshot(name);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findAxeProblems(page, ['color-contrast']), `${name}, dark`).toEqual([]);
  await attest.screenshot(`${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}
