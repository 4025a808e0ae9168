import { emptyMetadata } from '../../shared/domain/sources/parsed-source.ts';
import type {
  MetadataOrigin,
  MetadataOrigins,
  ParsedMetadata,
  ParseOptions,
  ParseResult,
} from '../../shared/domain/sources/parsed-source.ts';
import { readFrontMatter } from '../../shared/domain/sources/front-matter.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectLanguage } from './detect-language.ts';
import { looksBinary } from './file-signature.ts';
import { buildHtmlBlocks } from './html-blocks.ts';
import type { Importer } from './importer.ts';

/** Reads Markdown: the text as it would be shown, with its headings, lists, quotations, links and emphasis. */
export const markdownImporter: Importer = {
  name: 'markdown',
  version: 1,
  canRead: (fileName) => /\.(?:md|markdown|mdown|mkdn?|mdx)$/.test(fileName),
  parse: parseMarkdown,
};

async function parseMarkdown(bytes: Uint8Array, options: ParseOptions): Promise<ParseResult> {
  const decoded = await decodeBytes(bytes, options.encoding, () => null);
  if ('problem' in decoded) return decoded;
  if (looksBinary(decoded.text)) {
    return { problem: 'The file holds no text: it is binary data, whatever its name says.' };
  }
  const { values, body } = readFrontMatter(decoded.text.replace(/^\ufeff/, ''));
  // marked follows CommonMark and GitHub's tables, needs no DOM, and is kept up.
  const { marked } = await import('marked');
  const html = await marked.parse(body, { async: true, gfm: true });
  const built = await buildHtmlBlocks(html, { article: false, undecodable: decoded.undecodable });
  if ('problem' in built) return { problem: 'The file holds no text but white space.' };
  const { text, blocks } = built;
  const first = blocks[0];
  const heading = first?.kind === 'heading' ? text.slice(first.start, first.end) : null;
  const found: Partial<Record<keyof ParsedMetadata, readonly [string | null, MetadataOrigin]>> = {
    language: [await detectLanguage(text, blocks), 'statistics of the text'],
    title: [heading?.replaceAll(/\s+/g, ' ') ?? null, 'visible text'],
  };
  for (const [name, value] of Object.entries(values)) {
    found[name as keyof ParsedMetadata] = [value, 'front matter'];
  }
  const known = Object.entries(found).filter(([, [value]]) => value !== null);
  return {
    source: {
      ...built,
      metadata: {
        ...emptyMetadata,
        ...(Object.fromEntries(
          known.map(([name, [value]]) => [name, value]),
        ) as Partial<ParsedMetadata>),
      },
      metadataOrigins: Object.fromEntries(
        known.map(([name, [, origin]]) => [name, origin]),
      ) as MetadataOrigins,
      encoding: decoded.encoding,
      mediaType: 'text/markdown',
      importer: markdownImporter.name,
      importerVersion: markdownImporter.version,
    },
  };
}
