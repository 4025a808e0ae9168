import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toEdtfDate } from '../../src/shared/domain/sources/to-edtf-date.ts';
import type { ExtractedArticle } from './article-extractors.ts';

/** The values that a page is labelled with. */
export const labelledFields = ['title', 'outlet', 'byline', 'published'] as const;

/** One of the labelled values. */
export type LabelledField = (typeof labelledFields)[number];

/** What is right for a page: each of the values listed; an empty one where the page may be said to give none. */
export type PageLabels = { readonly [Field in LabelledField]?: readonly string[] };

/** Forty pages by file name (without `.html`), labelled by reading them. */
export function readPageLabels(): Readonly<Record<string, PageLabels>> {
  const path = join(import.meta.dirname, 'page-labels.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, PageLabels>>;
}

/**
 * Whether a value is right. Titles and outlets: the same letters and digits as one of the labels, whatever the case.
 * Bylines: every word of the label's names is there, and no more than three others ("By", an agency, a role).
 * Dates: the same day as one of the labels. Nothing found is right only where an empty value is labelled.
 */
export function isRight(
  field: LabelledField,
  found: string | null,
  labels: readonly string[],
): boolean {
  if (found === null || found.trim() === '') return labels.includes('');
  switch (field) {
    case 'title':
    case 'outlet':
      return labels.some((label) => label !== '' && plain(label) === plain(found));
    case 'byline':
      return labels.some((label) => label !== '' && namesSame(label, found));
    case 'published':
      return labels.includes(dayOf(found));
  }
}

/** How many of the labelled values of a field are right. */
export function countRight(
  field: LabelledField,
  pages: readonly { readonly labels: PageLabels; readonly article: ExtractedArticle }[],
): { readonly right: number; readonly labelled: number } {
  const labelled = pages.flatMap(({ labels, article }) => {
    const values = labels[field];
    return values === undefined ? [] : [isRight(field, article[field], values)];
  });
  return { right: labelled.filter(Boolean).length, labelled: labelled.length };
}

function plain(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function namesSame(label: string, found: string): boolean {
  const wordsOf = (value: string): readonly string[] =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = new Set(wordsOf(label));
  const words = new Set(wordsOf(found));
  const others = [...words].filter((word) => !wanted.has(word));
  return [...wanted].every((word) => words.has(word)) && others.length <= 3;
}

function dayOf(value: string): string {
  const date = toEdtfDate(value);
  if (date !== null) return date.slice(0, 10);
  const time = Date.parse(value);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
