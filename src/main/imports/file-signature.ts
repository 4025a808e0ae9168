/** A kind of file that is told by its first bytes. */
interface Signature {
  readonly what: string;
  readonly at: number;
  readonly bytes: readonly number[];
  /** Whether a text might begin like this; then the rest of the file decides. */
  readonly mayBeText: boolean;
}

function signature(what: string, start: string, mayBeText = false, at = 0): Signature {
  return { what, at, bytes: [...start].map((character) => character.charCodeAt(0)), mayBeText };
}

const signatures: readonly Signature[] = [
  signature('a PNG picture', '\x89PNG'),
  signature('a JPEG picture', '\xff\xd8\xff'),
  signature('a GIF picture', 'GIF8', true),
  signature('a TIFF picture', 'II*\0'),
  signature('a TIFF picture', 'MM\0*'),
  signature('a BMP picture', 'BM', true),
  signature('a Photoshop picture', '8BPS', true),
  signature('a WebP picture', 'WEBP', true, 8),
  signature('an icon', '\0\0\x01\0'),
  signature('a PDF document', '%PDF-'),
  signature('a PostScript document', '%!PS'),
  signature('an RTF document', '{\\rtf'),
  signature('a DjVu document', 'AT&TFORM'),
  signature('an older Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  signature('a ZIP archive', 'PK\x03\x04'),
  signature('a ZIP archive', 'PK\x05\x06'),
  signature('a gzip archive', '\x1f\x8b'),
  signature('a bzip2 archive', 'BZh', true),
  signature('an xz archive', '\xfd7zXZ\0'),
  signature('a 7z archive', "7z\xbc\xaf'\x1c"),
  signature('a RAR archive', 'Rar!\x1a\x07'),
  signature('a Zstandard archive', '\x28\xb5\x2f\xfd'),
  signature('a tar archive', 'ustar', true, 257),
  signature('an SQLite database', 'SQLite format 3\0'),
  signature('a program', '\x7fELF'),
  signature('a program', 'MZ', true),
  signature('a program', '\xca\xfe\xba\xbe'),
  signature('a program', '\xcf\xfa\xed\xfe'),
  signature('a program', '\xfe\xed\xfa\xcf'),
  signature('a program', '\0asm'),
  signature('a sound recording', 'ID3', true),
  signature('a sound recording', 'OggS', true),
  signature('a sound recording', 'fLaC', true),
  signature('a sound or video recording', 'RIFF', true),
  signature('a video recording', 'ftyp', true, 4),
  signature('a video recording', '\x1aE\xdf\xa3'),
  signature('a font', 'wOFF', true),
  signature('a font', 'wOF2', true),
  signature('a font', '\0\x01\0\0\0'),
];

const zipNames: readonly (readonly [RegExp, string])[] = [
  [/\.docx?$/i, 'a Word document'],
  [/\.xlsx?$/i, 'a spreadsheet'],
  [/\.pptx?$/i, 'a presentation'],
  [/\.od[tsp]$/i, 'an OpenDocument file'],
  [/\.epub$/i, 'an EPUB book'],
];

/** What a file is by its first bytes ("a PDF document"), or null where they may be those of a text. */
export function identifyFile(bytes: Uint8Array, fileName: string): string | null {
  const found = signatures.find(
    ({ at, bytes: start, mayBeText }) =>
      start.every((byte, index) => bytes[at + index] === byte) &&
      (!mayBeText || hasControlBytes(bytes)),
  );
  if (found === undefined) return null;
  if (found.what !== 'a ZIP archive' && found.what !== 'an older Office document')
    return found.what;
  return zipNames.find(([ending]) => ending.test(fileName))?.[1] ?? found.what;
}

function hasControlBytes(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).some((byte) => byte < 7 || (byte > 13 && byte < 27));
}

const sampleLength = 20_000;

/**
 * Whether decoded characters are certainly no text: control characters, which texts hardly hold, are frequent.
 * A few NUL characters do not make a binary of a text.
 */
export function looksBinary(decoded: string): boolean {
  const sample = decoded.length > 3 * sampleLength ? sampleOf(decoded) : decoded;
  let nul = 0;
  let control = 0;
  for (const [character] of sample.matchAll(/[\0-\x06\x0e-\x1a\x1c-\x1f\x7f]/g)) {
    if (character === '\0') nul += 1;
    // Ctrl+Z ends a text of DOS, shift-in and shift-out are those of printers and old character sets.
    else if (character !== '\x1a' && character !== '\x0e' && character !== '\x0f') control += 1;
  }
  if (control >= 3 && control > 0.01 * sample.length) return true;
  if (nul >= 8 && nul > 0.1 * sample.length) return true;
  return nul > 0 && nul === decoded.replaceAll(/\s/g, '').length;
}

function sampleOf(decoded: string): string {
  const middle = Math.floor(decoded.length / 2);
  return (
    decoded.slice(0, sampleLength) +
    decoded.slice(middle, middle + sampleLength) +
    decoded.slice(-sampleLength)
  );
}
