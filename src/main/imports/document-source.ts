import { toEdtfDate } from '../../shared/domain/sources/to-edtf-date.ts';
import { emptyMetadata } from '../../shared/domain/sources/parsed-source.ts';
import type {
  MetadataOrigins,
  ParsedBlock,
  ParsedMetadata,
  ParsedSource,
  ParseResult,
} from '../../shared/domain/sources/parsed-source.ts';
import { detectLanguage } from './detect-language.ts';
import { buildHtmlBlocks } from './html-blocks.ts';
import type { Importer } from './importer.ts';

/** What a document says about itself in its properties, as it stands there; an empty string is nothing. */
export interface DocumentProperties {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly url?: string;
  readonly language?: string;
}

/** The parts of a source that the text of a document gives. */
export type DocumentText = Pick<
  ParsedSource,
  'text' | 'blocks' | 'inlineRanges' | 'notes' | 'replacements' | 'replacementCounts'
>;

/** Makes a source of a document that a converter turned into HTML: all of it is text, nothing is furniture. */
export async function sourceOfHtml(
  importer: Importer,
  mediaType: string,
  html: string,
  properties: DocumentProperties,
): Promise<ParseResult> {
  const built = await buildHtmlBlocks(html, { article: false });
  if ('problem' in built) {
    const isEmpty = built.problem.startsWith('The page has no text');
    return isEmpty ? { problem: 'The document holds no text.' } : built;
  }
  return await sourceOfDocument(importer, mediaType, built, properties);
}

/** Makes a source of the text of a document and its properties; the first heading stands in for a title. */
export async function sourceOfDocument(
  importer: Importer,
  mediaType: string,
  document: DocumentText,
  properties: DocumentProperties,
): Promise<ParseResult> {
  const { text, blocks, inlineRanges, notes, replacements, replacementCounts } = document;
  const stated = readProperties(properties);
  const title = stated.title ?? firstHeading(text, blocks);
  const language = stated.language ?? (await detectLanguage(text, blocks));
  const origins: MetadataOrigins = {
    ...(title === null ? {} : { title: 'visible text' as const }),
    ...(language === null ? {} : { language: 'statistics of the text' as const }),
    ...Object.fromEntries(
      Object.entries(stated)
        .filter(([, value]) => value !== null)
        .map(([name]) => [name, 'document properties' as const]),
    ),
  };
  return {
    source: {
      text,
      blocks,
      ...(inlineRanges === undefined ? {} : { inlineRanges }),
      ...(notes === undefined || notes.length === 0 ? {} : { notes }),
      metadata: { ...stated, title, language },
      metadataOrigins: origins,
      encoding: 'UTF-8',
      mediaType,
      importer: importer.name,
      importerVersion: importer.version,
      replacements,
      replacementCounts,
    },
  };
}

// What programs write where nobody gave a title or a name.
const noTitle =
  /^(?:untitled|unbenannt|sans titre|sin título|senza titolo|no title|document|dokument|title|slide|powerpoint presentation|word document|\(null\)|about:blank|print|layout|\W*)\s*\d*$|^(?:[a-z]:\\|\/|file:|https?:\/\/\S+$)|\.(?:docx?|rtf|odt|indd|qxd|qxp|tmp|dvi|vp|pages|wpd|pub|pmd?|p65|ai|tex|ps|eps|cdr)$|^[\w-]{0,12}\d{4,}[\w-]*$/i;
const noName =
  /^(?:unknown|anonymous|author|user|users?\d*|admin|administrator|owner|default|none|microsoft( office)?( user)?|python-docx|root|pc|hp|dell|lenovo|windows user|un-named|\(null\)|\W*|.*@.*|(?:\\\\|\/)\S*)$/i;

function readProperties(properties: DocumentProperties): ParsedMetadata {
  const title = clean(properties.title, 300).replace(
    /^Microsoft (?:Office )?(?:Word|PowerPoint|Excel) [-–] /i,
    '',
  );
  const byline = clean(properties.byline, 200);
  const outlet = clean(properties.outlet, 200);
  const published = toEdtfDate(clean(properties.published, 60));
  const updated = toEdtfDate(clean(properties.updated, 60));
  const url = clean(properties.url, 2000);
  return {
    ...emptyMetadata,
    title: title === '' || noTitle.test(title) ? null : title,
    byline: byline === '' || noName.test(byline) ? null : byline,
    outlet: outlet === '' ? null : outlet,
    published,
    updated: updated === published ? null : updated,
    url: /^https?:\/\/\S+$/.test(url) ? url : null,
    language: readLanguage(clean(properties.language, 35)),
  };
}

function clean(value: string | undefined, longest: number): string {
  const line = (value ?? '').replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return line.length > longest ? '' : line;
}

function readLanguage(tag: string): string | null {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(tag) || /^(?:und|zxx|mul|x)\b/i.test(tag))
    return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function firstHeading(text: string, blocks: readonly ParsedBlock[]): string | null {
  const heading = blocks.find(
    ({ kind, boilerplateRule }) => kind === 'heading' && boilerplateRule === null,
  );
  if (heading === undefined || heading.end - heading.start > 300) return null;
  return text.slice(heading.start, heading.end).replaceAll(/\s+/g, ' ');
}
