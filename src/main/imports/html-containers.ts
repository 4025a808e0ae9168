import { pageRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { findPartRule } from './html-part-names.ts';
import { attributeOf } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';

/** A block element of a page, with what stands in it; parents come before their children. */
export interface PageContainer {
  readonly parent: number;
  readonly tag: string;
  /** Its classes and its id. */
  readonly names: string;
  /** The rule that the element's own name, role or class speaks for, if any. */
  readonly rule: string | null;
  /** The rule for a part of an article that is not of its text, which its name speaks for: a byline, a gallery. */
  readonly partRule: string | null;
  /** How strongly the page marks this as its article: 3 the body of the article, 2 article, 1 main, 0 nothing. */
  readonly articleMark: 0 | 1 | 2 | 3;
  textLength: number;
  linkLength: number;
  /** The length of the sentences in it: of the blocks that are long and not links. */
  proseLength: number;
  blockCount: number;
}

const furnitureName =
  /^(?:(?:site|page|main|global|top|primary|secondary|mobile|sub|mega|footer|header|side|bottom|article|story|post|entry)[-_]?)?(?:nav|navbar|navigation|menu|navmenu|breadcrumbs?|breadcrumb-?(?:list|trail|nav)|sidebar|side-bar|cookies?(?:[-_]?(?:banner|notice|consent|bar|policy|message|law))?|gdpr(?:[-_]\w+)*|consent(?:[-_]\w+)*|onetrust[-\w]*|adverts?|advertisements?|ads?|ad[-_]?(?:slot|unit|container|wrapper|banner|label|box|placeholder|block)|ads(?:ense|bygoogle)|dfp[-\w]*|google[-_]ad\w*|sponsor(?:ed|s)?(?:[-_]?(?:content|links|posts))?|promo(?:s|tions?)?|share|sharing|share[-_]?(?:bar|buttons?|tools?|links|icons?|this|box|list|widget)|sharedaddy|social|social[-_]?(?:share|sharing|links|icons|media|bar|buttons?|follow|list|networks?|nav|tools)|sd-(?:social|sharing)|addthis[-\w]*|addtoany[-\w]*|follow[-_]?(?:us|links|buttons?)|related|related[-_]?(?:articles?|posts?|stories|links?|content|news|topics|items|list|reads?|coverage)|jp-relatedposts|yarpp[-\w]*|recommended|recommendations?|recommended[-_]?(?:articles?|posts?|stories|content)|read[-_]?(?:more|next|also)|more[-_]?(?:stories|news|articles|from|on|links|posts)|also[-_]?(?:read|on|like)|most[-_]?(?:read|popular|viewed|shared|commented)|popular[-_]?(?:posts?|articles?|stories)|trending|latest[-_]?(?:news|posts?|articles|stories)|newsletter|newsletter[-_]?(?:signup|sign-up|form|box|promo|widget|subscribe|subscription)|subscribe|subscription|subscribe[-_]?(?:box|form|widget)|sign[-_]?up|signup[-_]?form|mc_embed_signup|e-?mail-?sign-?up|(?:[a-z]+-)*print-(?:only|block|inline)|comments?|comments?[-_]?(?:list|area|section|form|box|container|wrapper|respond|thread|count)|respond|disqus(?:_thread|-comments|-container)?|fb-comments|pagination|pager|page-?numbers|next-?prev|prev-?next|post-?(?:navigation|nav|nav-links)|nav-links|pop-?up|modal|overlay|lightbox|skip-?(?:link|nav|to-content)|taboola[-\w]*|outbrain[-\w]*|ob-widget|zergnet[-\w]*|revcontent[-\w]*|mgbox|widget-area|login|login-?(?:form|box|modal)|paywall|print-?only|tools|toolbar|article-?tools|story-?tools|post-?tags|tag-?list|tags|tag-cloud|tagcloud|masthead|copyright|toc-?mobile)(?:[-_]?(?:container|wrapper|wrap|block|section|module|inner|content|list|widget|area|component|group|holder|panel|row|main|top|bottom|desktop|mobile|left|right|\d+))?$/i;

const neverFurniture: ReadonlySet<string> = new Set(['html', 'body', 'head', 'main', 'article']);

/** Describes a block element; `inArticle` is whether it stands in an element that the page marks as its article. */
export function describeContainer(
  node: PageNode,
  parent: number,
  inArticle: boolean,
): PageContainer {
  const names = namesOf(node);
  return {
    parent,
    tag: node.localName,
    names,
    rule: findOwnRule(node, names, inArticle),
    partRule: findPartRule(node, names),
    articleMark: findArticleMark(node),
    textLength: 0,
    linkLength: 0,
    proseLength: 0,
    blockCount: 0,
  };
}

function namesOf(node: PageNode): string {
  const names = `${attributeOf(node, 'class')} ${attributeOf(node, 'id')}`.trim();
  return names.length > 600 ? '' : names;
}

function findArticleMark(node: PageNode): 0 | 1 | 2 | 3 {
  if (/\barticleBody\b/i.test(attributeOf(node, 'itemprop'))) return 3;
  if (node.localName === 'article') return 2;
  return node.localName === 'main' || attributeOf(node, 'role') === 'main' ? 1 : 0;
}

function findOwnRule(node: PageNode, names: string, inArticle: boolean): string | null {
  const { localName } = node;
  if (neverFurniture.has(localName)) return null;
  switch (attributeOf(node, 'role').toLowerCase()) {
    case 'navigation':
    case 'menu':
    case 'menubar':
    case 'tablist':
      return pageRules.navigation.id;
    case 'banner':
      return pageRules.header.id;
    case 'contentinfo':
      return pageRules.footer.id;
    case 'complementary':
      return pageRules.aside.id;
    case 'search':
    case 'dialog':
    case 'alertdialog':
    case 'toolbar':
      return pageRules.furniture.id;
  }
  if (localName === 'nav' || localName === 'menu') return pageRules.navigation.id;
  if (localName === 'header' && !inArticle) return pageRules.header.id;
  if (localName === 'footer' && !inArticle) return pageRules.footer.id;
  if (localName === 'aside') return pageRules.aside.id;
  if (names === '') return null;
  return names.split(/\s+/).some(isFurnitureName) ? pageRules.furniture.id : null;
}

// Pages use few names, each many times.
const knownNames = new Map<string, boolean>();
const mostKnownNames = 10_000;

function isFurnitureName(name: string): boolean {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const found = name.length < 60 && furnitureName.test(splitCamel(name));
  if (knownNames.size >= mostKnownNames) knownNames.clear();
  knownNames.set(name, found);
  return found;
}

function splitCamel(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/__|--/g, '-');
}
