import { articleFields } from './parsed-source.ts';
import type { ArticleField, ColumnMapping } from './parsed-source.ts';
import { toEdtfDate } from './to-edtf-date.ts';
import { dateProblem } from '../dates/edtf.ts';

// Names as tables, scrapers and interfaces of news services write them; compared without case, spaces and signs.
const usualNames: Readonly<Record<ArticleField, string>> = {
  text:
    'text body articlebody fulltext articletext articlecontent content contenttext maintext bodytext plaintext ' +
    'rawtext cleantext fullarticle articlefulltext maincontent html bodyhtml contenthtml storytext story article ' +
    'message post markdown transcript texto texte contenido contenu inhalt volltext текст 正文 内容 본문',
  title:
    'title headline articletitle newstitle pagetitle heading subject name titre titulo titel überschrift заголовок 标题 제목',
  outlet:
    'outlet source sourcename publisher publication publicationname newspaper sitename site website domain media ' +
    'medium journal feed feedname feedtitle organization quelle fuente источник 来源 매체',
  byline:
    'byline author authors authorname writer writers creator reporter by dccreator auteur autor автор 作者 기자',
  published:
    'published publishedat publisheddate publishdate datepublished pubdate publicationdate datetime date time ' +
    'timestamp firstpublished publishedon publishtime created createdat datecreated seendate fecha datum дата 日期 날짜',
  updated:
    'updated updatedat modified modifiedat datemodified lastmodified lastupdated dateupdated moddate',
  accessed:
    'accessed accessedat retrieved retrievedat crawled crawledat crawldate scraped scrapedat scrapedate fetched ' +
    'fetchedat datedownload downloaded downloadedat dateaccessed',
  url: 'url link href weburl permalink canonicalurl canonical articleurl sourceurl pageurl uri newsurl documentidentifier',
  language: 'language lang locale inlanguage languagecode sprache idioma langue язык',
};

const ranks = new Map<string, { readonly field: ArticleField; readonly rank: number }>();
for (const field of articleFields) {
  usualNames[field].split(' ').forEach((name, rank) => ranks.set(name, { field, rank }));
}

function key(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What a column of that name usually holds; null for any other name. */
export function fieldOfName(name: string): ArticleField | null {
  return ranks.get(key(name))?.field ?? null;
}

/**
 * The columns by what they hold: as the analyst says, and the others by their usual names, the commonest name of each
 * first. A path (`source.name`) goes by its last step, or by the step before where the last is only `name`.
 */
export function findColumns(names: readonly string[], given: ColumnMapping = {}): ColumnMapping {
  const found: Partial<Record<ArticleField, { readonly name: string; readonly rank: number }>> = {};
  const taken = new Set(Object.values(given));
  for (const name of names) {
    if (taken.has(name)) continue;
    const steps = name.split('.');
    const last = steps.at(-1) ?? '';
    const rated = ranks.get(
      key(steps.length > 1 && key(last) === 'name' ? (steps.at(-2) ?? '') : last),
    );
    if (rated === undefined || given[rated.field] !== undefined) continue;
    const rank = rated.rank + 100 * (steps.length - 1);
    if (rank < (found[rated.field]?.rank ?? Number.POSITIVE_INFINITY)) {
      found[rated.field] = { name, rank };
    }
  }
  const usual = Object.fromEntries(Object.entries(found).map(([field, { name }]) => [field, name]));
  const all = Object.entries({ ...usual, ...given });
  return Object.fromEntries(all.filter(([, name]) => name !== undefined && name !== ''));
}

const longestValue = 2_000;

/** What the cells of an article say, as metadata: white space folded, dates as EDTF; what is no date is left out. */
export function articleValues(
  cells: Readonly<Record<string, string>>,
): Partial<Record<ArticleField, string>> {
  const values: Partial<Record<ArticleField, string>> = {};
  for (const field of articleFields) {
    const cell = cells[field]?.trim() ?? '';
    if (cell === '') continue;
    const value = field === 'text' ? cell : metadataValue(field, cell);
    if (value !== null) values[field] = value;
  }
  return values;
}

function metadataValue(field: Exclude<ArticleField, 'text'>, cell: string): string | null {
  const value = cell
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestValue)
    .toWellFormed();
  switch (field) {
    case 'published':
    case 'updated':
    case 'accessed':
      return dateValue(value);
    case 'url':
      return /^https?:\/\/\S+$/i.test(value) ? value : null;
    case 'language':
      return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value) ? value.replaceAll('_', '-') : null;
    case 'title':
    case 'outlet':
    case 'byline':
      return value;
  }
}

/** A date as it is written, or the seconds or milliseconds since 1970 that programs write, as EDTF in UTC. */
function dateValue(value: string): string | null {
  if (/^\d{9,10}(?:\.\d+)?$/.test(value)) return momentText(Number(value) * 1_000);
  if (/^\d{12,13}$/.test(value)) return momentText(Number(value));
  const date = toEdtfDate(value) ?? value;
  return dateProblem(date) === null ? date : null;
}

function momentText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
