import { toEdtfDate } from './to-edtf-date.ts';

// The months of the languages in which articles most often come, as they are written in dates.
const monthNames: readonly string[] = [
  'january jan januar janvier enero janeiro gennaio januari января stycznia ocak',
  'february feb februar février fevrier febrero fevereiro febbraio februari февраля lutego şubat',
  'march mar märz maerz mars marzo março marco maart марта marca mart',
  'april apr avril abril aprile апреля kwietnia nisan',
  'may mai mayo maio maggio mei мая maja mayıs maj',
  'june jun juni juin junio junho giugno июня czerwca haziran',
  'july jul juli juillet julio julho luglio июля lipca temmuz',
  'august aug août aout agosto augustus augusti августа sierpnia ağustos',
  'september sep sept septembre septiembre setembro settembre сентября września eylül',
  'october oct oktober okt octobre octubre outubro ottobre октября października ekim',
  'november nov novembre noviembre novembro ноября listopada kasım',
  'december dec dezember dez décembre decembre diciembre dezembro dicembre декабря grudnia aralık',
];
const months = new Map(
  monthNames.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const year = '(?:19|20)\\d\\d';
const written = new RegExp(
  [
    `(?<![\\d.])(?<d1>\\d{1,2})(?:st|nd|rd|th|\\.|er|º|°)?\\s+(?:de\\s+|of\\s+)?(?<m1>\\p{L}{3,12})\\.?,?\\s+(?:de\\s+)?(?<y1>${year})(?!\\d)`,
    `(?<!\\p{L})(?<m2>\\p{L}{3,12})\\.?\\s+(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y2>${year})(?!\\d)`,
    `(?<!\\d)(?<y3>${year})\\s?(?:[-./]|[年년]\\s?)\\s?(?<m3>\\d{1,2})\\s?(?:[-./]|[月월]\\s?)\\s?(?<d3>\\d{1,2})(?!\\d)`,
    `(?<![\\d.])(?<n4>\\d{1,2}(?<s4>[./])\\d{1,2}\\k<s4>${year})(?!\\d)`,
  ].join('|'),
  'giu',
);
const changed =
  /(?:updated|modified|last (?:update|edit)|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено)[^\p{L}]{0,4}(?:\p{L}{1,12}[^\p{L}]{0,3}){0,3}$/iu;

/** The dates that a line says something was published and changed at, as EDTF days; null where it says none. */
export interface WrittenDates {
  readonly published: string | null;
  readonly updated: string | null;
}

/** Finds the dates in the words of a line that stands above an article ("Published 7:07 PM EST Nov 19, 2019"). */
export function findWrittenDates(line: string): WrittenDates {
  let published: string | null = null;
  let updated: string | null = null;
  for (const found of line.matchAll(written)) {
    const date = dateOf(found.groups ?? {});
    if (date === null) continue;
    if (changed.test(line.slice(0, found.index))) updated ??= date;
    else published ??= date;
  }
  return { published, updated };
}

function dateOf(parts: Readonly<Record<string, string | undefined>>): string | null {
  const { d1, m1, y1, d2, m2, y2, d3, m3, y3, n4 } = parts;
  if (n4 !== undefined) return toEdtfDate(n4);
  const [day, month, named] = [d1 ?? d2 ?? d3, m3, m1 ?? m2];
  const number = named === undefined ? Number(month) : months.get(named.toLowerCase());
  if (number === undefined || day === undefined) return null;
  return toEdtfDate(`${y1 ?? y2 ?? y3}-${pad(number)}-${pad(Number(day))}`);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
