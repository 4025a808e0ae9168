import { decodeXml } from './read-xml.ts';
import { openZip } from './zip-archive.ts';
import type { ZipArchive, ZipLimits } from './zip-archive.ts';
import { beginsLikeZip, ZipProblem } from './zip-directory.ts';

/** What a ZIP archive is; `archive` holds files and is no document. */
export type ZipKind =
  'docx' | 'xlsx' | 'pptx' | 'odt' | 'opendocument' | 'epub' | 'pages' | 'archive' | 'damaged';

const limits: ZipLimits = {
  entries: 50_000,
  entryBytes: 4 * 1024 ** 2,
  totalBytes: 16 * 1024 ** 2,
  growth: 1000,
};

const kinds = new WeakMap<Uint8Array, ZipKind>();

/** What the bytes of a file are by what the archive holds, not by the file's name; null where it is no ZIP archive. */
export function identifyZip(bytes: Uint8Array): ZipKind | null {
  if (!beginsLikeZip(bytes)) return null;
  const known = kinds.get(bytes);
  if (known !== undefined) return known;
  const kind = readKind(bytes);
  kinds.set(bytes, kind);
  return kind;
}

function readKind(bytes: Uint8Array): ZipKind {
  try {
    return kindOf(openZip(bytes, limits));
  } catch (error) {
    if (error instanceof ZipProblem) return /damaged/.test(error.message) ? 'damaged' : 'archive';
    throw error;
  }
}

function kindOf(archive: ZipArchive): ZipKind {
  const type = readSmall(archive, 'mimetype').trim();
  if (type.startsWith('application/epub+zip')) return 'epub';
  if (/^application\/vnd\.oasis\.opendocument\.text\b/.test(type)) return 'odt';
  if (type.startsWith('application/vnd.oasis.opendocument')) return 'opendocument';
  const types = readSmall(archive, '[Content_Types].xml');
  if (/wordprocessingml\.\w+\.main\+xml|ms-word\.\w+\.macroEnabled\.main\+xml/i.test(types)) {
    return 'docx';
  }
  if (/spreadsheetml\.\w+\.main\+xml|ms-excel\.\w+\.(?:macroEnabled|binary)/i.test(types))
    return 'xlsx';
  if (/presentationml\.\w+\.main\+xml|ms-powerpoint\.\w+\.macroEnabled/i.test(types)) return 'pptx';
  if (archive.find('word/document.xml') !== null) return 'docx';
  if (archive.find('META-INF/container.xml') !== null) return 'epub';
  const manifest = readSmall(archive, 'META-INF/manifest.xml');
  if (archive.find('content.xml') !== null && /opendocument/.test(manifest)) {
    return /opendocument\.text\b/.test(manifest) ? 'odt' : 'opendocument';
  }
  if (archive.find('Index/Document.iwa') !== null) return 'pages';
  return 'archive';
}

function readSmall(archive: ZipArchive, name: string): string {
  const entry = archive.find(name);
  if (entry === null) return '';
  try {
    return decodeXml(archive.read(entry));
  } catch (error) {
    if (error instanceof ZipProblem) return '';
    throw error;
  }
}
