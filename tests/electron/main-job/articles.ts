import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../shared/sources');

/** Whether the five articles are missing on this machine; tests of them are skipped then. */
export const articlesMissing = !existsSync(folder);

/** An article as it lies in its folder. */
export interface Article {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** The article whose file name begins with a number. */
export function readArticle(number: '000' | '001' | '002' | '003' | '004'): Article {
  const file = readdirSync(folder).find((name) => name.startsWith(number) && name.endsWith('.txt'));
  if (file === undefined) throw new Error(`Article ${number} is missing`);
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  return { file, path, text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** The only words of a text that fit a pattern, or its group where it has one, with their place in UTF-16 code units. */
export function wordsIn(
  { file, text }: Article,
  pattern: RegExp,
): { readonly quote: string; readonly start: number; readonly end: number } {
  const found = [...text.matchAll(new RegExp(pattern, 'dgm'))];
  const indices = found[0]?.indices;
  const [start, end] = indices?.[1] ?? indices?.[0] ?? [0, 0];
  if (found.length !== 1) throw new Error(`${file}: ${pattern} fits ${found.length} times`);
  return { quote: text.slice(start, end), start, end };
}
