import { Buffer } from 'node:buffer';
import { posix } from 'node:path';

import { strToU8, zipSync } from 'fflate';

import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { DocumentProblem, orProblem } from './document-problem.ts';
import { sourceOfHtml } from './document-source.ts';
import type { DocumentProperties } from './document-source.ts';
import { readDocxNumbering } from './docx-numbering.ts';
import { rewriteDocxPart } from './docx-rewrite.ts';
import { readDocxStyles, styleRules } from './docx-styles.ts';
import type { Importer } from './importer.ts';
import { decodeXml, readXml, xmlAttribute } from './read-xml.ts';
import { documentLimits, openZip } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';
import { identifyZip } from './zip-kind.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads Word documents (DOCX, DOCM, DOTX). mammoth was chosen because it reads for the meaning (headings, lists,
 * notes, tables) and not for the looks; macros, comments and deleted words are left out.
 */
export const docxImporter: Importer = {
  name: 'docx',
  version: 1,
  isKnownByContent: true,
  canRead: (_fileName, _start, bytes) => identifyZip(bytes) === 'docx',
  parse: async (bytes) => await orProblem(async () => await parseDocx(bytes)),
};

async function parseDocx(bytes: Uint8Array): Promise<ParseResult> {
  const archive = openZip(bytes, documentLimits);
  const main = findMainPart(archive);
  const parts = readParts(archive, main);
  const mammoth = await import('mammoth');
  const html = await convert(parts, main, async (archiveBytes, styleMap) => {
    const result = await mammoth.default.convertToHtml(
      { buffer: Buffer.from(archiveBytes) },
      {
        styleMap: [...styleMap],
        includeEmbeddedStyleMap: false,
        idPrefix: notePrefix,
        // Pictures are not read; their alternative texts are.
        convertImage: mammoth.default.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return result.value;
  });
  return await sourceOfHtml(docxImporter, mediaType, html, readProperties(archive));
}

/** The XML parts of a document by their names, rewritten where they hold text. */
type Parts = Readonly<Record<string, string>>;

const largestPart = 120 * 1024 ** 2;

function findMainPart(archive: ZipArchive): string {
  let target = '';
  const relations = archive.find('_rels/.rels');
  if (relations !== null) {
    readXml(decodeXml(archive.read(relations)), 'The document', {
      open: (tag) => {
        if (xmlAttribute(tag, 'Type').endsWith('/officeDocument'))
          target = xmlAttribute(tag, 'Target');
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  const named = posix.normalize(target).replace(/^\/+/, '');
  const found = archive.find(named) ?? archive.find('word/document.xml');
  if (found === null) {
    throw new DocumentProblem('The Word document is damaged: its main part is missing.');
  }
  return found.name;
}

function readParts(archive: ZipArchive, main: string): Parts {
  const parts: Record<string, string> = {};
  const folder = posix.dirname(main);
  const needed = new RegExp(
    `^(?:_rels/\\.rels|\\[Content_Types\\]\\.xml|${escapePattern(folder)}/(?:_rels/)?[^/]*\\.(?:xml|rels))$`,
    'i',
  );
  for (const entry of archive.entries) {
    if (entry.isFolder || !(needed.test(entry.name) || entry.name === main)) continue;
    // Comments stand beside the text, and settings, fonts and themes hold none.
    if (/\/(?:comments\w*|settings|webSettings|fontTable|people|glossary)\.xml$/i.test(entry.name))
      continue;
    if (entry.size > largestPart)
      throw new DocumentProblem('The Word document is too large to be read.');
    parts[entry.name] = decodeXml(archive.read(entry));
  }
  return parts;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const notePrefix = 'attest-';

async function convert(
  parts: Parts,
  main: string,
  toHtml: (bytes: Uint8Array, styleMap: readonly string[]) => Promise<string>,
): Promise<string> {
  const find = (name: string): string => parts[posix.join(posix.dirname(main), name)] ?? '<none/>';
  const styles = readDocxStyles(find('styles.xml'));
  const numbering = readDocxNumbering(find('numbering.xml'), styles);
  const holdsText = new RegExp(`^(?:${escapePattern(main)}|.*/(?:footnotes|endnotes)\\.xml)$`, 'i');
  const written = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(holdsText.test(name) ? rewriteDocxPart(xml, numbering) : withoutDeclaration(xml)),
  ]);
  const archive = zipSync(Object.fromEntries(written) as Record<string, Uint8Array>, { level: 0 });
  const html = await orDamaged(async () => await toHtml(archive, styleRules(styles)));
  return numberNotes(html);
}

async function orDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // What is nested too deeply for a library without limits of its own ends so.
    if (error instanceof RangeError) throw error;
    throw new DocumentProblem('The Word document is damaged and cannot be read; get it again.');
  }
}

// The parts are written in UTF-8, whatever they were.
function withoutDeclaration(xml: string): string {
  return xml
    .replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\])?[^>]*>/i, '');
}

/** Puts the numbers of notes, which a browser would make, into the text, and takes the arrows back out. */
function numberNotes(html: string): string {
  let number = 0;
  const back = new RegExp(` ?<a href="#${notePrefix}(?:foot|end)note-ref-[^"]*">↑</a>`, 'g');
  const item = new RegExp(`<li id="${notePrefix}(?:foot|end)note-[^"]*">\\s*(<p>)?`, 'g');
  const start = html.search(new RegExp(`<ol><li id="${notePrefix}(?:foot|end)note-`));
  if (start < 0) return html;
  const notes = html
    .slice(start)
    .replaceAll(back, '')
    .replaceAll(item, (_, paragraph: string | undefined) => {
      number += 1;
      return `<li>${paragraph ?? ''}[${number}] `;
    })
    .replace(/^<ol>/, '<ul>')
    .replace(/<\/ol>\s*$/, '</ul>');
  return html.slice(0, start) + notes;
}

function readProperties(archive: ZipArchive): DocumentProperties {
  const values = new Map<string, string>();
  for (const name of ['docProps/core.xml', 'docProps/app.xml']) {
    const entry = archive.find(name);
    if (entry === null || entry.size > 1024 ** 2) continue;
    let current = '';
    try {
      readXml(decodeXml(archive.read(entry)), 'The document', {
        open: ({ local }) => {
          current = local;
        },
        close: () => {
          current = '';
        },
        text: (characters) => {
          if (current !== '') values.set(current, (values.get(current) ?? '') + characters);
        },
      });
    } catch {
      // Properties that cannot be read are no reason to leave the text out.
    }
  }
  const value = (name: string): string => values.get(name) ?? '';
  return {
    title: value('title'),
    byline: value('creator'),
    outlet: value('Company'),
    published: value('created'),
    updated: value('modified'),
    language: value('language'),
  };
}
