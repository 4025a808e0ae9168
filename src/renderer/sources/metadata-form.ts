import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import { sourceMetadataFields, type SourceMetadata } from '../../shared/domain/sources/source.ts';

/** What stands in the fields of the form, as it is typed. */
export type MetadataTexts = Readonly<Record<keyof SourceMetadata, string>>;

/** How each field is labelled and explained. */
export const metadataFields = {
  title: { label: 'Title', hint: null },
  outlet: { label: 'Outlet', hint: null },
  byline: { label: 'Byline', hint: null },
  published: { label: 'Published', hint: null },
  updated: { label: 'Updated', hint: null },
  accessed: { label: 'Accessed', hint: null },
  url: { label: 'Web address', hint: null },
  language: { label: 'Language', hint: 'A code such as en, ru or pt-BR.' },
} as const satisfies Record<
  keyof SourceMetadata,
  { readonly label: string; readonly hint: string | null }
>;

/** Nothing filled in. */
export const noMetadata: MetadataTexts = {
  title: '',
  outlet: '',
  byline: '',
  published: '',
  updated: '',
  accessed: '',
  url: '',
  language: '',
};

/** What a source says, as texts to edit. */
export function metadataTexts(source: SourceMetadata): MetadataTexts {
  const texts = { ...noMetadata } as Record<keyof SourceMetadata, string>;
  for (const field of sourceMetadataFields) texts[field] = source[field] ?? '';
  return texts;
}

/** The fields that differ from what they were; an emptied one is unknown (null). */
export function changedMetadata(
  before: MetadataTexts,
  after: MetadataTexts,
): Partial<SourceMetadata> {
  return Object.fromEntries(
    sourceMetadataFields
      .filter((field) => before[field].trim() !== after[field].trim())
      .map((field) => [field, after[field].trim() || null]),
  );
}

const dateFields: readonly (keyof SourceMetadata)[] = ['published', 'updated', 'accessed'];

/** What is wrong with a field as it stands, as a sentence; null where nothing is. */
export function metadataProblem(field: keyof SourceMetadata, text: string): string | null {
  const typed = text.trim();
  return typed !== '' && dateFields.includes(field) ? dateProblem(typed) : null;
}
