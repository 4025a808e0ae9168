import { toEdtfDate } from '../../shared/domain/sources/to-edtf-date.ts';
import { emptyMetadata } from '../../shared/domain/sources/parsed-source.ts';
import type {
  MetadataOrigin,
  MetadataOrigins,
  ParsedMetadata,
} from '../../shared/domain/sources/parsed-source.ts';
import { attributeOf, textOf } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';
import { readMicrodata } from './html-microdata.ts';
import type { MicrodataProperty } from './html-microdata.ts';
import { readJsonLd } from './json-ld.ts';

/** The elements of a page that speak about it, in the order of the page. */
export interface PageFacts {
  readonly title: string | null;
  readonly htmlLanguage: string | null;
  readonly canonical: string | null;
  readonly base: string | null;
  readonly jsonLd: readonly string[];
  /** Names (lower case) and contents of `<meta>`. */
  readonly meta: readonly (readonly [string, string])[];
  /** `<time>` elements and others with a `datePublished`. */
  readonly times: readonly { readonly value: string; readonly isPublication: boolean }[];
  readonly bylines: readonly string[];
  readonly microdata: readonly MicrodataProperty[];
}

const mostMicrodata = 200;

/** Collects the facts of a page; give it every element. */
export function createFactCollector(): {
  readonly visit: (node: PageNode) => void;
  readonly facts: () => PageFacts;
} {
  const jsonLd: string[] = [];
  const meta: (readonly [string, string])[] = [];
  const times: { readonly value: string; readonly isPublication: boolean }[] = [];
  const bylines: string[] = [];
  const microdata: MicrodataProperty[] = [];
  let title: string | null = null;
  let htmlLanguage: string | null = null;
  let canonical: string | null = null;
  let base: string | null = null;

  function visit(node: PageNode): void {
    if (microdata.length < mostMicrodata) microdata.push(...readMicrodata(node));
    switch (node.localName) {
      case 'html':
        htmlLanguage ??= attributeOf(node, 'lang') || attributeOf(node, 'xml:lang') || null;
        break;
      case 'title':
        title ??= collapse(textOf(node)) || null;
        break;
      case 'base':
        base ??= attributeOf(node, 'href') || null;
        break;
      case 'link':
        if (/\bcanonical\b/i.test(attributeOf(node, 'rel')))
          canonical ??= attributeOf(node, 'href') || null;
        break;
      case 'script':
        if (/ld\+json/i.test(attributeOf(node, 'type'))) jsonLd.push(textOf(node));
        break;
      case 'meta':
        for (const attribute of ['property', 'name', 'http-equiv']) {
          for (const name of attributeOf(node, attribute).toLowerCase().split(/\s+/)) {
            if (name !== '') meta.push([name, collapse(attributeOf(node, 'content'))]);
          }
        }
        break;
      case 'time': {
        const value = attributeOf(node, 'datetime') || collapse(textOf(node));
        const says = `${attributeOf(node, 'itemprop')} ${attributeOf(node, 'pubdate') && 'pubdate'} ${attributeOf(node, 'class')}`;
        if (times.length < 20)
          times.push({ value, isPublication: /datePublished|pubdate|published/i.test(says) });
        break;
      }
      default: {
        const rel = attributeOf(node, 'rel');
        if (rel === 'author' && bylines.length < 10) bylines.push(collapse(textOf(node)));
      }
    }
  }
  return {
    visit,
    facts: () => ({
      title,
      htmlLanguage,
      canonical,
      base,
      jsonLd,
      meta,
      times,
      bylines,
      microdata,
    }),
  };
}

type Candidate = readonly [MetadataOrigin, string | null | undefined];

