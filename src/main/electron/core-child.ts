import { fork } from 'node:child_process';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { CoreOptions, FromCore, ToCore } from '../core-messages.ts';

/** One running core process. */
export interface CoreChild {
  post(message: ToCore): void;
  kill(): void;
}

/** What one tells of itself. `onExit` comes once, also where it could not be started at all. */
export interface CoreChildListener {
  onMessage(message: FromCore): void;
  onExit(): void;
}

/** The database addon needs this much of Node-API and crashes the process where it is less. */
const neededNodeApi = 10;

/**
 * Starts the core: as a utility process where this Electron's Node can load the database addon,
 * otherwise as a child process of the Node in node_modules.
 */
export function startCoreChild(
  applicationFolder: string,
  options: CoreOptions,
  listener: CoreChildListener,
): CoreChild {
  const script = join(applicationFolder, 'out/main/core.js');
  const args = [JSON.stringify(options)];
  return Number(process.versions.napi) >= neededNodeApi
    ? startUtilityProcess(script, args, listener)
    : startNodeProcess(applicationFolder, script, args, listener);
}

function startUtilityProcess(
  script: string,
  args: string[],
  listener: CoreChildListener,
): CoreChild {
  const child = utilityProcess.fork(script, args, { serviceName: 'Attest core', stdio: 'inherit' });
  child.on('message', (message) => listener.onMessage(message as FromCore));
  child.once('exit', () => listener.onExit());
  return { post: (message) => child.postMessage(message), kill: () => void child.kill() };
}

function startNodeProcess(
  applicationFolder: string,
  script: string,
  args: string[],
  listener: CoreChildListener,
): CoreChild {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const child = fork(script, args, {
    execPath: join(applicationFolder, 'node_modules/node/bin', name),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => listener.onMessage(message as FromCore));
  child.once('exit', () => listener.onExit());
  // A process that never came to be does not exit.
  child.on('error', () => {
    if (child.pid === undefined) listener.onExit();
  });
  // A message to a process that is just ending is lost; its exit answers for it.
  return {
    post: (message) => void child.send(message, () => undefined),
    kill: () => void child.kill('SIGKILL'),
  };
}
