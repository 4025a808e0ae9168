import { closeSync, readdirSync, readlinkSync } from 'node:fs';

/**
 * Closes the sockets that this process got from the one that forked it, but for its own channel.
 * Chromium holds the other ends of its channels without close-on-exec while it starts a process of
 * its own; a child process of Node that keeps one open hides from it that such a process has ended,
 * and a window waits for ever. Only Linux shows them, and only there they are inherited.
 */
export function closeInheritedSockets(): void {
  if (process.platform !== 'linux') return;
  const channel = (process.channel as unknown as { readonly fd?: number } | undefined)?.fd;
  for (const name of readdirSync('/proc/self/fd')) {
    const descriptor = Number(name);
    if (descriptor > 2 && descriptor !== channel && isSocket(name)) closeSync(descriptor);
  }
}

function isSocket(name: string): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${name}`).startsWith('socket:');
  } catch {
    // The folder itself was open while it was read.
    return false;
  }
}
