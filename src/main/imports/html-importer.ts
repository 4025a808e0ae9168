import { Buffer } from 'node:buffer';

import { findBoilerplate } from '../../shared/domain/sources/find-boilerplate.ts';
import { normaliseText } from '../../shared/domain/sources/normalise-text.ts';
import { maximumTextLength } from '../../shared/domain/sources/parsed-source.ts';
import type {
  ParsedBlock,
  ParseOptions,
  ParseResult,
} from '../../shared/domain/sources/parsed-source.ts';
import { findByline } from '../../shared/domain/sources/plain-text-metadata.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectLanguage } from './detect-language.ts';
import { looksBinary } from './file-signature.ts';
import { markPageFurniture } from './html-boilerplate.ts';
import type { PageNode } from './html-elements.ts';
import { createFactCollector, readPageMetadata } from './html-metadata.ts';
import { readPageText } from './html-text.ts';
import { tooLongProblem } from './importer.ts';
import type { Importer } from './importer.ts';

/** Reads HTML pages: the text a reader sees, without scripts, styles, frames and forms. Nothing of them ever runs. */
export const htmlImporter: Importer = {
  name: 'html',
  version: 1,
  canRead: (fileName, start) => {
    if (/\.(?:html?|xhtml|xht|shtml?)$/.test(fileName)) return true;
    if (/\.(?:txt|text|md|csv|json|log)$/.test(fileName)) return false;
    return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(
      start,
    );
  },
  parse: parseHtmlFile,
};

async function parseHtmlFile(bytes: Uint8Array, options: ParseOptions): Promise<ParseResult> {
  const decoded = await decodeBytes(bytes, options.encoding, declaredEncoding);
  if ('problem' in decoded) return decoded;
  if (looksBinary(decoded.text)) {
    return { problem: 'The file is no HTML page: it is binary data, whatever its name says.' };
  }
  const result = await readHtml(decoded.text, decoded.undecodable);
  if ('problem' in result) return result;
  return { source: { ...result.source, encoding: decoded.encoding } };
}

/** Makes a source of the characters of an HTML page, or of a part of one. */
export async function readHtml(html: string, undecodable: boolean): Promise<ParseResult> {
  // Markup is seldom more than the text; parsing more would take memory only to refuse the text.
  if (html.length > 2 * maximumTextLength) return { problem: tooLongProblem(html.length) };
  const { DOMParser } = await import('linkedom');
  // The library's own types describe a whole DOM; a page is only read here, node by node.
  const document = new DOMParser().parseFromString(html, 'text/html') as unknown as PageNode;
  const collector = createFactCollector();
  const page = readPageText(document, collector.visit);
  if (page.blocks.length === 0) return { problem: 'The page has no text that a reader would see.' };
  if (page.text.length > maximumTextLength) return { problem: tooLongProblem(page.text.length) };
  const { metadata, origins } = readPageMetadata(collector.facts(), html);
  const normalised = normaliseText(page.text, undecodable);
  const { text } = normalised;
  const blocks = findBoilerplate(text, markPageFurniture(page, metadata.title));
  const title = metadata.title ?? firstHeading(text, blocks);
  const content = blocks.filter(({ boilerplateRule }) => boilerplateRule === null);
  const byline = metadata.byline ?? findByline(text, content);
  const language = metadata.language ?? (await detectLanguage(text, blocks));
  return {
    source: {
      ...normalised,
      blocks,
      metadata: { ...metadata, title, byline, language },
      metadataOrigins: {
        ...(title === null ? {} : { title: 'visible text' as const }),
        ...(byline === null ? {} : { byline: 'visible text' as const }),
        ...(language === null ? {} : { language: 'statistics of the text' as const }),
        ...origins,
      },
      encoding: 'UTF-8',
      mediaType: 'text/html',
      importer: htmlImporter.name,
      importerVersion: htmlImporter.version,
    },
  };
}

function firstHeading(text: string, blocks: readonly ParsedBlock[]): string | null {
  const heading = blocks.find(
    ({ kind, boilerplateRule }) => kind === 'heading' && boilerplateRule === null,
  );
  return heading === undefined ? null : text.slice(heading.start, heading.end).replace(/\s+/g, ' ');
}

/** The character set that a page declares in its first bytes, or null. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w:.-]{2,40})["']/i.exec(start)?.[1] ??
    null
  );
}
