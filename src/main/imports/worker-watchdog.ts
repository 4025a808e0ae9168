import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

// Runs in a thread, because the thread that parses may be in a loop and answer nothing. `process.exit` would end
// the thread alone; a signal ends the process.
const watch = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  const orphaned = process.ppid !== workerData.parent;
  const bloated = workerData.limit > 0 && process.memoryUsage.rss() > workerData.limit;
  if (orphaned || bloated) process.kill(process.pid, 'SIGKILL');
}, 200);
`;

/**
 * Ends this process when its parent is gone, and, on systems where the parent cannot see it, when it holds more
 * than `memoryLimitBytes` of resident memory.
 */
export function startWatchdog(memoryLimitBytes: number): void {
  const limit = existsSync('/proc/self/status') ? 0 : memoryLimitBytes;
  new Worker(watch, { eval: true, workerData: { parent: process.ppid, limit } }).unref();
}
