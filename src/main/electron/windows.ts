import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { channels } from '../../shared/contract/channels.ts';
import type { AttestEvent } from '../../shared/contract/events.ts';
import type { OpenProject } from '../../shared/contract/projects.ts';
import { createGrants } from './grants.ts';
import { pageUrl } from './page-address.ts';
import type { Platform } from './platform.ts';
import type { Prints } from './prints.ts';
import type { Caller } from './relay.ts';
import type { Theme } from './theme.ts';
import { createWindowApi } from './window-api.ts';
import { keepWindowPlace, minimumSize, readWindowPlace } from './window-state.ts';

/** The windows of the application; all show the same project. */
export interface Windows {
  open(): void;
  /** Brings a window to the front, or opens one. */
  focus(): void;
  /** The window whose page has these web contents. */
  callerOf(contentsId: number): Caller | undefined;
  broadcast(event: AttestEvent): void;
  showProject(project: OpenProject | null): void;
}

export interface WindowsOptions {
  readonly applicationFolder: string;
  /** Where the place of the last window is kept. */
  readonly folder: string;
  readonly styleNonce: string;
  readonly platform: Platform;
  readonly theme: Theme;
  readonly prints: Prints;
}

/** There is no window at first. */
export function createWindows(options: WindowsOptions): Windows {
  const callers = new Map<number, Caller>();
  let project: OpenProject | null = null;

  /** Those a person sees; pages are printed in hidden ones. */
  function shown(): BrowserWindow[] {
    return BrowserWindow.getAllWindows().filter(({ webContents }) => callers.has(webContents.id));
  }

  function open(): void {
    const window = newWindow(options);
    window.setTitle(titleOf(project));
    const { platform, theme, prints } = options;
    const grants = createGrants();
    const answer = createWindowApi({ window, grants, platform, theme, prints });
    const contentsId = window.webContents.id;
    callers.set(contentsId, { grants, answer });
    window.on('close', () => keepWindowPlace(options.folder, window));
    window.on('closed', () => {
      callers.delete(contentsId);
      // A print that nobody waits for must not keep the application running.
      if (callers.size === 0) prints.cancelAll();
    });
    void window.loadURL(pageUrl);
  }

  return {
    open,
    focus() {
      const [window] = shown();
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    callerOf: (contentsId) => callers.get(contentsId),
    broadcast(event) {
      for (const window of shown()) sendEvent(window, event);
    },
    showProject(next) {
      project = next;
      for (const window of shown()) window.setTitle(titleOf(project));
    },
  };
}

/** Tells one window. */
export function sendEvent(window: BrowserWindow, event: AttestEvent): void {
  if (!window.isDestroyed()) window.webContents.send(channels.event, event);
}

function newWindow({
  applicationFolder,
  folder,
  styleNonce,
  platform,
  theme,
}: WindowsOptions): BrowserWindow {
  const { bounds, maximised } = readWindowPlace(folder);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    backgroundColor: theme.backgroundColour(),
    show: false,
    webPreferences: {
      preload: join(applicationFolder, 'out/preload/index.cjs'),
      additionalArguments: [`--attest-style-nonce=${styleNonce}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, platform);
  });
  return window;
}

async function offerReload(window: BrowserWindow, platform: Platform): Promise<void> {
  const answer = await platform.ask(window, {
    message: 'This window stopped working.',
    detail: 'Everything that was shown as saved is on disk. Load the window again to go on.',
    buttons: ['Load again', 'Close the window'],
  });
  if (window.isDestroyed()) return;
  if (answer === 0) window.webContents.reload();
  else window.destroy();
}

function titleOf(project: OpenProject | null): string {
  if (project === null) return 'Attest';
  return `${project.name}${project.readOnly ? ' (read only)' : ''} – Attest`;
}
