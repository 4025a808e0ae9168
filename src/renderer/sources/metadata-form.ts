import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import type { FoundValue } from '../../shared/contract/sources.ts';
import type { MetadataOrigin } from '../../shared/domain/sources/parsed-source.ts';
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

/** Where in a file a value was found, in words for the form. */
const originNames: Partial<Record<MetadataOrigin, string>> = {
  'json-ld': 'the page’s data for search engines (JSON-LD)',
  meta: 'the page’s meta tags',
  microdata: 'the page’s microdata',
  html: 'the head of the page',
  'visible text': 'what the text shows',
  'statistics of the text': 'the words of the text',
  'saved page': 'the browser’s note in the saved page',
};

/** Says where the value in a field comes from, or what the file says where another value stands in its place. */
export function describeFound(typed: string, found: FoundValue | undefined): string | null {
  if (found === undefined) return null;
  const origin = originNames[found.origin] ?? `the file (${found.origin})`;
  if (typed.trim() === found.value) return `From ${origin}.`;
  const shown = found.value.length > 80 ? `${found.value.slice(0, 79)}…` : found.value;
  return `The file says “${shown}”, in ${origin}.`;
}

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
