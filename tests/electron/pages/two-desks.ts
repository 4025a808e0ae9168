import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { LaunchedAttest, LaunchOptions } from '../launch.ts';
import { welcomePage } from './welcome-page.ts';

type Launch = (options?: LaunchOptions) => Promise<LaunchedAttest>;

const profiles = {
  Ana: { name: 'Ana Silva', initials: 'AS', colour: 0 },
  Ben: { name: 'Ben Ode', initials: 'BO', colour: 3 },
} as const;

/** Two analysts, each with a machine, a profile and a project of their own; one works at a time. */
export interface TwoDesks {
  /** Starts the window of one of them with their project open, made the first time; the other's is closed. */
  sitDown(who: keyof typeof profiles): Promise<LaunchedAttest>;
}

export function twoDesks(launch: Launch, folder: string, size: LaunchOptions['size']): TwoDesks {
  const made = new Set<string>();
  let atWork: LaunchedAttest | null = null;
  return {
    async sitDown(who) {
      await atWork?.close();
      const project = join(folder, `${who}.attest`);
      const userData = join(folder, `user-data of ${who}`);
      const isNew = !made.has(who);
      atWork = await launch({ ...(size ? { size } : {}), userData, args: isNew ? [] : [project] });
      if (isNew) {
        await atWork.api.projects.setProfile(profiles[who]);
        await welcomePage(atWork).create(project);
        made.add(who);
      } else await expect(atWork.page.getByRole('tablist', { name: 'Views' })).toBeVisible();
      return atWork;
    },
  };
}
