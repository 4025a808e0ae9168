import { resolve } from 'node:path';
import type { MethodRow } from '../../shared/contract/method-table.ts';

/** How a window came to a path: it was chosen or dropped to be read, or chosen in a dialog to be written. */
export type GrantKind = 'read' | 'write';

/** The paths that one window may name; everything comes from a person's own choice. */
export interface Grants {
  add(kind: GrantKind, paths: readonly string[]): void;
  /** Whether a call may name the paths in its input; what is below a granted folder may be read. */
  allow(row: Pick<MethodRow<unknown>, 'files' | 'writesFile'>, input: unknown): boolean;
}

/** Nothing is granted at first. */
export function createGrants(): Grants {
  const granted = { read: new Set<string>(), write: new Set<string>() };

  function mayRead(path: string): boolean {
    for (let folder = path; ; folder = resolve(folder, '..')) {
      if (granted.read.has(folder) || granted.write.has(folder)) return true;
      if (folder === resolve(folder, '..')) return false;
    }
  }

  return {
    add(kind, paths) {
      for (const path of paths) granted[kind].add(resolve(path));
    },
    allow(row, input) {
      if (row.files !== true) return true;
      const named = namedPaths(input).map((path) => resolve(path));
      return named.every((path) =>
        row.writesFile === true ? granted.write.has(path) : mayRead(path),
      );
    },
  };
}

/** The paths in a call's input: its `path`, and each of its `paths`. */
function namedPaths(input: unknown): readonly string[] {
  if (typeof input !== 'object' || input === null) return [];
  const { path, paths } = input as { readonly path?: unknown; readonly paths?: unknown };
  return [path, ...(Array.isArray(paths) ? paths : [paths])].filter(
    (candidate) => typeof candidate === 'string',
  );
}
