import { articleFields } from '../../shared/domain/sources/parsed-source.ts';
import type { ArticleField, ColumnMapping } from '../../shared/domain/sources/parsed-source.ts';

const deepest = 3;
const mostNames = 500;

/** The names of the fields of an article, those of objects within as paths (`source.name`), nearest first. */
export function jsonNames(article: object): readonly string[] {
  const names: string[] = [];
  const below: (readonly [path: string, value: object])[] = [['', article]];
  for (const [path, object] of below) {
    for (const [key, value] of Object.entries(object)) {
      if (names.length >= mostNames) return names;
      const name = path + key;
      names.push(name);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (isObject && name.split('.').length < deepest) below.push([`${name}.`, value as object]);
    }
  }
  return names.filter((name) => isReadable(valueAt(article, name)));
}

/** Every readable value of an article by the name of its field, as texts. */
export function jsonRecord(article: object): ReadonlyMap<string, string> {
  return new Map(jsonNames(article).map((name) => [name, textOf(valueAt(article, name), 'text')]));
}

/** The values of an article by what they hold, as texts; lists of names are joined. */
export function jsonCells(
  article: object,
  columns: ColumnMapping,
): Partial<Record<ArticleField, string>> {
  const cells: Partial<Record<ArticleField, string>> = {};
  for (const field of articleFields) {
    const name = columns[field];
    if (name !== undefined) cells[field] = textOf(valueAt(article, name), field);
  }
  return cells;
}

function valueAt(article: object, path: string): unknown {
  if (Object.hasOwn(article, path)) return (article as Readonly<Record<string, unknown>>)[path];
  let value: unknown = article;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

function isReadable(value: unknown): boolean {
  return textOf(value, 'text') !== '';
}

function textOf(value: unknown, field: ArticleField): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => textOf(part, field)).filter((part) => part !== '');
    return parts.join(field === 'text' ? '\n\n' : ', ');
  }
  if (typeof value === 'object' && value !== null && 'name' in value) {
    return typeof value.name === 'string' ? value.name : '';
  }
  return '';
}
