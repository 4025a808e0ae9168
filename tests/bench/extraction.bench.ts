import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWords, meanOverlap, type Overlap } from '../support/word-overlap.ts';
import {
  extractWithAttest,
  extractWithDefuddle,
  extractWithReadability,
  type Extractor,
} from './article-extractors.ts';
import { countRight, labelledFields, readPageLabels } from './page-labels.ts';
import type { BenchRow } from './bench-project.ts';

const folder = join(import.meta.dirname, '../../../shared/data/articles/extraction-benchmark');

/** A page with the main text that people found in it. */
export interface ReferencePage {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly articleBody: string;
}

/** The pages of the collection, in the order of their names; none where the folder is missing. */
export function readReferencePages(): readonly ReferencePage[] {
  if (!existsSync(folder)) return [];
  const reference = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as Readonly<
    Record<string, { readonly articleBody: string; readonly url: string }>
  >;
  return Object.entries(reference)
    .filter(([name]) => existsSync(join(folder, `${name}.html`)))
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([name, { articleBody, url }]) => {
      const html = readFileSync(join(folder, `${name}.html`), 'utf8');
      return { name, html, url, articleBody };
    });
}

const extractors: readonly (readonly [name: string, extract: Extractor])[] = [
  ['Attest', extractWithAttest],
  ['@mozilla/readability', extractWithReadability],
  ['defuddle', extractWithDefuddle],
];

/**
 * The main text that Attest leaves unfolded, and that of two peers, against references: word by word, and by runs of
 * four words. The rules were written looking at three pages of four; the rest shows whether they are general.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const pages = readReferencePages();
  if (pages.length === 0) return [];
  const rows: BenchRow[] = [];
  const means = new Map<string, number>();
  const labels = readPageLabels();
  const counts = new Map<string, string>();
  for (const [name, extract] of extractors) {
    const words: Overlap[] = [];
    const runs: Overlap[] = [];
    const labelled = [];
    for (const { name: page, html, url, articleBody } of pages) {
      const article = await extract(html, url);
      const { text } = article;
      if (labels[page] !== undefined) labelled.push({ labels: labels[page], article });
      words.push(compareWords(text, articleBody));
      runs.push(compareWords(text, articleBody, 4));
    }
    const sets = [
      [`all ${pages.length} pages`, () => true],
      ['looked at', (_: unknown, index: number) => index % 4 !== 3],
      ['not looked at', (_: unknown, index: number) => index % 4 === 3],
    ] as const;
    for (const [set, isIn] of sets) {
      const mean = meanOverlap(words.filter(isIn));
      if (name === 'Attest') means.set(set, mean.f1);
      rows.push({
        what: `main text, ${set}: ${name}, F1 of words (precision, recall; of runs of four)`,
        value: `${show(mean.f1)} (${show(mean.precision)}, ${show(mean.recall)}; ${show(meanOverlap(runs.filter(isIn)).f1)})`,
        floor: name === 'Attest' ? '' : `Attest ${show(means.get(set) ?? Number.NaN)}`,
        ratio: '',
      });
    }
    for (const field of labelledFields) {
      const { right, labelled: all } = countRight(field, labelled);
      if (name === 'Attest') counts.set(field, `Attest ${right} of ${all}`);
      rows.push({
        what: `${field} of ${labelled.length} pages labelled by hand: ${name}, right`,
        value: `${right} of ${all}`,
        floor: name === 'Attest' ? '' : (counts.get(field) ?? ''),
        ratio: '',
      });
    }
  }
  return rows;
}

function show(share: number): string {
  return share.toFixed(3);
}
