import { Buffer } from 'node:buffer';

// Of several byte-to-character tables the one that browsers use is right: it is the superset in use.
const browserEncodings: Readonly<Record<string, string>> = {
  shiftjis: 'Shift_JIS',
  sjis: 'Shift_JIS',
  shiftjis2004: 'Shift_JIS',
  cp932: 'Shift_JIS',
  windows31j: 'Shift_JIS',
  ms932: 'Shift_JIS',
  eucjp: 'EUC-JP',
  eucjis2004: 'EUC-JP',
  iso2022jp: 'ISO-2022-JP',
  iso2022jp2: 'ISO-2022-JP',
  iso2022jp2004: 'ISO-2022-JP',
  iso2022jpext: 'ISO-2022-JP',
  euckr: 'EUC-KR',
  cp949: 'EUC-KR',
  uhc: 'EUC-KR',
  windows949: 'EUC-KR',
  ksc56011987: 'EUC-KR',
  gb2312: 'GB18030',
  gbk: 'GB18030',
  gb18030: 'GB18030',
  cp936: 'GB18030',
  big5: 'Big5',
  big5hkscs: 'Big5',
  cp950: 'Big5',
};

const singleByteNames: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  usascii: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  cp1252: 'windows-1252',
  tis620: 'windows-874',
  iso885911: 'windows-874',
  iso88599: 'windows-1254',
  macroman: 'macintosh',
  maccyrillic: 'macCyrillic',
  maclatin2: 'macCentEuro',
  iso88598i: 'ISO-8859-8',
};

interface IconvLite {
  readonly encodingExists: (encoding: string) => boolean;
  readonly decode: (bytes: Buffer, encoding: string) => string;
}

let loaded: Promise<IconvLite> | null = null;

async function loadIconv(): Promise<IconvLite> {
  loaded ??= import('iconv-lite').then((module) => module.default);
  return await loaded;
}

/** The name of a character set that can be read, as it is shown, or null; names are compared loosely. */
export async function resolveLegacyEncoding(name: string): Promise<string | null> {
  const key = name
    .toLowerCase()
    .replace(/^x-/, '')
    .replaceAll(/[^a-z0-9]/g, '');
  const browser = browserEncodings[key];
  if (browser !== undefined) return browser;
  if (key === 'hzgb2312' || key === 'hz') return 'HZ-GB-2312';
  if (key === 'iso2022kr') return 'ISO-2022-KR';
  const known = singleByteNames[key];
  if (known !== undefined) return known;
  const iconv = await loadIconv();
  // These are no character sets, or ones that a file is never written in by itself.
  if (/^(?:base64|hex|binary|utf7|utf7imap|internal|cesu8)/.test(key)) return null;
  if (!iconv.encodingExists(name)) return null;
  const iso = /^iso8859(\d+)$/.exec(key);
  if (iso !== null) return `ISO-8859-${iso[1]}`;
  const windows = /^(?:windows|cp|win)(125\d|874)$/.exec(key);
  if (windows !== null) return `windows-${windows[1]}`;
  const dos = /^(?:ibm|cp)(\d{3})$/.exec(key);
  if (dos !== null) return `IBM${dos[1]}`;
  return key.startsWith('koi8') ? name.toUpperCase() : name;
}

/** The characters of bytes in a character set that `resolveLegacyEncoding` named; what cannot be read is U+FFFD. */
export async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string> {
  if (encoding === 'HZ-GB-2312') return decodeHz(bytes);
  if (encoding === 'ISO-2022-KR') return decodeIso2022Kr(bytes);
  if (Object.values(browserEncodings).includes(encoding)) {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  }
  const iconv = await loadIconv();
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return iconv.decode(view, encoding);
}

/** HZ (RFC 1843): GB 2312 between `~{` and `~}`, with the high bits off. */
function decodeHz(bytes: Uint8Array): string {
  const ascii = Buffer.from(bytes).toString('latin1');
  const joined = ascii
    .replaceAll(/~\{([\s\S]*?)(?:~\}|$)/g, (_, pairs: string) => setHighBits(pairs))
    .replaceAll('~~', '~')
    .replaceAll('~\n', '');
  return new TextDecoder('gb18030').decode(Buffer.from(joined, 'latin1'));
}

/** ISO-2022-KR (RFC 1557): KS C 5601 between shift-out and shift-in, with the high bits off. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const ascii = Buffer.from(bytes).toString('latin1').replaceAll('\x1b$)C', '');
  const joined = ascii.replaceAll(/\x0e([^\x0f\n]*)\x0f?/g, (_, pairs: string) =>
    setHighBits(pairs),
  );
  return new TextDecoder('euc-kr').decode(Buffer.from(joined, 'latin1'));
}

function setHighBits(pairs: string): string {
  return pairs.replaceAll(/[\x21-\x7e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) | 0x80),
  );
}
