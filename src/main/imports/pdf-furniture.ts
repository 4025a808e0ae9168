import type { PdfLine } from './pdf-lines.ts';
import { documentRules } from '../../shared/domain/sources/boilerplate-rules.ts';

/** A page with its lines in reading order; `height` in points. */
export interface PdfPage {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

const edgeShare = 0.13;
const mostEdgeLines = 3;

/**
 * The lines that are running heads, running feet and page numbers, with the rule that tells so: the same words (but
 * for numbers) at the same edge of several pages, and numbers that count the pages.
 */
export function findPageFurniture(
  pages: readonly PdfPage[],
  bodySize: number,
): ReadonlyMap<PdfLine, string> {
  const found = new Map<PdfLine, string>();
  const groups = new Map<string, { readonly line: PdfLine; readonly page: PdfPage }[]>();
  for (const page of pages) {
    for (const { line, edge } of edgeLines(page)) {
      // What is set larger than the text is a title.
      if (line.size > 1.25 * bodySize) continue;
      if (
        /^\W*(?:page|seite|página|pagina|p\.)\s*\d{1,4}(?:\s*(?:of|\/|von|de|di|sur)\s*\d{1,4})?\W*$/iu.test(
          line.text,
        )
      ) {
        found.set(line, documentRules.pageNumber.id);
        continue;
      }
      const key = `${edge} ${pattern(line.text)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ line, page }]);
      else group.push({ line, page });
    }
  }
  for (const [key, group] of groups) {
    const isNumber = /^\w+ \W*#\W*$/.test(key);
    const onPages = new Set(group.map(({ page }) => page.number)).size;
    if (isNumber ? !countsPages(group, pages.length) : onPages < leastPages(pages.length)) continue;
    const rule = isNumber ? documentRules.pageNumber.id : documentRules.runningHead.id;
    for (const { line } of group) found.set(line, rule);
  }
  for (const line of countingHeads(pages, bodySize)) {
    if (!found.has(line)) found.set(line, documentRules.runningHead.id);
  }
  return found;
}

const leastCountedPages = 4;

/** Heads and feet whose words change, such as titles of chapters, but whose number counts the pages. */
function countingHeads(pages: readonly PdfPage[], bodySize: number): readonly PdfLine[] {
  const groups = new Map<string, Map<PdfLine, number>>();
  for (const page of pages) {
    for (const { line, edge } of edgeLines(page)) {
      const number = /^(\d{1,4})\s+\D.*$|^.*\D\s(\d{1,4})$/.exec(line.text);
      if (number === null || line.size > 1.25 * bodySize || line.text.length > 120) continue;
      const difference = Number(number[1] ?? number[2]) - page.number;
      const key = `${edge} ${difference} ${Math.round(line.baseline / 6)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, new Map([[line, page.number]]));
      else group.set(line, page.number);
    }
  }
  return [...groups.values()]
    .filter((group) => new Set(group.values()).size >= leastCountedPages)
    .flatMap((group) => [...group.keys()]);
}

// Heads may differ on left and right pages and between chapters.
function leastPages(pageCount: number): number {
  return Math.max(2, Math.min(3, Math.ceil(pageCount / 4)));
}

function pattern(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\d+|(?<=^\W*)[ivxlc]{1,6}(?=\W*$)/g, '#')
    .replaceAll(/\s+/g, ' ');
}

function edgeLines(
  page: PdfPage,
): readonly { readonly line: PdfLine; readonly edge: 'top' | 'bottom' }[] {
  const byHeight = [...page.lines].sort((first, second) => first.baseline - second.baseline);
  const rows: PdfLine[][] = [];
  for (const line of byHeight) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs((row[0]?.baseline ?? 0) - line.baseline) < 3) row.push(line);
    else rows.push([line]);
  }
  const top = rows
    .slice(0, mostEdgeLines)
    .filter(([line]) => (line?.baseline ?? 0) < edgeShare * page.height);
  const bottom = rows
    .slice(-mostEdgeLines)
    .filter(([line]) => (line?.baseline ?? 0) > (1 - edgeShare) * page.height);
  return [
    ...top.flat().map((line) => ({ line, edge: 'top' as const })),
    ...bottom.flat().map((line) => ({ line, edge: 'bottom' as const })),
  ];
}

/** Whether lone numbers count the pages: the difference to the page is the same on most of them. */
function countsPages(
  group: readonly { readonly line: PdfLine; readonly page: PdfPage }[],
  pageCount: number,
): boolean {
  if (pageCount === 1)
    return group.length === 1 && group.every(({ line, page }) => line.baseline > 0.9 * page.height);
  const differences = group.map(({ line, page }) => numberOf(line.text) - page.number);
  const counts = new Map<number, number>();
  for (const difference of differences) counts.set(difference, (counts.get(difference) ?? 0) + 1);
  return Math.max(...counts.values()) >= Math.max(2, 0.5 * group.length);
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function numberOf(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}
