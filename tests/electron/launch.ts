import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import type {} from '../../src/renderer/app/connect.ts';
import { createClient } from '../../src/shared/contract/client.ts';
import type { Api } from '../../src/shared/contract/api.ts';

const checkout = join(import.meta.dirname, '../..');

// Playwright's own loader, which it leaves out where an executable is named: it holds "ready" back until Playwright
// has attached. Without it a window that comes up meanwhile is sometimes never seen, and the launch hangs.
const loader = join(checkout, 'node_modules/playwright-core/lib/server/electron/loader.js');

/** What the platform's next dialog answers: paths, one path, the index of a button, or null to cancel. */
export type DialogAnswer = readonly string[] | string | number | null;

export interface LaunchOptions {
  /** A folder of the application's own files, to start again with; a fresh one otherwise, which `launchAttest` removes at the end. */
  readonly userData?: string;
  /** Arguments of the application, such as a project's path. */
  readonly args?: readonly string[];
  /** Of the window's content, in device-independent pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly dialogs?: readonly DialogAnswer[];
  /** Errors in the page's console that the test provokes. */
  readonly expectedProblems?: RegExp;
}

/** A running Attest with its first window. */
export interface LaunchedAttest {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** The contract, called from the window's page. */
  readonly api: Api;
  /** Adds to the answers of the platform's dialogs. */
  answerDialogs(...answers: readonly DialogAnswer[]): void;
  /** What the platform was asked so far, in order, each with its `kind`. */
  askedDialogs(): readonly Readonly<Record<string, unknown>>[];
  /** Saves a picture of the window as test-results/screenshots/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** Quits, and fails if a page reported an error or the policy refused anything. */
  close(): Promise<void>;
}

/** Starts the built application as a person would, with a folder of its own. */
export async function launchAttest(options: LaunchOptions = {}): Promise<LaunchedAttest> {
  const runtime = electronRuntime();
  const ownFolder = mkdtempSync(join(tmpdir(), 'attest-window-'));
  const userData = options.userData ?? join(ownFolder, 'user-data');
  const dialogs = join(ownFolder, 'dialogs.json');
  writeFileSync(dialogs, JSON.stringify({ answers: options.dialogs ?? [], asked: [] }));
  const readDialogs = () => JSON.parse(readFileSync(dialogs, 'utf8'));

  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: ['-r', loader, ...runtime.arguments, checkout, ...(options.args ?? [])],
    chromiumSandbox: runtime.chromiumSandbox,
    // The application's own choice of light or dark counts, not Playwright's.
    colorScheme: null,
    env: {
      ...definedEnvironment(),
      ATTEST_USER_DATA: userData,
      ATTEST_TEST_DIALOGS: dialogs,
    },
  });
  const problems: string[] = [];
  app.context().on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  app.context().on('weberror', (error) => problems.push(String(error.error())));
  const page = await firstPage(app, options).catch(async (error: unknown) => {
    await app.close();
    rmSync(ownFolder, { recursive: true, force: true });
    throw error;
  });

  let closed = false;
  return {
    app,
    page,
    userData,
    api: createClient((call) => page.evaluate((sent) => window.attest.send(sent), call)),
    answerDialogs(...answers) {
      const script = readDialogs();
      writeFileSync(
        dialogs,
        JSON.stringify({ ...script, answers: [...script.answers, ...answers] }),
      );
    },
    askedDialogs: () => readDialogs().asked,
    async screenshot(name) {
      await page.screenshot({ path: join(checkout, 'test-results/screenshots', `${name}.png`) });
    },
    async close() {
      if (closed) return;
      closed = true;
      await app.close();
      rmSync(ownFolder, { recursive: true, force: true });
      const { expectedProblems } = options;
      const unexpected = problems.filter((problem) => !expectedProblems?.test(problem));
      expect(unexpected, 'errors in the window’s console').toEqual([]);
    },
  };
}

/** Playwright's `test`, with a `launch` that quits what it started when the test ends, and a `folder` of the test's own. */
export const test = base.extend<{
  launch: (options?: LaunchOptions) => Promise<LaunchedAttest>;
  folder: string;
}>({
  launch: async ({ folder }, provide) => {
    const started: LaunchedAttest[] = [];
    await provide(async (options) => {
      const userData = join(folder, `user-data-${started.length}`);
      const attest = await launchAttest({ userData, ...options });
      started.push(attest);
      return attest;
    });
    for (const attest of started) await attest.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what is needed
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'attest-window-test-'));
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

function definedEnvironment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...environment } = process.env;
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

async function firstPage(app: ElectronApplication, { size }: LaunchOptions): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  if (size === undefined) return page;
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  return page;
}
