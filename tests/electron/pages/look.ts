import { expect } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';
import { findAxeProblems } from './find-axe-problems.ts';

/** Looks at the window as it stands by every rule, in light and dark, and keeps a picture of each. */
export async function look(attest: LaunchedAttest, name: string): Promise<void> {
  await attest.page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findAxeProblems(attest.page), `${name}, light`).toEqual([]);
  await attest.screenshot(name);
  await attest.page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findAxeProblems(attest.page, ['color-contrast']), `${name}, dark`).toEqual([]);
  await attest.screenshot(`${name}-dark`);
  await attest.page.emulateMedia({ colorScheme: 'light' });
}
