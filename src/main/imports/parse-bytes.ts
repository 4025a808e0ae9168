import { Buffer } from 'node:buffer';

import type {
  ParseOptions,
  ParseResult,
  PastedText,
} from '../../shared/domain/sources/parsed-source.ts';
import { docxImporter } from './docx-importer.ts';
import { epubImporter } from './epub-importer.ts';
import { htmlImporter, readHtml } from './html-importer.ts';
import type { Importer } from './importer.ts';
import { markdownImporter } from './markdown-importer.ts';
import { holdsMarkup } from './markup-lines.ts';
import { odtImporter } from './odt-importer.ts';
import { pdfImporter } from './pdf-importer.ts';
import { mhtmlImporter } from './mhtml-importer.ts';
import { plainTextImporter, readPlainText } from './plain-text-importer.ts';
import { refuseFile } from './refused-files.ts';
import { rtfImporter } from './rtf-importer.ts';

/** Every importer, in the order in which they are asked; the last takes any text. */
export const importers: readonly Importer[] = [
  pdfImporter,
  docxImporter,
  odtImporter,
  epubImporter,
  rtfImporter,
  mhtmlImporter,
  markdownImporter,
  htmlImporter,
  plainTextImporter,
];

/** Parses a file with the first importer that reads its format. Runs in a process of its own. */
export async function parseBytes(
  bytes: Uint8Array,
  fileName: string,
  options: ParseOptions,
): Promise<ParseResult> {
  if (bytes.length === 0) return { problem: 'The file is empty.' };
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const importer = importers.find(({ canRead }) => canRead(fileName.toLowerCase(), start, bytes));
  if (importer?.isKnownByContent === true) return await importer.parse(bytes, options);
  const refusal = refuseFile(bytes, fileName);
  if (refusal !== null) return { problem: refusal };
  if (holdsMarkup(bytes, fileName)) {
    return { problem: 'The file holds markup and not an article; bring it in as markup.' };
  }
  if (importer === undefined) return { problem: 'No importer reads files of this kind.' };
  return await importer.parse(bytes, options);
}

/** Parses what the clipboard holds: its HTML where that has structure or links, else its plain text. */
export async function parsePastedText(pasted: PastedText): Promise<ParseResult> {
  const { text, html } = pasted;
  if (html !== null && isRich(html)) {
    const result = await readHtml(html, false);
    if ('source' in result) return result;
  }
  if (text.trim() === '') return { problem: 'The clipboard holds no text.' };
  return await readPlainText(text, false);
}

function isRich(html: string): boolean {
  return /<(?:p|h[1-6]|li|blockquote|table|figcaption|article|br|div)\b/i.test(html);
}
