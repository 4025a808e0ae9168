/** Code pages by the number of a character set in the table of fonts (RTF 1.9.1, "Font Table"). */
export const codePageOfCharset: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  255: 437,
};

/** The name by which a code page is decoded. */
export function encodingOfCodePage(page: number): string {
  if (page === 10000) return 'macroman';
  if (page === 10007) return 'maccyrillic';
  if (page === 65001) return 'utf-8';
  if (page === 1361) return 'cp949';
  return page >= 874 && page <= 950 && page !== 874
    ? `cp${page}`
    : page === 0
      ? 'cp1252'
      : `cp${page}`;
}

/** Destinations whose text is no text of the document. */
export const silentDestinations: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl filetbl stylesheet listtable listoverridetable revtbl rsidtbl info pict nonshppict shprslt ' +
    'object objdata objclass objname header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ' +
    'ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor atndate atnicn atnparent atnref atntime atrfstart ' +
    'atrfend xe tc tcn rxe txe bkmkstart bkmkend fldinst datafield formfield pn pnseclvl themedata colorschememapping ' +
    'latentstyles datastore xmlnstbl mmathPr mmathPict wgrffmtfilter generator userprops docvar template ' +
    'private picprop sp blipuid falt panose passwordhash writereservation ' +
    'writereservhash oldcprops oldpprops oldsprops oldtprops xmlopen xmlclose xmlattrname xmlattrvalue do dpfldinst'
  ).split(' '),
);

/** Destinations that are marked as ignorable and hold text all the same, or what leads to it. */
export const knownIgnorable: ReadonlySet<string> = new Set(
  'shppict shpinst ud moMath mr moMathPara shptxt result footnote nesttableprops'.split(' '),
);

/** Control words that stand for one character. */
export const characterWords: Readonly<Record<string, string>> = {
  emdash: '\u2014',
  endash: '\u2013',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  tab: '\t',
  '~': '\u00a0',
  _: '\u2011',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** Characters of the fonts of symbols that are bullets and ticks; others have no character of their own. */
export function decodeSymbol(byte: number): string {
  if (byte < 0x21) return ' ';
  if (byte === 0xb7 || byte === 0xa7 || byte === 0x6c || byte === 0x6e || byte === 0xd8)
    return '\u2022';
  if (byte === 0xfc) return '\u2713';
  return String.fromCharCode(0xf0_00 + byte);
}
