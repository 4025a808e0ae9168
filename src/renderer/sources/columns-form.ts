import { articleFields } from '../../shared/domain/sources/parsed-source.ts';
import type { ArticleField, ColumnMapping } from '../../shared/domain/sources/parsed-source.ts';

/** What a column may hold, as it is offered; `''` is nothing that is brought in. */
export const columnUses: readonly { readonly value: ArticleField | ''; readonly name: string }[] = [
  { value: '', name: 'Not used' },
  { value: 'text', name: 'Text' },
  { value: 'title', name: 'Title' },
  { value: 'url', name: 'Address' },
  { value: 'published', name: 'Published' },
  { value: 'updated', name: 'Updated' },
  { value: 'accessed', name: 'Accessed' },
  { value: 'byline', name: 'Byline' },
  { value: 'outlet', name: 'Outlet' },
  { value: 'language', name: 'Language' },
];

/** What a column holds under a mapping. */
export function columnUse(mapping: ColumnMapping, column: string): ArticleField | '' {
  return articleFields.find((field) => mapping[field] === column) ?? '';
}

/** The mapping after a column was given another use; the column that had that use before is not used any more. */
export function withColumnUse(
  mapping: ColumnMapping,
  column: string,
  use: ArticleField | '',
): ColumnMapping {
  const others = Object.entries(mapping).filter(
    ([field, name]) => field !== use && name !== column,
  );
  return Object.fromEntries(use === '' ? others : [...others, [use, column]]);
}

/** The mapping with every field named, so that nothing is taken by its usual name against the analyst's choice. */
export function wholeMapping(mapping: ColumnMapping): ColumnMapping {
  return Object.fromEntries(articleFields.map((field) => [field, mapping[field] ?? '']));
}
