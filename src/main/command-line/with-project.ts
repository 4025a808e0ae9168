import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import { initialsOf, type Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import { openApp, type App } from '../app.ts';
import { analystsNamed } from '../database/analysts-store.ts';
import { recordStores } from '../database/record-stores.ts';
import { keptProfile, readProfile } from '../projects/profile.ts';
import { OpenError, UsageError, type ExitStatus, type Invocation } from './command.ts';

const paletteSize = 8;

/** Opens the project that the first argument names, does the work, and closes it whatever happens. */
export async function withProject(
  invocation: Invocation,
  mode: 'read' | 'write',
  work: (app: App) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const { surroundings, io } = invocation;
  const projectPath = resolve(surroundings.workingFolder, invocation.positionals[0] ?? '');
  const app = opened(invocation, projectPath, mode);
  try {
    if (mode === 'write') {
      const analyst = analystAtWork(invocation, app);
      app.setAnalyst(analyst);
    }
    app.subscribe((event) => {
      if (event.type === 'progress') io.progress(event.label, event.done, event.total);
    });
    return await work(app);
  } finally {
    io.progressDone();
    await app.close();
  }
}

/** The path of a project to be made; its folder must be there. */
export function newProjectPath(invocation: Invocation): string {
  const path = fullPath(invocation, invocation.positionals[0] ?? '');
  if (!existsSync(dirname(path))) {
    throw new UsageError(`There is no folder ${dirname(path)}. Nothing was made.`);
  }
  return path;
}

/** A path as it was typed, as a full path. */
export function fullPath(invocation: Invocation, path: string): string {
  return resolve(invocation.surroundings.workingFolder, path);
}

function opened(invocation: Invocation, projectPath: string, mode: 'read' | 'write'): App {
  const { migrationsDirectory, clock, newId, profileFolder } = invocation.surroundings;
  // Who only reads needs no profile, and none is made.
  const analyst =
    mode === 'write'
      ? readProfile(profileFolder, newId)
      : (keptProfile(profileFolder) ?? reader(newId));
  try {
    return openApp({ projectPath, migrationsDirectory, mode, analyst, clock, newId });
  } catch (error) {
    if (error instanceof AttestError) throw new OpenError(projectPath, error.message);
    throw error;
  }
}

function reader(newId: () => string): Analyst {
  return { id: newId() as AnalystId, name: 'Reader', initials: 'R', colour: 0 };
}

/** The analyst of `--analyst`, found by name or id or made, and otherwise the profile's. */
export function analystAtWork(invocation: Invocation, app: App): Analyst {
  const profile = app.context.analyst();
  const name = invocation.text('analyst')?.trim();
  if (name === undefined || name === '') return profile;
  const byId = recordStores.analyst.get(app.context.seen(), name.toLowerCase());
  if (byId !== null) return byId;
  const named = analystsNamed(app.context.seen(), name);
  if (profile.name === name && (named.length === 0 || named.some(({ id }) => id === profile.id))) {
    return profile;
  }
  const [known] = named;
  if (known !== undefined) return known;
  invocation.io.note(`New analyst: ${name}`);
  const id = invocation.surroundings.newId() as AnalystId;
  const colour = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % paletteSize;
  return { id, name, initials: initialsOf(name), colour };
}
