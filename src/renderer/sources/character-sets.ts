/** The character sets that are offered, by script; each name is one that the importers know. */
export const characterSets: readonly { readonly value: string; readonly name: string }[] = (
  [
    ['Unicode', 'UTF-8 UTF-16LE UTF-16BE'],
    ['Western', 'windows-1252 ISO-8859-15 macintosh IBM850 IBM437'],
    ['Central European', 'windows-1250 ISO-8859-2 IBM852'],
    ['Cyrillic', 'windows-1251 KOI8-R KOI8-U ISO-8859-5 IBM866 IBM855 MacCyrillic'],
    ['Greek', 'windows-1253 ISO-8859-7'],
    ['Turkish', 'windows-1254'],
    ['Baltic', 'windows-1257 ISO-8859-13'],
    ['Hebrew', 'windows-1255 ISO-8859-8'],
    ['Arabic', 'windows-1256 ISO-8859-6'],
    ['Vietnamese', 'windows-1258'],
    ['Thai', 'windows-874'],
    ['Chinese', 'GB18030 Big5 HZ-GB-2312'],
    ['Japanese', 'Shift_JIS EUC-JP ISO-2022-JP'],
    ['Korean', 'EUC-KR ISO-2022-KR'],
  ] as const
).flatMap(([script, names]) =>
  names.split(' ').map((value) => ({ value, name: `${script}: ${value}` })),
);
