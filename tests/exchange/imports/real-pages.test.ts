import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/articles/extraction-benchmark');
const readability = join(import.meta.dirname, '../../../../shared/data/articles/readability');

interface Reference {
  readonly [page: string]: { readonly articleBody: string };
}

/** How often each run of four words stands in a text. */
function countRuns(text: string): ReadonlyMap<string, number> {
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
  const counts = new Map<string, number>();
  for (let index = 0; index + 4 <= Math.max(4, words.length); index += 1) {
    const run = words.slice(index, index + 4).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function shareOf(part: ReadonlyMap<string, number>, whole: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [run, count] of part) {
    shared += Math.min(count, whole.get(run) ?? 0);
    all += count;
  }
  return all === 0 ? 1 : shared / all;
}

describe.skipIf(!existsSync(folder))('real pages (skipped without ../shared/data)', () => {
  test('keep their articles unfolded', async () => {
    const reference = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as Reference;
    let kept = 0;
    let content = 0;
    let folded = 0;
    let count = 0;
    for (const [page, { articleBody }] of Object.entries(reference)) {
      const path = join(folder, `${page}.html`);
      if (!existsSync(path)) continue;
      const result = await parseBytes(readFileSync(path), `${page}.html`, {});
      if ('problem' in result) throw new Error(`${page}: ${result.problem}`);
      const { text, blocks } = result.source;
      const wordsOf = (isFolded: boolean): string =>
        blocks
          .filter(({ boilerplateRule }) => isFolded === (boilerplateRule !== null))
          .map(({ start, end }) => text.slice(start, end))
          .join('\n');
      const article = countRuns(articleBody);
      const unfolded = countRuns(wordsOf(false));
      kept += shareOf(article, unfolded);
      content += shareOf(unfolded, article);
      folded += shareOf(article, countRuns(text)) - shareOf(article, unfolded);
      count += 1;
    }
    console.info(
      `${count} pages: ${((100 * kept) / count).toFixed(1)} % of the articles is unfolded, ` +
        `${((100 * content) / count).toFixed(1)} % of what is unfolded is of the articles`,
    );
    expect(folded / count).toBeLessThan(0.01);
  });

  test.skipIf(!existsSync(readability))('say what they are called', async () => {
    let right = 0;
    let count = 0;
    for (const name of readdirSync(readability)) {
      const path = join(readability, name, 'source.html');
      if (!existsSync(path)) continue;
      const result = await parseBytes(readFileSync(path), 'source.html', {});
      if ('problem' in result) continue;
      const expected = JSON.parse(
        readFileSync(join(readability, name, 'expected-metadata.json'), 'utf8'),
      ) as { readonly title?: string };
      const plain = (title: string | null | undefined): string =>
        (title ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
      const [found, wanted] = [plain(result.source.metadata.title), plain(expected.title)];
      count += 1;
      if (found !== '' && (found.includes(wanted) || wanted.includes(found))) right += 1;
    }
    console.info(`${right} of ${count} pages have the title that is expected`);
    expect(right).toBeGreaterThan(0.85 * count);
  });
});
