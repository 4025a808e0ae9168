import { findBoilerplate } from '../../shared/domain/sources/find-boilerplate.ts';
import { normaliseText } from '../../shared/domain/sources/normalise-text.ts';
import type { NormalisedText } from '../../shared/domain/sources/normalise-text.ts';
import { maximumTextLength } from '../../shared/domain/sources/parsed-source.ts';
import type {
  InlineRange,
  MetadataOrigins,
  ParsedBlock,
  ParsedMetadata,
} from '../../shared/domain/sources/parsed-source.ts';
import { markPageFurniture } from './html-boilerplate.ts';
import { completeMetadata } from './html-complete-metadata.ts';
import { resolveInlineRanges } from './html-inline.ts';
import { createFactCollector, readPageMetadata } from './html-metadata.ts';
import { readPageText } from './html-text.ts';
import { parsePage } from './html-tree.ts';
import { tooLongProblem } from './importer.ts';

/** How HTML is read. */
export interface HtmlReading {
  /** Whether it is a page of the web, whose article is to be told from its furniture; else all of it is text. */
  readonly article: boolean;
  /** Whether its U+FFFD stand for bytes that could not be decoded. */
  readonly undecodable?: boolean;
  /** The address that relative links are relative to, where the HTML itself names none. */
  readonly baseUrl?: string;
}

/** What HTML holds: its text with blocks and inline ranges, and what it says about itself. */
export interface HtmlBlocks extends NormalisedText {
  readonly blocks: readonly ParsedBlock[];
  readonly inlineRanges: readonly InlineRange[];
  readonly metadata: ParsedMetadata;
  readonly metadataOrigins: MetadataOrigins;
}

/**
 * The text, blocks and inline ranges of HTML: of a page, or of what a converter made of a document of another format.
 * Nothing of it runs and nothing is fetched. A sentence says why there is no text.
 */
export async function buildHtmlBlocks(
  html: string,
  { article, undecodable = false, baseUrl }: HtmlReading,
): Promise<HtmlBlocks | { readonly problem: string }> {
  // Markup is seldom more than the text; parsing more would take memory only to refuse the text.
  if (html.length > 2 * maximumTextLength) return { problem: tooLongProblem(html.length) };
  const document = await parsePage(html);
  const collector = createFactCollector();
  const page = readPageText(document, collector.visit);
  if (page.blocks.length === 0) return { problem: 'The page has no text that a reader would see.' };
  if (page.text.length > maximumTextLength) return { problem: tooLongProblem(page.text.length) };
  const facts = collector.facts();
  const { body, ...stated } = readPageMetadata(facts, html);
  const normalised = normaliseText(page.text, undecodable);
  const blocks = article
    ? findBoilerplate(
        normalised.text,
        markPageFurniture(page, {
          title: stated.metadata.title,
          byline: stated.metadata.byline,
          body,
        }),
      )
    : page.blocks.map(({ kind, level, start, end }) => ({
        kind,
        level,
        start,
        end,
        boilerplateRule: null,
      }));
  const { metadata, origins } = article
    ? completeMetadata(stated, facts.title, normalised.text, blocks)
    : stated;
  return {
    ...normalised,
    blocks,
    inlineRanges: resolveInlineRanges(
      page.inlineRanges,
      facts.base ?? metadata.url ?? baseUrl ?? null,
    ),
    metadata,
    metadataOrigins: origins,
  };
}
