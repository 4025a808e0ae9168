import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page of a PDF without its white space, which depends on how lines were broken. */
export async function pagesOfPdf(path: string): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(withoutSpace(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return pages;
}

/** A text without white space, in one form of its characters. */
export function withoutSpace(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
