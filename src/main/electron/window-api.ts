import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { clipboard, type BrowserWindow } from 'electron';
import type { Handlers } from '../../shared/contract/method-table.ts';
import { windowMethods, type WindowApi } from '../../shared/contract/window.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { createRouter } from '../router.ts';
import type { Grants } from './grants.ts';
import type { FileFilter, Platform } from './platform.ts';
import type { Prints } from './prints.ts';
import type { Theme } from './theme.ts';

/** What the shell answers for one window. */
export interface WindowServices {
  readonly window: BrowserWindow;
  readonly grants: Grants;
  readonly platform: Platform;
  readonly theme: Theme;
  readonly prints: Prints;
}

/** Answers the calls of the domain `window`. */
export function createWindowApi(services: WindowServices): Transport {
  const { window, grants, platform, theme, prints } = services;
  const handlers: Handlers<WindowApi> = {
    async choosePaths({ title, what, filters = [] }) {
      const paths = await platform.choose(window, { title, what, filters });
      grants.add('read', paths);
      return paths;
    },
    async chooseSavePath({ title, defaultName, filters = [] }) {
      const question = { title, defaultName: fileName(defaultName), filters };
      const chosen = await platform.chooseSave(window, question);
      if (chosen === null) return null;
      const path = withExtension(chosen, filters);
      // The dialog asked about the name as it was typed, not about the completed one.
      if (path !== chosen && existsSync(path) && !(await mayReplace(services, path))) return null;
      grants.add('write', [path]);
      return path;
    },
    async openLink({ url }) {
      const answer = await platform.ask(window, {
        message: 'Open this address in your browser?',
        detail: url,
        buttons: ['Open', 'Cancel'],
      });
      if (answer !== 0) return false;
      await platform.openInBrowser(url);
      return true;
    },
    async showInFolder({ path }) {
      platform.showInFolder(path);
      return null;
    },
    async copyText({ text }) {
      clipboard.writeText(text);
      return null;
    },
    async setTheme(input) {
      theme.set(input.theme);
      return null;
    },
    async setTitle({ title }) {
      window.setTitle(title);
      return null;
    },
    savePdf: (input) => prints.savePdf(input),
    printSource: (input) => prints.print(input),
    async cancelPrint({ jobId }) {
      prints.cancel(jobId);
      return null;
    },
    async close() {
      window.close();
      return null;
    },
  };
  return createRouter({
    tables: { window: windowMethods },
    handlers: { window: handlers },
    readOnlyReason: () => null,
    report: (error) => console.error(error),
  });
}

async function mayReplace({ window, platform }: WindowServices, path: string): Promise<boolean> {
  const answer = await platform.ask(window, {
    message: 'Replace the file that is already there?',
    detail: path,
    buttons: ['Replace', 'Cancel'],
  });
  return answer === 0;
}

/** A proposed name without what no file system, or not every one, takes in a name. */
function fileName(proposed: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return proposed.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-').replace(/^\.+/, '') || 'Untitled';
}

/** Adds the first extension of the dialog's filters where the name ends in none of them. */
function withExtension(path: string, filters: readonly FileFilter[]): string {
  const extensions = filters.flatMap((filter) => filter.extensions);
  const present = extname(path).slice(1).toLowerCase();
  const first = extensions[0];
  if (first === undefined || extensions.includes('*')) return path;
  return extensions.some((extension) => extension.toLowerCase() === present)
    ? path
    : `${path}.${first}`;
}
