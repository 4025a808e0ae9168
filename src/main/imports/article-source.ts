import { articleValues } from '../../shared/domain/sources/article-columns.ts';
import type {
  ArticleField,
  MetadataOrigins,
  ParsedMetadata,
  ParseResult,
} from '../../shared/domain/sources/parsed-source.ts';
import { buildHtmlBlocks } from './html-blocks.ts';
import { detectLanguage } from './detect-language.ts';
import { readPlainText } from './plain-text-importer.ts';

/** Where an article of a table or a JSON file was taken from. */
interface ArticleOrigin {
  readonly mediaType: string;
  readonly encoding: string;
  readonly importer: string;
  readonly importerVersion: number;
}

/** Makes a source of the cells of one article; its text may be HTML. What the cells say wins over the text. */
export async function articleSource(
  cells: Readonly<Partial<Record<ArticleField, string>>>,
  origin: ArticleOrigin,
): Promise<ParseResult> {
  const { text = '', ...values } = articleValues(cells as Readonly<Record<string, string>>);
  if (text === '') return { problem: 'The article has no text; it was left out.' };
  const result = isHtml(text) ? await htmlSource(text) : await readPlainText(text, false);
  if ('problem' in result) return { problem: 'The article has no text; it was left out.' };
  const { source } = result;
  const known: Partial<ParsedMetadata> = values;
  const origins: MetadataOrigins = Object.fromEntries(
    Object.keys(known).map((name) => [name, 'column' as const]),
  );
  return {
    source: {
      ...source,
      metadata: { ...source.metadata, ...known },
      metadataOrigins: { ...source.metadataOrigins, ...origins },
      ...origin,
    },
  };
}

function isHtml(text: string): boolean {
  return /<(?:p|div|h[1-6]|ul|ol|article|section|table|blockquote|br|figure|html|body)\b[^<>]*>/i.test(
    text.slice(0, 20_000),
  );
}

async function htmlSource(html: string): Promise<ParseResult> {
  const built = await buildHtmlBlocks(html, { article: false });
  if ('problem' in built) return built;
  const language = await detectLanguage(built.text, built.blocks);
  const metadata = { ...built.metadata, language: built.metadata.language ?? language };
  return {
    source: {
      ...built,
      metadata,
      encoding: 'UTF-8',
      mediaType: 'text/html',
      importer: 'html',
      importerVersion: 1,
    },
  };
}
