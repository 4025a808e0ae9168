import { rmSync } from 'node:fs';

/** Deletes a project that was made a moment ago and could not be filled, with what stands beside it. */
export function deleteProjectFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(`${path}${suffix}`, { force: true });
}
