import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import { applicationId } from '../database/migrate.ts';

/**
 * Writes a file whole or not at all: into a sibling first, which takes its place when all is on disk.
 * @throws {AttestError} `disk` when it cannot be written; what was there before is kept then
 */
export function writeFileWhole(
  path: string,
  chunks: Iterable<Uint8Array>,
  newId: () => string,
): void {
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new AttestError('disk', `${path} is a folder. Nothing was written. Choose a file name.`);
  }
  if (isProjectFile(path)) {
    throw new AttestError(
      'exists',
      `${path} is an Attest project. Nothing was written over it. Choose another name.`,
    );
  }
  const draft = join(dirname(path), `.${basename(path)}.${newId()}.part`);
  try {
    const file = attempt(path, () => openSync(draft, 'wx'));
    try {
      for (const chunk of chunks) attempt(path, () => writeAll(file, chunk));
      attempt(path, () => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    attempt(path, () => renameSync(draft, path));
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether a file begins as a project does; a slip of the hand must not write over one. */
export function isProjectFile(path: string): boolean {
  const header = Buffer.alloc(72);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, header, 0, header.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return header.readUInt32BE(68) === applicationId && header.toString('latin1', 0, 6) === 'SQLite';
}

function writeAll(file: number, chunk: Uint8Array): void {
  let written = 0;
  while (written < chunk.length) written += writeSync(file, chunk, written);
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new AttestError('disk', sentence(path, error));
  }
}

function sentence(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const kept = 'Nothing was written, and what was there before is kept.';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full, so ${path} could not be written. ${kept} Free some space and try again.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no folder ${dirname(path)}. ${kept} Make it, or choose another.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} cannot be written: its folder is not yours to write. ${kept} Choose another.`;
    default:
      return `${path} could not be written (${String(code)}). ${kept} Try again, or choose another place.`;
  }
}