/** What a page certainly says about itself, and where each value was found. `source` is the HTML. */
export function readPageMetadata(
  facts: PageFacts,
  source: string,
): {
  readonly metadata: ParsedMetadata;
  readonly origins: MetadataOrigins;
  /** The words of the article as the page's data for machines give them. */
  readonly body: string | null;
} {
  const article = readJsonLd(facts.jsonLd);
  const named = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const values = facts.meta.filter(([other, content]) => other === name && content !== '');
      if (values.length === 0) continue;
      const isAuthor = name.includes('author') || name.includes('creator');
      return isAuthor
        ? [...new Set(values.map(([, content]) => content))].join(', ')
        : (values[0]?.[1] ?? null);
    }
    return null;
  };
  const stated = (...properties: readonly string[]): string | null => {
    for (const property of properties) {
      const values = facts.microdata.filter(([other]) => other === property);
      if (values.length === 0) continue;
      if (!/author|creator/.test(property)) return values[0]?.[1] ?? null;
      return [...new Set(values.map(([, value]) => value))].slice(0, 5).join(', ');
    }
    return null;
  };
  const outlet = notAddress(article.outlet ?? null);
  const siteName = notAddress(
    named(
      'og:site_name',
      'citation_journal_title',
      'dc.publisher',
      'publisher',
      'application-name',
    ),
  );
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(source.slice(0, 2000))?.[1] ?? null;
  const base = saved ?? facts.base;
  const candidates: Readonly<Record<keyof ParsedMetadata, readonly Candidate[]>> = {
    title: [
      ['json-ld', article.title],
      [
        'meta',
        named(
          'og:title',
          'citation_title',
          'dc.title',
          'dcterms.title',
          'twitter:title',
          'headline',
        ),
      ],
      ['microdata', stated('headline')],
      ['html', facts.title],
    ],
    outlet: [
      ['json-ld', outlet],
      ['meta', siteName],
      ['microdata', notAddress(stated('publisher.name', 'publisher'))],
    ],
    byline: [
      ['json-ld', article.byline],
      [
        'meta',
        cleanByline(
          named(
            'citation_author',
            'parsely-author',
            'author',
            'dc.creator',
            'dcterms.creator',
            'sailthru.author',
            'article:author',
            'byl',
          ),
        ),
      ],
      ['microdata', cleanByline(stated('author.name', 'author', 'creator.name', 'creator'))],
      [
        'html',
        cleanByline(
          [...new Set(facts.bylines)]
            .filter((name) => name !== '')
            .slice(0, 3)
            .join(', '),
        ),
      ],
    ],
    published: [
      ['json-ld', date(article.published)],
      [
        'meta',
        date(
          named(
            'article:published_time',
            'og:article:published_time',
            'published',
            'citation_publication_date',
            'parsely-pub-date',
            'sailthru.date',
            'dc.date.issued',
            'dcterms.issued',
            'dcterms.created',
            'dc.date',
            'pubdate',
            'publishdate',
            'publish-date',
            'date',
          ),
        ),
      ],
      ['microdata', date(stated('datePublished'))],
      ['html', date(publicationTime(facts))],
    ],
    updated: [
      ['json-ld', date(article.updated)],
      [
        'meta',
        date(
          named(
            'article:modified_time',
            'og:updated_time',
            'dcterms.modified',
            'lastmod',
            'last-modified',
          ),
        ),
      ],
      ['microdata', date(stated('dateModified'))],
    ],
    accessed: [],
    url: [
      ['json-ld', ofArticle(address(article.url, base))],
      ['meta', address(named('og:url'), base)],
      ['microdata', address(stated('mainEntityOfPage'), base)],
      ['html', address(facts.canonical, base)],
      ['saved page', address(saved, null)],
    ],
    language: [
      ['json-ld', languageTag(article.language)],
      ['meta', languageTag(named('content-language', 'og:locale', 'dc.language', 'language'))],
      ['microdata', languageTag(stated('inLanguage'))],
      ['html', languageTag(facts.htmlLanguage)],
    ],
  };
  const metadata: Record<keyof ParsedMetadata, string | null> = { ...emptyMetadata };
  const origins: Partial<Record<keyof ParsedMetadata, MetadataOrigin>> = {};
  for (const name of Object.keys(candidates) as (keyof ParsedMetadata)[]) {
    const found = candidates[name].find(
      ([, value]) => value !== null && value !== undefined && value !== '',
    );
    if (found === undefined) continue;
    metadata[name] = found[1]?.slice(0, 1000) ?? null;
    origins[name] = found[0];
  }
  return { metadata, origins, body: article.body ?? null };
}

function publicationTime({ times }: PageFacts): string | null {
  const stated = times.find(({ isPublication }) => isPublication);
  // A single time on the page is that of the page; of several nothing says which.
  return stated?.value ?? (times.length === 1 ? (times[0]?.value ?? null) : null);
}

function date(value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : toEdtfDate(value);
}

function cleanByline(value: string | null): string | null {
  if (value === null || /^https?:\/\//i.test(value)) return null;
  // What else stands in the element, such as a date, begins with a stroke, a dot or a number.
  const names = value
    .replace(/^\s*(?:by|von|par|text(?: by)?|текст|автор|autor(?:in)?|author)(?::\s*|\s+)/iu, '')
    .replace(/\s*[|•·].*$|[\s,]*\d.*$/s, '')
    .trim();
  return names === '' || names.length > 200 ? null : names;
}

function notAddress(value: string | null): string | null {
  return value === null || /^https?:\/\/|^@/.test(value) ? null : value.replace(/^www\./i, '');
}

function address(value: string | null | undefined, base: string | null): string | null {
  if (value === null || value === undefined || !URL.canParse(value, base ?? undefined)) return null;
  const { protocol, href } = new URL(value, base ?? undefined);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** Some pages give the address of their site for that of the article. */
function ofArticle(value: string | null): string | null {
  return value !== null && new URL(value).pathname === '/' ? null : value;
}

function languageTag(value: string | null | undefined): string | null {
  const tag = (value ?? '').split(',')[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function collapse(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
