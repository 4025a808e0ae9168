import { expect, type Locator } from '@playwright/test';
import type { LaunchedAttest } from '../launch.ts';

/** The window while no project is open. */
export interface WelcomePage {
  readonly heading: Locator;
  readonly newProject: Locator;
  readonly openProject: Locator;
  readonly sampleProject: Locator;
  readonly recent: Locator;
  /** Makes an empty project at a path and waits until it is open. */
  create(path: string): Promise<void>;
  /** Opens the project of a name from the recent ones. */
  openRecent(name: string): Promise<void>;
}

export function welcomePage({ page, answerDialogs }: LaunchedAttest): WelcomePage {
  const start = page.getByRole('region', { name: 'Start' });
  const recent = page.getByRole('region', { name: 'Recent projects' });
  const newProject = start.getByRole('button', { name: 'New project' });
  const opened = page.getByRole('tablist', { name: 'Views' });
  return {
    heading: page.getByRole('heading', { name: 'Attest' }),
    newProject,
    openProject: start.getByRole('button', { name: 'Open a project' }),
    sampleProject: start.getByRole('button', { name: 'Sample project' }),
    recent,
    async create(path) {
      answerDialogs(path);
      await newProject.click();
      await expect(opened).toBeVisible();
    },
    async openRecent(name) {
      await recent.getByRole('button', { name, exact: false }).first().click();
      await expect(opened).toBeVisible();
    },
  };
}
