import { Buffer } from 'node:buffer';

import type { ParseOptions, ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { toEdtfDate } from '../../shared/domain/sources/to-edtf-date.ts';
import { htmlImporter } from './html-importer.ts';
import type { Importer } from './importer.ts';

/** Reads web pages saved as one file (MHTML, RFC 2557): its page is read as HTML, pictures and styles are left. */
export const mhtmlImporter: Importer = {
  name: 'mhtml',
  version: 1,
  canRead: (fileName, start) =>
    /\.(?:mht|mhtml)$/.test(fileName) ||
    (/^(?:From: <?Saved by |Snapshot-Content-Location:)/im.test(start) &&
      !/\.(?:eml|mbox|txt|html?)$/.test(fileName)),
  parse: parseMhtml,
};

const mostParts = 20_000;
const longestHead = 65_536;

async function parseMhtml(bytes: Uint8Array, options: ParseOptions): Promise<ParseResult> {
  const characters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
  );
  const whole = partOf(characters);
  const page = mainPage(whole);
  if (page === null)
    return { problem: 'The saved page holds no HTML; save it again in the browser.' };
  const content = await decodedContent(page);
  const charset = /\bcharset\s*=\s*"?([\w.:+-]{2,40})/i.exec(field(page, 'content-type'))?.[1];
  const encoding = options.encoding ?? charset;
  const result = await htmlImporter.parse(content, encoding === undefined ? {} : { encoding });
  if ('problem' in result) return result;
  const { source } = result;
  const url =
    webAddress(field(whole, 'snapshot-content-location')) ??
    webAddress(field(page, 'content-location'));
  const accessed = toEdtfDate(field(whole, 'date').replace(/\s*\([^)]*\)\s*$/, ''));
  const { metadata, metadataOrigins } = source;
  return {
    source: {
      ...source,
      metadata: { ...metadata, url: metadata.url ?? url, accessed: accessed ?? metadata.accessed },
      metadataOrigins: {
        ...metadataOrigins,
        ...(metadata.url === null && url !== null ? { url: 'saved page' as const } : {}),
        ...(accessed === null ? {} : { accessed: 'saved page' as const }),
      },
      mediaType: 'multipart/related',
      importer: mhtmlImporter.name,
      importerVersion: mhtmlImporter.version,
    },
  };
}

/** A part of a MIME message: its head with folded lines joined, and its body as it is written. */
interface MimePart {
  readonly head: string;
  readonly body: string;
}

function partOf(characters: string): MimePart {
  const end = /\r?\n\r?\n/.exec(characters.slice(0, longestHead));
  if (end === null) return { head: characters.slice(0, longestHead), body: '' };
  const head = characters.slice(0, end.index).replaceAll(/\r?\n[ \t]+/g, ' ');
  return { head, body: characters.slice(end.index + end[0].length) };
}

function field({ head }: MimePart, name: string): string {
  const line = new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(head)?.[1] ?? '';
  return line.trim();
}

/** The part that is the page: the one the message names as its start, or else the first HTML; frames come after it. */
function mainPage(whole: MimePart): MimePart | null {
  const type = field(whole, 'content-type');
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (boundary === null) return isHtml(whole) ? whole : null;
  const pages = partsOf(whole.body, `--${boundary[1] ?? boundary[2] ?? ''}`);
  const start = /\bstart\s*=\s*"?(<[^>]{1,200}>)/i.exec(type)?.[1];
  return pages.find((page) => field(page, 'content-id') === start) ?? pages[0] ?? null;
}

/** The HTML parts between the boundaries; multiparts within are looked into once. */
function partsOf(body: string, delimiter: string): readonly MimePart[] {
  const pages: MimePart[] = [];
  let at = body.indexOf(delimiter);
  for (let count = 0; at !== -1 && count < mostParts; count += 1) {
    const next = body.indexOf(`\n${delimiter}`, at + delimiter.length);
    const from = body.indexOf('\n', at + delimiter.length) + 1;
    if (from === 0) break;
    const part = partOf(body.slice(from, next === -1 ? body.length : next));
    if (isHtml(part)) pages.push(part);
    else if (/^multipart\//i.test(field(part, 'content-type'))) {
      const inner = pages.length === 0 ? mainPage({ ...part, body: part.body }) : null;
      if (inner !== null) pages.push(inner);
    }
    at = next === -1 ? -1 : next + 1;
  }
  return pages;
}

function isHtml(part: MimePart): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(field(part, 'content-type'));
}

/** The bytes of a part; postal-mime undoes the transfer encoding, as for mails. */
async function decodedContent(part: MimePart): Promise<Uint8Array> {
  const { default: PostalMime } = await import('postal-mime');
  const encoding = field(part, 'content-transfer-encoding');
  if (!/^(?:base64|quoted-printable)$/i.test(encoding)) return Buffer.from(part.body, 'latin1');
  const message = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${part.body}`;
  const { attachments } = await PostalMime.parse(Buffer.from(message, 'latin1'));
  const content = attachments[0]?.content ?? new Uint8Array();
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function webAddress(text: string): string | null {
  return /^https?:\/\/\S{1,2000}$/i.test(text) ? text : null;
}
