import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v5 } from 'uuid';
import { onTestFinished } from 'vitest';
import { createProjectFile, openApp, type App, type AppOptions } from '../../src/main/app.ts';
import { initialsOf, type Analyst } from '../../src/shared/domain/analyst.ts';
import type { AnalystId, SourceId } from '../../src/shared/domain/ids.ts';

const namespace = 'b0f6f1b4-5a5e-4c52-8d6c-6d1f6f0f8a01';

export const migrationsDirectory = join(import.meta.dirname, '../../migrations');

/** An analyst of a name; the same name is the same analyst. */
export function analystNamed(name: string): Analyst {
  return { id: v5(name, namespace) as AnalystId, name, initials: initialsOf(name), colour: 1 };
}

/** A folder that goes with the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attest-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that moves a second a look, and ids that count: every run of a test is the same. */
export function testTime(seed = ''): Pick<AppOptions, 'clock' | 'newId'> {
  let ticks = 0;
  let ids = 0;
  return {
    clock: () => Date.UTC(2026, 0, 31, 9) + 1_000 * ticks++,
    newId: () => v5(`${seed}${ids++}`, namespace),
  };
}

export interface TestApp extends App {
  readonly path: string;
  /** Puts a text into the project as a file and gives its source. */
  addText(file: string, text: string | Uint8Array): Promise<SourceId>;
  /** Closes the project and opens it again, as another process would. */
  reopen(overrides?: Partial<AppOptions>): Promise<TestApp>;
}

function wrap(app: App, path: string, folder: string, options: AppOptions): TestApp {
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await app.close();
  };
  onTestFinished(close);
  return {
    send: app.send,
    api: app.api,
    context: app.context,
    imports: app.imports,
    get project() {
      return app.project;
    },
    setAnalyst: app.setAnalyst,
    subscribe: app.subscribe,
    path,
    close,
    async addText(file, text) {
      const place = join(folder, file);
      writeFileSync(place, text);
      const report = await app.api.sources.importPaths({ paths: [place], jobId: file });
      const outcome = report.outcomes[0];
      if (!outcome?.sourceId) throw new Error(`${file}: ${outcome?.problem}`);
      return outcome.sourceId;
    },
    async reopen(overrides = {}) {
      await close();
      const next = { ...options, ...overrides };
      return wrap(openApp(next), path, folder, next);
    },
  };
}

/** A new project in a folder of its own, with a real database, real files and a real parser. */
export function createTestApp(overrides: Partial<AppOptions> = {}): TestApp {
  const folder = testFolder();
  const path = join(folder, 'project.attest');
  const time = testTime();
  createProjectFile({ path, name: 'Test', migrationsDirectory, ...time });
  const options: AppOptions = {
    projectPath: path,
    migrationsDirectory,
    mode: 'write',
    analyst: analystNamed('Ana Silva'),
    report: (error) => console.error(error),
    ...time,
    ...overrides,
  };
  return wrap(openApp(options), path, folder, options);
}
