import { Buffer } from 'node:buffer';

import { identifyFile } from './file-signature.ts';
import { identifyZip } from './zip-kind.ts';
import type { ZipKind } from './zip-kind.ts';

/** The sentence for a file whose bytes are of a kind that no importer reads, or null. */
export function refuseFile(bytes: Uint8Array, fileName: string): string | null {
  const zip = identifyZip(bytes);
  if (zip === 'damaged') return describeDamaged(fileName);
  if (zip !== null) return zipSentences[zip];
  const office = describeCompoundFile(bytes);
  if (office !== null) return office;
  const what = identifyFile(bytes, fileName);
  return what === null
    ? null
    : `The file is ${what} and not text; files of this kind cannot be imported.`;
}

const zipSentences: Readonly<Record<Exclude<ZipKind, 'damaged'>, string>> = {
  docx: 'The file is a Word document that cannot be read.',
  odt: 'The file is an OpenDocument text that cannot be read.',
  epub: 'The file is an EPUB book that cannot be read.',
  xlsx: 'The file is a spreadsheet; save it as CSV and import that.',
  pptx: 'The file is a presentation; save it as PDF and import that.',
  opendocument:
    'The file is an OpenDocument file, but not of text; save it as PDF or CSV and import that.',
  pages: 'The file is a Pages document; export it as DOCX or PDF and import that.',
  archive: 'The file is a ZIP archive and not text; files of this kind cannot be imported.',
};

const zipNames: readonly (readonly [RegExp, string])[] = [
  [/\.do[ct][xm]$/i, 'Word document'],
  [/\.odt$/i, 'OpenDocument text'],
  [/\.epub$/i, 'EPUB book'],
];

function describeDamaged(fileName: string): string {
  const what = zipNames.find(([ending]) => ending.test(fileName))?.[1] ?? 'ZIP archive';
  return `The file is a damaged ${what}: its directory cannot be read, as after a broken download; get it again.`;
}

// Names of streams in a compound file ([MS-CFB]); its directory has them in UTF-16.
const compoundStreams: readonly (readonly [string, string])[] = [
  [
    'EncryptedPackage',
    'The document is protected by a password; remove it in the program that made it and import the file again.',
  ],
  ['WordDocument', 'The file is an older Word document (.doc); save it as DOCX and import that.'],
  [
    '__properties_version1.0',
    'The file is a mail saved by Outlook (.msg); save it as EML and import that.',
  ],
  ['PowerPoint Document', 'The file is an older presentation; save it as PDF and import that.'],
  ['Workbook', 'The file is an older spreadsheet; save it as CSV and import that.'],
  ['Book', 'The file is an older spreadsheet; save it as CSV and import that.'],
];

function describeCompoundFile(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('latin1') !== '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return null;
  const found = compoundStreams.find(([name]) =>
    file.includes(Buffer.from(`${name}\0`, 'utf16le')),
  );
  return (
    found?.[1] ??
    'The file is an older Office document; save it in the newer format (DOCX) and import that.'
  );
}
