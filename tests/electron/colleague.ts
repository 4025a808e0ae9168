import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { v5, v7 } from 'uuid';
import { createProjectFile, openApp, type App } from '../../src/main/app.ts';
import { initialsOf, type Analyst } from '../../src/shared/domain/analyst.ts';
import type { AnalystId } from '../../src/shared/domain/ids.ts';

const options = {
  migrationsDirectory: join(import.meta.dirname, '../../migrations'),
  clock: Date.now,
  newId: () => v7(),
};

/** A colleague of a name; the same name is the same analyst. */
export function colleagueNamed(name: string): Analyst {
  return { id: v5(name, v5.URL) as AnalystId, name, initials: initialsOf(name), colour: 4 };
}

/** Works in a project as a colleague would on another machine: with the core alone, while no window has it open. The project is made if it is not there. */
export async function asColleague<T>(
  name: string,
  path: string,
  work: (api: App['api'], app: App) => Promise<T>,
): Promise<T> {
  if (!existsSync(path)) createProjectFile({ path, name: `${name}’s project`, ...options });
  const app = openApp({
    ...options,
    projectPath: path,
    mode: 'write',
    analyst: colleagueNamed(name),
    report: (error) => console.error(error),
  });
  try {
    return await work(app.api, app);
  } finally {
    await app.close();
  }
}
