import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, session } from 'electron';
import { createClient } from '../../shared/contract/client.ts';
import { superviseCore, type Core } from './core-supervisor.ts';
import { startCoreChild } from './core-child.ts';
import { showMenu } from './menu.ts';
import { servePage } from './page.ts';
import { createPlatform, type Platform } from './platform.ts';
import { createPrints } from './prints.ts';
import { startRelay } from './relay.ts';
import { hardenSession } from './security.ts';
import { createTheme } from './theme.ts';
import { createWindows, type Windows } from './windows.ts';

/** How long the core may take to close the project before it is ended anyway. */
const closeLimitMs = 10_000;

/** The running application, for what the system asks of it. */
export interface Shell {
  /** Opens a project that the system or another start names; a failure is told in a dialog. */
  openProject(path: string): Promise<void>;
  focus(): void;
  /** Closes the project and ends the core. */
  close(): Promise<void>;
}

/**
 * Puts everything together once Electron is ready: the page's files, the core, the relay, the menu
 * and the first window.
 * @param folder the application's own files
 */
export function startShell(folder: string, projectPath: string | null): Shell {
  const applicationFolder = app.getAppPath();
  const styleNonce = randomBytes(16).toString('base64');
  hardenSession(session.defaultSession);
  servePage(join(applicationFolder, 'out/renderer'), styleNonce);

  const platform = createPlatform();
  const theme = createTheme(folder);
  const prints = createPrints({
    exchange: () => createClient(core.send).exchange,
    folder: join(folder, 'prints'),
    pageFolder: join(applicationFolder, 'out/renderer'),
    platform,
    newId: randomUUID,
  });
  const windows = createWindows({
    applicationFolder,
    folder,
    styleNonce,
    platform,
    theme,
    prints,
  });
  const core = startCore(applicationFolder, folder, windows, platform);
  startRelay(core.send, (id) => windows.callerOf(id));
  showMenu(windows);

  const openProject = (path: string): Promise<void> => openOrTell(core, platform, path);
  // Asked before the window is there, so that its first question is answered with the project.
  if (projectPath !== null) void openProject(projectPath);
  windows.open();
  return { openProject, focus: () => windows.focus(), close: () => core.close() };
}

function startCore(
  applicationFolder: string,
  folder: string,
  windows: Windows,
  platform: Platform,
): Core {
  const options = {
    folder,
    migrationsDirectory: join(applicationFolder, 'migrations'),
    importWorkerScript: join(applicationFolder, 'out/main/import-worker.js'),
  };
  return superviseCore({
    start: (listener) => startCoreChild(applicationFolder, options, listener),
    onEvent: (event) => windows.broadcast(event),
    onProject: (project) => windows.showProject(project),
    onBroken: (message) => void tell(platform, 'Attest cannot go on.', message),
    closeLimitMs,
  });
}

async function openOrTell(core: Core, platform: Platform, path: string): Promise<void> {
  const reply = await core.send({ domain: 'projects', method: 'open', input: { path } });
  if (!reply.ok) await tell(platform, 'The project was not opened.', reply.error.message);
}

async function tell(platform: Platform, message: string, detail: string): Promise<void> {
  await platform.ask(null, { message, detail, buttons: ['OK'] });
}
