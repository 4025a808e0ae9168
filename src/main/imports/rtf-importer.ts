import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';

import iconv from 'iconv-lite';

import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { DocumentProblem, orProblem } from './document-problem.ts';
import { sourceOfHtml } from './document-source.ts';
import type { Importer } from './importer.ts';
import { createRtfReader } from './rtf-reader.ts';
import type { RtfToken } from './rtf-reader.ts';

/**
 * Reads RTF documents. rtf-stream-parser was chosen for its tokens, read piece by piece, and for the HTML that Outlook
 * hides in RTF; what the tokens mean is told in `rtf-reader.ts`, because it keeps neither lists nor tables.
 */
export const rtfImporter: Importer = {
  name: 'rtf',
  version: 1,
  isKnownByContent: true,
  canRead: (_fileName, start) => /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start),
  parse: async (bytes) => await orProblem(async () => await parseRtf(bytes)),
};

const sliceLength = 256 * 1024;
const mediaType = 'application/rtf';

async function parseRtf(bytes: Uint8Array): Promise<ParseResult> {
  const { Tokenize, deEncapsulateSync } = (await import('rtf-stream-parser')).default;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.subarray(0, 4096).toString('latin1');
  if (/\\fromhtml1?\b/.test(head)) {
    const { text } = deEncapsulateSync(file, { decode: iconv.decode, mode: 'html' });
    return await sourceOfHtml(rtfImporter, mediaType, text.toString(), {});
  }
  // The library makes room for as many bytes as a file announces.
  if (/\\bin0*[1-9]\d{8}/.test(file.toString('latin1'))) {
    throw new DocumentProblem(
      'The RTF document is damaged: it announces more data than it can hold.',
    );
  }
  const reader = createRtfReader();
  const slices = function* (): Generator<Buffer> {
    for (let at = 0; at < file.length; at += sliceLength) yield file.subarray(at, at + sliceLength);
  };
  const sink = new Writable({
    objectMode: true,
    write: (token: RtfToken, _encoding, done) => {
      try {
        reader.read(token);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(Readable.from(slices()), new Tokenize(), sink);
  const { html, properties } = reader.finish();
  return await sourceOfHtml(rtfImporter, mediaType, html, properties);
}
