import { posix } from 'node:path';

import { maximumTextLength } from '../../shared/domain/sources/parsed-source.ts';
import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { DocumentProblem, orProblem } from './document-problem.ts';
import { sourceOfHtml } from './document-source.ts';
import { decodePath, readEpubPackage } from './epub-package.ts';
import type { EpubPackage } from './epub-package.ts';
import { tooLongProblem } from './importer.ts';
import type { Importer } from './importer.ts';
import { decodeXml, readXml, xmlAttribute } from './read-xml.ts';
import { documentLimits, openZip } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';
import { identifyZip } from './zip-kind.ts';

/** Reads EPUB books: their chapters in the order of reading, each as the page of HTML that it is. */
export const epubImporter: Importer = {
  name: 'epub',
  version: 1,
  isKnownByContent: true,
  canRead: (_fileName, _start, bytes) => identifyZip(bytes) === 'epub',
  parse: async (bytes) => await orProblem(async () => await parseEpub(bytes)),
};

async function parseEpub(bytes: Uint8Array): Promise<ParseResult> {
  const archive = openZip(bytes, documentLimits);
  const book = readEpubPackage(archive, findPackage(archive));
  refuseEncrypted(archive, book);
  const chapters: string[] = [];
  const missing: string[] = [];
  let length = 0;
  for (const path of book.spine) {
    const entry = archive.find(path);
    if (entry === null) {
      missing.push(posix.basename(path));
      continue;
    }
    const chapter = bodyOf(decodeXml(archive.read(entry)));
    length += chapter.length;
    if (length > 2 * maximumTextLength) return { problem: tooLongProblem(length) };
    chapters.push(chapter);
  }
  if (chapters.length === 0)
    throw new DocumentProblem('The EPUB book is damaged: it holds no chapters.');
  const html = chapters.map((chapter) => `<section>${chapter}</section>`).join('\n');
  const result = await sourceOfHtml(epubImporter, 'application/epub+zip', html, book.properties);
  if ('problem' in result || missing.length === 0) return result;
  const count = `${missing.length} chapter${missing.length === 1 ? '' : 's'}`;
  return {
    source: {
      ...result.source,
      notes: [`The file lacks ${count} that the book names; the others were read.`],
    },
  };
}

function findPackage(archive: ZipArchive): string {
  const container = archive.find('META-INF/container.xml');
  let path = '';
  if (container !== null) {
    readXml(decodeXml(archive.read(container)), 'The EPUB book', {
      open: (tag) => {
        if (tag.local === 'rootfile' && path === '') path = xmlAttribute(tag, 'full-path');
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  const found =
    archive.find(posix.normalize(path)) ?? archive.entries.find(({ name }) => /\.opf$/i.test(name));
  if (found === undefined)
    throw new DocumentProblem('The EPUB book is damaged: its package is missing.');
  return found.name;
}

const encrypted =
  'The EPUB book is protected against copying (DRM) and cannot be read; get it without protection.';

/** Fonts may be scrambled without harm; a chapter that is encrypted cannot be read. */
function refuseEncrypted(archive: ZipArchive, book: EpubPackage): void {
  const entry = archive.find('META-INF/encryption.xml');
  if (entry === null) return;
  const chapters = new Set(book.spine);
  readXml(decodeXml(archive.read(entry)), 'The EPUB book', {
    open: (tag) => {
      if (tag.local !== 'CipherReference') return;
      const path = posix.normalize(decodePath(xmlAttribute(tag, 'URI'))).replace(/^\/+/, '');
      if (chapters.has(path)) throw new DocumentProblem(encrypted);
    },
    close: () => undefined,
    text: () => undefined,
  });
}

const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** The content of a chapter. An XML element without content, `<a id="x"/>`, would never end in HTML. */
function bodyOf(xhtml: string): string {
  const start = /<(?:\w+:)?body\b[^>]*>/i.exec(xhtml);
  const from = start === null ? 0 : start.index + start[0].length;
  const end = xhtml.search(/<\/(?:\w+:)?body\s*>(?![\s\S]*<\/(?:\w+:)?body\s*>)/i);
  return xhtml
    .slice(from, end < from ? undefined : end)
    .replaceAll(
      /<([a-zA-Z][\w:-]*)((?:\s[^<>]*?)?)\s*\/>/g,
      (whole, name: string, attributes: string) =>
        voidElements.test(name) ? whole : `<${name}${attributes}></${name}>`,
    );
}
