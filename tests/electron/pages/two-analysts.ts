import { join } from 'node:path';
import type { LaunchedAttest, LaunchOptions } from '../launch.ts';

type Launch = (options?: LaunchOptions) => Promise<LaunchedAttest>;

/** Two analysts at one project file, one after the other, each with a profile of their own. */
export interface TwoAnalysts {
  /** Starts the window as one of them, with the project open once there is one. */
  as(who: 'Ana Silva' | 'Ben Ode', size?: LaunchOptions['size']): Promise<LaunchedAttest>;
}

const profiles = {
  'Ana Silva': { name: 'Ana Silva', initials: 'AS', colour: 0 },
  'Ben Ode': { name: 'Ben Ode', initials: 'BO', colour: 3 },
} as const;

/** The project is the one that `startProject` makes in the folder. */
export function twoAnalysts(launch: Launch, folder: string): TwoAnalysts {
  let isMade = false;
  return {
    async as(who, size = { width: 1440, height: 900 }) {
      const attest = await launch({
        size,
        userData: join(folder, `user-data of ${who}`),
        ...(isMade ? { args: [join(folder, 'Inspected.attest')] } : {}),
      });
      isMade = true;
      await attest.api.projects.setProfile(profiles[who]);
      return attest;
    },
  };
}
