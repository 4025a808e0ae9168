import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import {
  isShortcutName,
  mayListAddresses,
  type ListedAddress,
} from '../../shared/domain/sources/address-list.ts';
import { articleValues } from '../../shared/domain/sources/article-columns.ts';
import type { ArticleField, ParseOptions } from '../../shared/domain/sources/parsed-source.ts';
import type { CollectedFile } from '../imports/collect-files.ts';
import type { Parser } from '../imports/parse-file.ts';
import type { GivenFor, GivenMetadata } from './import-file.ts';

/** The files of an import after lists of addresses gave way to the files that they name. */
export interface FollowedLists {
  readonly files: readonly CollectedFile[];
  /** What the lists say of a file. */
  readonly listed: GivenFor;
}

const mostListBytes = 20_000_000;
const savedEndings = 'html htm xhtml mhtml mht pdf docx odt rtf epub md txt'.split(' ');
const howToGoOn = 'Nothing is fetched: save the page and import the file.';

/**
 * Puts in the place of each list of addresses the files that the pages were saved as, which must lie in the folder of
 * the list or below it, and for each address without a file one sentence. A shortcut (`.url`, `.webloc`) belongs to
 * the saved page of the same name beside it.
 */
export async function followAddressLists(
  parser: Parser,
  collected: readonly CollectedFile[],
  options: ParseOptions,
): Promise<FollowedLists> {
  const paths = new Set(collected.map(({ path }) => resolve(path)));
  const listed = new Map<string, GivenMetadata>();
  const files: CollectedFile[] = [];
  for (const found of collected) {
    const entries = await entriesOf(parser, found, options);
    if (entries === null) {
      files.push(found);
      continue;
    }
    for (const entry of entries) {
      const path = isShortcutName(found.path)
        ? await savedBeside(found.path)
        : await savedAs(found.path, entry.file);
      const place = isShortcutName(found.path) ? found.path : `${found.path}#${entry.line}`;
      if (path === null) {
        files.push({ path: place, problem: missing(entry) });
      } else if (listed.has(path)) {
        const problem = `“${basename(path)}” stands in a list for another address already; ${shown(entry.url)} was left out.`;
        files.push({ path: place, problem });
      } else {
        listed.set(path, metadataOf(entry));
        if (!paths.has(path)) files.push({ path, name: basename(path) });
      }
    }
  }
  return { files, listed: (file) => listed.get(resolve(file)) ?? {} };
}

async function entriesOf(
  parser: Parser,
  found: CollectedFile,
  options: ParseOptions,
): Promise<readonly ListedAddress[] | null> {
  const { path } = found;
  // Whoever names the column of texts says that the table is one of articles.
  if ('problem' in found || options.columns?.text) return null;
  if (!mayListAddresses(path, 'https://')) return null;
  try {
    const stats = await stat(path);
    if (!stats.isFile() || stats.size === 0 || stats.size > mostListBytes) return null;
    if (!mayListAddresses(path, await beginningOf(path))) return null;
    return await parser.addresses({ path, size: stats.size }, basename(path), options);
  } catch {
    // Whoever reads the file says why it cannot be read.
    return null;
  }
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The file that a list names, by its path from the list's folder or by its name alone; null where it is not there. */
async function savedAs(list: string, file: string | null): Promise<string | null> {
  if (file === null) return null;
  const folder = dirname(resolve(list));
  const written = file.replaceAll('\\', '/');
  for (const path of [resolve(folder, written), join(folder, basename(written))]) {
    if (await isFileBelow(folder, path)) return path;
  }
  return null;
}

async function savedBeside(shortcut: string): Promise<string | null> {
  const folder = dirname(resolve(shortcut));
  const stem = basename(shortcut, extname(shortcut));
  const names = new Set(await readdir(folder));
  for (const ending of savedEndings) {
    const name = [`${stem}.${ending}`, `${stem}.${ending.toUpperCase()}`].find((each) =>
      names.has(each),
    );
    if (name !== undefined && (await isFileBelow(folder, join(folder, name)))) {
      return join(folder, name);
    }
  }
  return null;
}

/** A list is not trusted to lead out of its folder, not even by a link. */
async function isFileBelow(folder: string, path: string): Promise<boolean> {
  if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return false;
  try {
    const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(path)]);
    if (!realFile.startsWith(realFolder.endsWith(sep) ? realFolder : realFolder + sep))
      return false;
    return (await stat(realFile)).isFile();
  } catch {
    return false;
  }
}

function metadataOf({ url, cells }: ListedAddress): GivenMetadata {
  const { text: _, ...values } = articleValues(cells as Readonly<Record<ArticleField, string>>);
  return { ...values, url: url.slice(0, 2_000).toWellFormed() };
}

function missing({ url, file }: ListedAddress): string {
  return file === null
    ? `${shown(url)} has no saved file. ${howToGoOn}`
    : `“${file.slice(0, 200).toWellFormed()}” of ${shown(url)} is not in the folder of the list. ${howToGoOn}`;
}

function shown(url: string): string {
  return url.length > 200 ? `${url.slice(0, 200).toWellFormed()}…` : url;
}
