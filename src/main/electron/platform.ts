import { join } from 'node:path';
import { app, dialog, shell, type BrowserWindow, type WebContents } from 'electron';
import { AttestError } from '../../shared/contract/errors.ts';
import { createScriptedPlatform } from './scripted-platform.ts';

/** A kind of file that a dialog shows, such as `{ name: 'Attest projects', extensions: ['attest'] }`. */
export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** A choice of files or of a folder. */
export interface OpenQuestion {
  readonly title: string;
  readonly what: 'files' | 'folder' | 'file';
  readonly filters: readonly FileFilter[];
}

export interface SaveQuestion {
  readonly title: string;
  readonly defaultName: string;
  readonly filters: readonly FileFilter[];
}

/** A question with buttons; the last button is the one that changes nothing. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** What the desktop does for the shell: the one part that tests replace. */
export interface Platform {
  /** The chosen paths; empty when it was cancelled. */
  choose(window: BrowserWindow, question: OpenQuestion): Promise<readonly string[]>;
  /** Null when it was cancelled. */
  chooseSave(window: BrowserWindow, question: SaveQuestion): Promise<string | null>;
  /** The index of the button. */
  ask(window: BrowserWindow | null, question: Question): Promise<number>;
  /** The platform's dialog for printing a page; false when it was cancelled. */
  print(contents: WebContents): Promise<boolean>;
  openInBrowser(url: string): Promise<void>;
  showInFolder(path: string): void;
}

/** The real desktop, or in a checkout, where `ATTEST_TEST_DIALOGS` names a file, its answers. */
export function createPlatform(): Platform {
  const script = process.env.ATTEST_TEST_DIALOGS;
  return script && !app.isPackaged ? createScriptedPlatform(script) : desktop;
}

const dialogProperties = {
  files: ['openFile', 'multiSelections'],
  file: ['openFile'],
  folder: ['openDirectory'],
} as const;

const desktop: Platform = {
  async choose(window, { title, what, filters }) {
    const result = await dialog.showOpenDialog(window, {
      title,
      properties: [...dialogProperties[what]],
      filters: mutableFilters(filters),
    });
    return result.canceled ? [] : result.filePaths;
  },
  async chooseSave(window, { title, defaultName, filters }) {
    const result = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(app.getPath('documents'), defaultName),
      filters: mutableFilters(filters),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return result.canceled || result.filePath === '' ? null : result.filePath;
  },
  async ask(window, { message, detail, buttons }) {
    const last = buttons.length - 1;
    const options = {
      message,
      detail,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: last,
      noLink: true,
    };
    const result = window
      ? await dialog.showMessageBox(window, options)
      : await dialog.showMessageBox(options);
    return result.response;
  },
  print: (contents) =>
    new Promise((settle, fail) => {
      contents.print({ silent: false, printBackground: true }, (printed, reason) => {
        if (printed || /cancel/i.test(reason)) settle(printed);
        else fail(new AttestError('internal', notPrinted(reason)));
      });
    }),
  openInBrowser: (url) => shell.openExternal(url),
  showInFolder: (path) => shell.showItemInFolder(path),
};

function notPrinted(reason: string): string {
  return `The platform could not print (${reason || 'it gave no reason'}). Nothing was printed. Look whether a printer is set up, or save a PDF and print that.`;
}

function mutableFilters(filters: readonly FileFilter[]): { name: string; extensions: string[] }[] {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}
