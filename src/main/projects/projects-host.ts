import { existsSync, realpathSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type { AttestEvent, EventListener } from '../../shared/contract/events.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import {
  projectsMethods,
  type OpenProject,
  type ProjectsApi,
} from '../../shared/contract/projects.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { createProjectFile, openApp, type App, type AppOptions } from '../app.ts';
import { createRouter } from '../router.ts';
import { readProfile, saveProfile } from './profile.ts';
import { createRecentProjects } from './recent-projects.ts';
import { createSampleProject } from './sample/sample-project.ts';
import { createSettings } from './settings.ts';

/** What the host needs from its process; `folder` holds the profile, the recent projects and the settings. */
export interface ProjectsHostOptions extends Pick<
  AppOptions,
  'migrationsDirectory' | 'clock' | 'newId' | 'importWorker'
> {
  readonly folder: string;
  /** Told whenever another project is open, or the open one has another name; null for none. */
  readonly onProject: (project: OpenProject | null) => void;
}

/** Holds at most one open project, which any number of windows share, and answers for it. */
export interface ProjectsHost {
  /** Every domain but `window`; a call for a project waits while one is being opened or closed. */
  readonly send: Transport;
  subscribe(listener: EventListener): () => void;
  /** Closes the open project; everything in it is on disk already. */
  close(): Promise<void>;
}

/** A mistake of ours, for whoever looks at the terminal; a person gets a sentence. */
function report(error: unknown): void {
  console.error(error);
}

/** Makes the host; nothing is open at first. */
export function createProjectsHost(options: ProjectsHostOptions): ProjectsHost {
  const recents = createRecentProjects(options.folder, options.clock);
  const settings = createSettings(options.folder);
  const listeners = new Set<EventListener>();
  let profile = readProfile(options.folder, options.newId);
  let open: { readonly app: App; readonly unsubscribe: () => void } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** Opening and closing happen one after the other, in the order asked. */
  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  function emit(event: AttestEvent): void {
    for (const listener of listeners) listener(event);
  }

  function openPath(path: string, mode: AppOptions['mode']): App {
    const { migrationsDirectory, clock, newId, importWorker } = options;
    const fixed = { migrationsDirectory, clock, newId, importWorker, report };
    return openApp({ ...fixed, projectPath: path, mode, analyst: profile });
  }

  function emitProject(): void {
    const project = open?.app.project ?? null;
    if (project !== null) recents.remember(project);
    options.onProject(project);
    emit({ type: 'project' });
  }

  function relayEvent(event: AttestEvent): void {
    // The open project was renamed.
    if (event.type === 'project') emitProject();
    else emit(event);
  }

  async function replaceOpen(app: App | null): Promise<void> {
    const before = open;
    open = app === null ? null : { app, unsubscribe: app.subscribe(relayEvent) };
    emitProject();
    before?.unsubscribe();
    // Should that fail, nothing is lost: what it held is in its files.
    await before?.app.close().catch(() => undefined);
  }

  async function keepOpen(app: App): Promise<OpenProject> {
    await replaceOpen(app);
    return app.project;
  }

  const handlers: Handlers<ProjectsApi> = {
    state: () => inTurn(() => ({ project: open?.app.project ?? null, profile })),
    recent: async () => recents.list(),
    async forget({ path }) {
      recents.forget(path);
      return null;
    },
    create: ({ path, name }) =>
      inTurn(() => {
        createAt(path, name ?? nameFromPath(path));
        return keepOpen(openPath(realPath(path), 'write'));
      }),
    createSample: ({ path }) =>
      inTurn(async () => {
        const { migrationsDirectory, importWorker } = options;
        await createSampleProject({ path: absolute(path), migrationsDirectory, importWorker });
        return keepOpen(openPath(realPath(path), 'write'));
      }),
    open: ({ path }) =>
      inTurn(() => {
        const wanted = realPath(absolute(path));
        const present = open?.app.project;
        // One that is read-only may have become free in the meantime.
        if (present?.path === wanted && !present.readOnly) return present;
        return keepOpen(openPath(wanted, 'write-or-read'));
      }),
    close: () =>
      inTurn(async () => {
        if (open !== null) await replaceOpen(null);
        return null;
      }),
    async setProfile(fields) {
      const analyst = { id: profile.id, ...fields };
      saveProfile(options.folder, analyst);
      profile = analyst;
      open?.app.setAnalyst(analyst);
      emit({ type: 'changed', kinds: ['analyst'], ids: [analyst.id], sourceIds: [] });
      return analyst;
    },
    getSetting: async ({ key }) => settings.get(key),
    async setSetting({ key, value }) {
      settings.set(key, value);
      return null;
    },
  };

  function createAt(path: string, name: string): void {
    const { migrationsDirectory, clock, newId } = options;
    createProjectFile({ path: absolute(path), name, migrationsDirectory, clock, newId });
  }

  const hostRouter = createRouter({
    tables: { projects: projectsMethods },
    handlers: { projects: handlers },
    readOnlyReason: () => null,
    report,
  });
  return {
    async send(call) {
      if (call.domain === 'projects') return hostRouter(call);
      await turn;
      if (open !== null) return open.app.send(call);
      const message = 'No project is open. Open one, or make a new one, first.';
      return { ok: false, error: { code: 'no-project', message } };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => inTurn(() => (open === null ? undefined : replaceOpen(null))),
  };
}

function absolute(path: string): string {
  if (isAbsolute(path)) return resolve(path);
  throw new AttestError('invalid-input', `“${path}” is no full path of this machine.`);
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function nameFromPath(path: string): string {
  return basename(path).replace(/\.attest$/i, '') || 'Project';
}
