import { readWhole } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import type { Contained, Container } from './container.ts';
import { isPassedOver } from './collect-files.ts';
import { uniqueNames } from './part-names.ts';
import { tooLargeProblem } from './read-file.ts';
import { archiveLimits, openZip } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';
import { ZipProblem } from './zip-directory.ts';
import { identifyZip } from './zip-kind.ts';

/** Reads ZIP archives: every file in them is read as it would be outside. Nothing is unpacked to disk. */
export const zipContainer: Container = {
  name: 'zip',
  version: 1,
  canRead: (fileName, _, bytes) => {
    const kind = identifyZip(bytes);
    return kind === 'archive' || (kind === 'damaged' && fileName.endsWith('.zip'));
  },
  contents: async function* (file) {
    const bytes = await readWhole(file);
    if (bytes === null) throw new ContainerProblem(tooLargeProblem(file.size));
    const archive = opened(bytes);
    const unique = uniqueNames();
    for (const entry of archive.entries) {
      const path = shownPath(entry.name);
      if (entry.isFolder || path === '' || path.split('/').some(isPassedOver)) continue;
      yield contained(archive, entry, unique(`/${path}`));
    }
  },
};

function opened(bytes: Uint8Array): ZipArchive {
  try {
    return openZip(bytes, archiveLimits);
  } catch (error) {
    if (error instanceof ZipProblem) throw new ContainerProblem(error.message);
    throw error;
  }
}

function contained(
  archive: ZipArchive,
  entry: ZipArchive['entries'][number],
  name: string,
): Contained {
  try {
    const bytes = archive.read(entry);
    if (bytes.length === 0) return { name, problem: 'The file is empty.' };
    return { name, bytes, fileName: name.slice(name.lastIndexOf('/') + 1) };
  } catch (error) {
    if (error instanceof ZipProblem) return { name, problem: error.message };
    throw error;
  }
}

/** The path of an entry as a name: it is never one on this machine, so what leads out of the archive is dropped. */
function shownPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .replaceAll(/\p{C}/gu, '\ufffd')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/');
}
