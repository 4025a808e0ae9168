import { v7 } from 'uuid';
import { packReply } from '../shared/contract/packed-reply.ts';
import type { CoreOptions, FromCore, ToCore } from './core-messages.ts';
import { closeInheritedSockets } from './inherited-sockets.ts';
import { createProjectsHost } from './projects/projects-host.ts';

// The core process: everything that touches a project, apart from every window. It runs as
// Electron's utility process, or as a child process of plain Node; only the way messages travel
// differs.

/** What Electron adds to `process` in a utility process. */
interface UtilityProcess {
  readonly parentPort?: {
    postMessage(message: FromCore): void;
    on(name: 'message', listener: (event: { readonly data: ToCore }) => void): void;
  };
}

const parentPort = (process as unknown as UtilityProcess).parentPort;

/** Resolves when what was posted so far has left this process. */
let sent: Promise<void> = Promise.resolve();

function post(message: FromCore): void {
  if (parentPort) parentPort.postMessage(message);
  else if (process.connected) {
    sent = new Promise((resolve) => void process.send?.(message, () => resolve()));
  }
}

// Chromium starts a utility process with nothing but what is its own.
if (!parentPort) closeInheritedSockets();

const options = JSON.parse(process.argv[2] ?? '{}') as CoreOptions;
const host = createProjectsHost({
  folder: options.folder,
  migrationsDirectory: options.migrationsDirectory,
  importWorker: { script: options.importWorkerScript },
  clock: Date.now,
  newId: () => v7(),
  onProject: (project) => post({ type: 'project', project }),
});
host.subscribe((event) => post({ type: 'event', event }));

async function closeAndEnd(): Promise<void> {
  await host.close();
  process.exit(0);
}

const waiting: ToCore[] = [];
let beginning = false;

/**
 * Begins what is asked in order, each in a turn of its own: a long reply leaves through a pipe piece by piece, and
 * would stand in it while a later call keeps this process busy.
 */
async function receive(message: ToCore): Promise<void> {
  waiting.push(message);
  if (beginning) return;
  beginning = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    void begin(next);
    await new Promise((resolve) => setImmediate(resolve));
    await sent;
  }
  beginning = false;
}

async function begin(message: ToCore): Promise<void> {
  switch (message.type) {
    case 'call': {
      const reply = await host.send(message.call);
      post({ type: 'reply', number: message.number, reply: packReply(reply) });
      return;
    }
    case 'close':
      await closeAndEnd();
  }
}

if (parentPort) parentPort.on('message', (event) => void receive(event.data));
else process.on('message', (message) => void receive(message as ToCore));
// The shell is gone: nobody is left to work for.
process.on('disconnect', () => void closeAndEnd());
// Ctrl+C in a terminal reaches this process too; the shell decides when it ends.
process.on('SIGINT', () => undefined);

post({ type: 'ready' });
