import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** A file of the project: its path from the checkout's root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const leftOut = new Set(['node_modules', 'out', 'test-results', '.git']);
const textEndings = /\.(?:ts|tsx|mjs|js|json|sql|md|html|css|yml|yaml)$|(?:^|\/)\.?[a-z]+$/;

/** Every text file of the project that its developers wrote, the lock file left out. */
export function readSourceFiles(root: string): readonly SourceFile[] {
  return pathsBelow(root, '')
    .filter((path) => textEndings.test(path) && path !== 'package-lock.json')
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function pathsBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (leftOut.has(entry.name)) return [];
    return entry.isDirectory() ? pathsBelow(root, path) : [path];
  });
}

/** The text without its comments: those that begin a line. */
export function codeOf(file: SourceFile): string {
  return file.text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '');
}

/**
 * What a file imports, dynamically or as a type too: project files as paths from the root, packages
 * by name, Node's own modules with their `node:`.
 */
export function importsOf(file: SourceFile): readonly string[] {
  const pattern =
    /^(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...codeOf(file).matchAll(pattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((name) => (name.startsWith('.') ? posix.join(dirname(file.path), name) : name));
}

/** The package of an import: `@tiptap/core` for `@tiptap/core/thing`. */
export function packageOf(imported: string): string {
  const parts = imported.split('/');
  return imported.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? imported);
}

/** Whether an import is a file of the project. */
export function isProjectFile(imported: string): boolean {
  return /^(?:src|tests|scripts|migrations)\//.test(imported) || /^[\w.]+\.ts$/.test(imported);
}
