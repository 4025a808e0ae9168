import type {
  MetadataOrigin,
  MetadataOrigins,
  ParsedBlock,
  ParsedMetadata,
} from '../../shared/domain/sources/parsed-source.ts';
import { readVisibleFacts } from './html-visible-facts.ts';

/** Metadata and where each value was found. */
export interface PageMetadata {
  readonly metadata: ParsedMetadata;
  readonly origins: MetadataOrigins;
}

// JSON-LD headlines are often cut at 110 characters.
const leastCutTitle = 60;
const separator = /^\s*[|\-–—·:»•/]+\s*/;

/**
 * Adds to what a page says of itself for machines what its readers see: the headline without the name of the site, and
 * whatever is not known otherwise. `pageTitle` is the title of the window.
 */
export function completeMetadata(
  { metadata, origins }: PageMetadata,
  pageTitle: string | null,
  text: string,
  blocks: readonly ParsedBlock[],
): PageMetadata {
  const seen = readVisibleFacts(text, blocks);
  const found: Partial<Record<keyof ParsedMetadata, string>> = {};
  const from: Partial<Record<keyof ParsedMetadata, MetadataOrigin>> = {};
  const add = (field: keyof ParsedMetadata, value: string | null, origin: MetadataOrigin): void => {
    if (metadata[field] !== null || found[field] !== undefined || value === null) return;
    found[field] = value;
    from[field] = origin;
  };
  const outlet = metadata.outlet ?? siteInTitle(pageTitle, seen.headline ?? metadata.title);
  add('title', seen.headline, 'visible text');
  if (metadata.title !== null) {
    const title = withoutSite(metadata.title, seen.headline, [outlet, hostOf(metadata.url)]);
    found.title = title;
    from.title = isCut(title, seen.headline) ? 'visible text' : (origins.title ?? 'html');
    if (isCut(title, seen.headline)) found.title = seen.headline ?? title;
  }
  add('outlet', outlet, 'html');
  add('outlet', seen.holder, 'visible text');
  add('byline', seen.byline, 'visible text');
  add('published', seen.published, 'visible text');
  add('updated', seen.updated, 'visible text');
  return { metadata: { ...metadata, ...found }, origins: { ...origins, ...from } };
}

function isCut(title: string, headline: string | null): boolean {
  if (headline === null || title.length < leastCutTitle) return false;
  const begin = plain(title.replace(/\s*(?:…|\.\.\.)$/, ''));
  return plain(headline).startsWith(begin) && plain(headline) !== begin;
}

/** The title without the name of the site or the section after it. */
function withoutSite(
  title: string,
  headline: string | null,
  sites: readonly (string | null)[],
): string {
  if (headline !== null) {
    const rest = restAfter(title, headline);
    if (rest !== null && (rest === '' || separator.test(rest))) return headline;
  }
  const parts = /^(.{8,}?)\s+[|\-–—·:»•]\s+([^|]{2,60})$/.exec(title);
  const site = plain(parts?.[2] ?? '');
  const isSite = sites.some((name) => {
    const known = plain(name ?? '');
    return known.length > 2 && (site.includes(known) || known.includes(site));
  });
  return parts?.[1] !== undefined && site !== '' && isSite ? parts[1] : title;
}

/** What follows a beginning in a title, letters and digits compared; null where it begins otherwise. */
function restAfter(title: string, beginning: string): string | null {
  const wanted = plain(beginning);
  if (wanted.length < 4) return null;
  let read = '';
  for (let index = 0; index < title.length; index += 1) {
    if (read === wanted) return title.slice(index).replace(/^[!?.…"'”’»)\]]+/, '');
    read += plain(title.charAt(index));
    if (!wanted.startsWith(read)) return null;
  }
  return read === wanted ? '' : null;
}

/** The name of the site at the end of the window's title, after the headline. */
function siteInTitle(pageTitle: string | null, headline: string | null): string | null {
  if (pageTitle === null || headline === null) return null;
  const rest = restAfter(pageTitle, headline);
  if (rest === null || !separator.test(rest)) return null;
  const last = rest.split(/\s+[|\-–—·»•]\s+/).at(-1) ?? '';
  const name = last
    .replace(separator, '')
    .replace(/^www\./i, '')
    .trim();
  return name.length >= 2 && name.length <= 60 ? name : null;
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const labels = new URL(url).hostname.split('.').filter((label) => label !== 'www');
  return labels.length > 1 ? (labels.at(-2) ?? null) : null;
}

function plain(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
