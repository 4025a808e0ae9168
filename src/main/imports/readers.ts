import { containers } from './containers.ts';
import type { Container } from './container.ts';
import { htmlImporter } from './html-importer.ts';
import { importers } from './parse-bytes.ts';
import { plainTextImporter } from './plain-text-importer.ts';

/** Every reader with its version; another text means that a file may give something else than before. */
export const readersVersion = [...importers, ...containers]
  .map(({ name, version }) => `${name} ${version}`)
  .join(', ');

/**
 * What reads a file in parts, by its name (lower case) and its first bytes; undefined where it is one source. `bytes`
 * are all of a ZIP archive, because its directory, at the end, tells whether it is a document.
 */
export function containerOf(
  fileName: string,
  start: string,
  bytes: Uint8Array,
): Container | undefined {
  const importer = importers.find(({ canRead }) => canRead(fileName, start, bytes));
  // A document of an office program is a ZIP archive too; a text may be anything.
  const isText =
    importer === undefined || importer === htmlImporter || importer === plainTextImporter;
  return isText ? containers.find(({ canRead }) => canRead(fileName, start, bytes)) : undefined;
}
