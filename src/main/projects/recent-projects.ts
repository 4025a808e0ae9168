import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../../shared/contract/projects.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

/** How many projects are remembered. */
const limit = 30;

const recentSchema = z.array(
  z.object({ path: z.string().min(1), name: z.string(), openedAt: z.iso.datetime() }),
);
type Remembered = z.infer<typeof recentSchema>[number];

/** The projects opened here before, the latest first. */
export interface RecentProjects {
  list(): readonly RecentProject[];
  /** Puts a project first, under its present name. */
  remember(project: { readonly path: string; readonly name: string }): void;
  forget(path: string): void;
}

/** Keeps the list in one file of the folder; a list that cannot be written is no reason not to work. */
export function createRecentProjects(folder: string, clock: () => number): RecentProjects {
  const file = join(folder, 'recent-projects.json');
  const read = (): readonly Remembered[] => readJsonFile(file, recentSchema) ?? [];
  const write = (projects: readonly Remembered[]): void => {
    try {
      writeJsonFile(file, projects.slice(0, limit));
    } catch {
      // Opening a project must not fail over this.
    }
  };
  const without = (path: string): readonly Remembered[] =>
    read().filter((project) => project.path !== path);
  return {
    list: () => read().map((project) => ({ ...project, missing: !existsSync(project.path) })),
    remember({ path, name }) {
      write([{ path, name, openedAt: new Date(clock()).toISOString() }, ...without(path)]);
    },
    forget: (path) => write(without(path)),
  };
}
