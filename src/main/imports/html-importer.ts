import { Buffer } from 'node:buffer';

import type {
  ParsedBlock,
  ParseOptions,
  ParseResult,
} from '../../shared/domain/sources/parsed-source.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectLanguage } from './detect-language.ts';
import { looksBinary } from './file-signature.ts';
import { buildHtmlBlocks } from './html-blocks.ts';
import type { Importer } from './importer.ts';

/** Reads HTML pages: the text a reader sees, without scripts, styles, frames and forms. Nothing of them ever runs. */
export const htmlImporter: Importer = {
  name: 'html',
  version: 3,
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
  const built = await buildHtmlBlocks(html, { article: true, undecodable });
  if ('problem' in built) return built;
  const { text, blocks, metadata, metadataOrigins } = built;
  const title = metadata.title ?? firstHeading(text, blocks);
  const language = metadata.language ?? (await detectLanguage(text, blocks));
  return {
    source: {
      ...built,
      metadata: { ...metadata, title, language },
      metadataOrigins: {
        ...(title === null ? {} : { title: 'visible text' as const }),
        ...(language === null ? {} : { language: 'statistics of the text' as const }),
        ...metadataOrigins,
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
