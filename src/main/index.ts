import { app } from 'electron';
import { registerPageScheme } from './electron/page.ts';
import { cutNetwork, hardenContents } from './electron/security.ts';
import { startShell, type Shell } from './electron/shell.ts';
import { projectArgument, takeFolder } from './electron/start-arguments.ts';

const folder = takeFolder(app);
let asked = projectArgument(process.argv.slice(1), process.cwd());
let shell: Shell | null = null;
let quitting = false;

function open(path: string | null): void {
  if (shell === null) asked = path ?? asked;
  else if (path !== null) void shell.openProject(path);
  shell?.focus();
}

if (app.requestSingleInstanceLock({ projectPath: asked })) {
  registerPageScheme();
  cutNetwork();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const path = (data as { readonly projectPath?: unknown }).projectPath;
    open(typeof path === 'string' ? path : null);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('activate', () => shell?.focus());
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    // A page may hold its window until it has saved; the quitting goes on after that.
    if (quitting || process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (shell === null) return;
    event.preventDefault();
    const closing = shell.close();
    shell = null;
    void closing.finally(() => app.quit());
  });
  void app.whenReady().then(() => {
    shell = startShell(folder, asked);
  });
} else {
  app.quit();
}
