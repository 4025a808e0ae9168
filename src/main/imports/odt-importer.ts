import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { DocumentProblem, orProblem } from './document-problem.ts';
import { sourceOfHtml } from './document-source.ts';
import type { DocumentProperties } from './document-source.ts';
import type { Importer } from './importer.ts';
import { odtToHtml } from './odt-html.ts';
import { readOdtStyles } from './odt-styles.ts';
import type { OdtStyles } from './odt-styles.ts';
import { decodeXml, readXml } from './read-xml.ts';
import { documentLimits, openZip } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';
import { identifyZip } from './zip-kind.ts';

/** Reads OpenDocument texts: ODT, and FODT, which is the same in one file of XML. */
export const odtImporter: Importer = {
  name: 'odt',
  version: 1,
  isKnownByContent: true,
  canRead: (_fileName, start, bytes) => isFlat(start) || identifyZip(bytes) === 'odt',
  parse: async (bytes) => await orProblem(async () => await parseOdt(bytes)),
};

const mediaType = 'application/vnd.oasis.opendocument.text';

function isFlat(start: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<office:document\s/.test(
    start,
  );
}

async function parseOdt(bytes: Uint8Array): Promise<ParseResult> {
  const styles: OdtStyles = { styles: new Map(), lists: new Map() };
  if (bytes[0] !== 0x50) {
    const xml = decodeXml(bytes);
    if (!/<office:text[\s>]/.test(xml)) {
      throw new DocumentProblem(
        'The OpenDocument file holds no text but a table or drawing; save it as PDF or CSV and import that.',
      );
    }
    return await sourceOfHtml(
      odtImporter,
      `${mediaType}-flat-xml`,
      odtToHtml(xml, styles),
      readProperties(xml),
    );
  }
  const archive = openZip(bytes, documentLimits);
  refuseEncrypted(archive);
  const content = readPart(archive, 'content.xml');
  if (content === null)
    throw new DocumentProblem('The OpenDocument text is damaged: its content is missing.');
  const common = readPart(archive, 'styles.xml');
  if (common !== null) readOdtStyles(common, styles);
  const meta = readPart(archive, 'meta.xml');
  const properties = meta === null ? {} : readProperties(meta);
  return await sourceOfHtml(odtImporter, mediaType, odtToHtml(content, styles), properties);
}

function readPart(archive: ZipArchive, name: string): string | null {
  const entry = archive.find(name);
  return entry === null ? null : decodeXml(archive.read(entry));
}

function refuseEncrypted(archive: ZipArchive): void {
  const manifest = readPart(archive, 'META-INF/manifest.xml') ?? '';
  if (/<(?:\w+:)?encryption-data\b/.test(manifest) || archive.find('encrypted-package') !== null) {
    throw new DocumentProblem(
      'The document is protected by a password; remove it in the program that made it and import the file again.',
    );
  }
}

function readProperties(xml: string): DocumentProperties {
  const values = new Map<string, string>();
  let current: string | null = null;
  let inMeta = false;
  try {
    readXml(xml, 'The document', {
      open: ({ local, uri }) => {
        if (local === 'meta' && uri.includes('office')) inMeta = true;
        current = inMeta ? local : null;
      },
      close: ({ local, uri }) => {
        current = null;
        if (local === 'meta' && uri.includes('office')) inMeta = false;
      },
      text: (characters) => {
        if (current === null) return;
        values.set(current, ((values.get(current) ?? '') + characters).slice(0, 2000));
      },
    });
  } catch {
    // Properties that cannot be read are no reason to leave the text out.
  }
  const value = (name: string): string => values.get(name) ?? '';
  return {
    title: value('title'),
    byline: value('initial-creator') || value('creator'),
    published: value('creation-date'),
    updated: value('date'),
    language: value('language'),
  };
}
