import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { maximumTextLength } from '../../shared/domain/sources/parsed-source.ts';
import { DocumentProblem, orProblem } from './document-problem.ts';
import { sourceOfDocument } from './document-source.ts';
import { tooLongProblem } from './importer.ts';
import type { Importer } from './importer.ts';
import { findColumns } from './pdf-columns.ts';
import { describePages, holdsPicture } from './pdf-pictures.ts';
import { readPdfProperties } from './pdf-properties.ts';
import type { PdfDocument, PdfPageProxy } from './pdf-library.ts';
import { characterMapFolder, loadPdfJs } from './pdf-library.ts';
import { readLines } from './pdf-lines.ts';
import { readSegments } from './pdf-segments.ts';
import type { PdfItem } from './pdf-segments.ts';
import { buildPdfText } from './pdf-text.ts';
import type { ReadPage } from './pdf-text.ts';

/**
 * Reads the text of PDF documents. pdf.js was chosen because it is the one reader of PDF in JavaScript that millions
 * use on hostile files; fonts are not drawn, scripts in the document are not run, nothing is fetched.
 */
export const pdfImporter: Importer = {
  name: 'pdf',
  version: 1,
  isKnownByContent: true,
  // Programs read a PDF whose mark stands anywhere in the first 1,024 bytes; a text that quotes it is no PDF.
  canRead: (fileName, start) =>
    start.startsWith('%PDF-') ||
    (/^[^\n]{0,200}\s*%PDF-\d/.test(start) && !/<html|<!doctype/i.test(start)) ||
    (fileName.endsWith('.pdf') && start.includes('%PDF-')),
  parse: async (bytes) => await orProblem(async () => await parsePdf(bytes)),
};

async function parsePdf(bytes: Uint8Array): Promise<ParseResult> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    // The library keeps what it is given, and the bytes are the original.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    cMapUrl: characterMapFolder(),
    cMapPacked: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await readDocument(await opened(task.promise));
  } finally {
    await task.destroy();
  }
}

async function opened(promise: Promise<PdfDocument>): Promise<PdfDocument> {
  try {
    return await promise;
  } catch (error) {
    throw new DocumentProblem(describeOpening(error));
  }
}

async function readDocument(document: PdfDocument): Promise<ParseResult> {
  const pages: ReadPage[] = [];
  const pictures: number[] = [];
  const broken: number[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number);
    if (page === null) {
      broken.push(number);
      continue;
    }
    length += page.length;
    if (length > maximumTextLength) return { problem: tooLongProblem(length) };
    if (page.length === 0 && page.isPicture) pictures.push(number);
    pages.push(page);
  }
  if (length === 0) {
    throw new DocumentProblem(describeEmpty(document.numPages, pictures, broken));
  }
  const properties = await readPdfProperties(document);
  const text = buildPdfText(pages);
  const notes = [
    ...describePages(
      pictures,
      'only pictures; no text was read there. A program for text recognition can add it.',
    ),
    ...describePages(broken, 'damage; their text was left out.'),
  ];
  return await sourceOfDocument(pdfImporter, 'application/pdf', { ...text, notes }, properties);
}

function describeOpening(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return 'The PDF document is protected by a password; remove it in the program that made it and import the file again.';
  }
  return 'The PDF document is damaged and cannot be opened; get the file again.';
}

function describeEmpty(
  pageCount: number,
  pictures: readonly number[],
  broken: readonly number[],
): string {
  if (pictures.length > 0) {
    return 'The PDF document holds only pictures of pages, as after scanning, and no text; let a program for text recognition (OCR) add it, and import that file.';
  }
  if (broken.length === pageCount)
    return 'The PDF document is damaged: none of its pages can be read.';
  return 'The PDF document holds no text.';
}

async function readPage(
  document: PdfDocument,
  number: number,
): Promise<(ReadPage & { readonly length: number; readonly isPicture: boolean }) | null> {
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const layers = readSegments(
      content.items.filter((item): item is PdfItem => 'str' in item),
      viewport,
      (font) => content.styles[font]?.vertical === true,
    );
    const columns = layers
      .flatMap(({ segments }) => findColumns(segments))
      .map((column) => readLines(column, number))
      .filter(({ lines }) => lines.length > 0);
    const length = columns.reduce(
      (sum, { lines }) => sum + lines.reduce((total, { text }) => total + text.length, 0),
      0,
    );
    const isPicture = length === 0 && (await isPictureOf(page));
    page.cleanup();
    return { number, height: viewport.height, columns, length, isPicture };
  } catch {
    return null;
  }
}

async function isPictureOf(page: PdfPageProxy): Promise<boolean> {
  try {
    return holdsPicture((await page.getOperatorList()).fnArray);
  } catch {
    return false;
  }
}
