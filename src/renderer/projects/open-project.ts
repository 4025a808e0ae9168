import { api } from '../app/connect.ts';

const filters = [{ name: 'Attest project', extensions: ['attest'] }];
const withParcels = [{ name: 'Attest project or parcel', extensions: ['attest', 'attest-parcel'] }];

/** The ending of a project's file. */
export const projectEnding = '.attest';

/** Opens the project at a path that this window may name. */
export async function openProjectAt(path: string): Promise<void> {
  await api.projects.open({ path });
}

/** Whether a file is told to be a colleague's parcel by its ending. */
export function isParcel(path: string): boolean {
  return path.toLowerCase().endsWith('.attest-parcel');
}

/** Shows what merging a parcel or a project would do; the code for it is loaded then. */
export async function rehearseMerge(path: string): Promise<void> {
  const { rehearse } = await import('../merges/rehearse.ts');
  await rehearse(path);
}

/** Asks for a project file and opens it; a parcel is merged into the project that is open. */
export async function openOtherProject(): Promise<void> {
  const [path] = await api.window.choosePaths({
    title: 'Open a project',
    what: 'file',
    filters: withParcels,
  });
  if (path === undefined) return;
  await (isParcel(path) ? rehearseMerge(path) : openProjectAt(path));
}

/** Asks where a new project should be kept and opens it; false when that was cancelled. */
export async function createProject(): Promise<boolean> {
  const path = await api.window.chooseSavePath({
    title: 'New project',
    defaultName: `Project${projectEnding}`,
    filters,
  });
  if (path === null) return false;
  await api.projects.create({ path });
  return true;
}

/** Asks where the sample project should be kept, makes it there and opens it. */
export async function openSampleProject(): Promise<void> {
  const path = await api.window.chooseSavePath({
    title: 'Keep the sample project',
    defaultName: `Sample project${projectEnding}`,
    filters,
  });
  if (path === null) return;
  await api.projects.createSample({ path });
}

/** Closes the project and shows the welcome screen. */
export async function closeProject(): Promise<void> {
  await api.projects.close({});
}
