import { pageRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { attributeOf } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';

const box =
  '(?:[-_](?:container|wrapper|wrap|block|section|inner|content|area|component|group|holder|box|line|info|text|name|names|list|item|main|top|bottom|full|truncated|remote|card|details?|\\d+))*';
const prefix =
  '(?:(?:article|story|post|entry|content|news|page|main|hero|lead|top|c|m|o|js)[-_])*';

const parts: readonly (readonly [rule: string, name: RegExp])[] = [
  [
    pageRules.pictureCaption.id,
    new RegExp(
      `^(?!(?:.*[-_])?(?:has|no|with|without|hide|show|toggle)[-_])(?:[a-z0-9]+[-_])*(?:captions?|credits?|photographer|copyright-holder)${box}$|^(?:image|photo|media)[-_]meta${box}$|^(?:photo|image|img|picture|inline-(?:image|photo))(?:[-_]?(?:holder|box|frame|wrapper|container|left|right|center|inline|block))*$`,
      'i',
    ),
  ],
  [
    pageRules.gallery.id,
    new RegExp(
      `^(?:[a-z]+[-_])*(?:[a-z]{0,4}gallery|slide-?show|carousel|slider|swiper)${box}$`,
      'i',
    ),
  ],
  [
    pageRules.aboutAuthor.id,
    new RegExp(
      `^${prefix}(?:author-?bio(?:graphy)?|bio|about-?(?:the-?)?author|author-?(?:box|profile|description|card)|(?:article-)?byline-bio)${box}$`,
      'i',
    ),
  ],
  [
    pageRules.byline.id,
    new RegExp(
      `^${prefix}(?:by-?lines?|authors?|author-?(?:name|link|info)|contributors?)${box}$`,
      'i',
    ),
  ],
  [
    pageRules.dateLine.id,
    new RegExp(
      `^${prefix}(?:(?:footer-)?(?:publish(?:ed|ing)?|pub|posted|updated|post|entry|article|story)-?(?:date|time|on)|date-?line|time-?stamp|date-?time|meta|post-?meta|entry-?meta|article-?meta)${box}$`,
      'i',
    ),
  ],
];

// Pages use few names, each many times.
const knownNames = new Map<string, string | null>();
const mostKnownNames = 10_000;

/** The rule for a part of an article that an element's classes and id (`names`) or its `itemprop` speak for; null where they do not. */
export function findPartRule(node: PageNode, names: string): string | null {
  // What stands in a figure says what it shows.
  if (node.localName === 'figure') return pageRules.pictureCaption.id;
  const property = attributeOf(node, 'itemprop');
  if (/^(?:author|creator)$/i.test(property)) return pageRules.byline.id;
  if (/^date(?:Published|Modified|Created)$/i.test(property)) return pageRules.dateLine.id;
  return names === '' ? null : ruleOfNames(names);
}

function ruleOfNames(names: string): string | null {
  for (const name of names.split(/\s+/)) {
    const rule = ruleOfName(name);
    if (rule !== null) return rule;
  }
  return null;
}

function ruleOfName(name: string): string | null {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  // Build tools add a mark of their own to names (`byline___2NGv_`).
  const plain = name
    .replace(/_{2,3}[\w-]{4,7}$/, (end) => (/\d|[A-Z]/.test(end) ? '' : end))
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/__|--/g, '-');
  const found =
    name.length < 60 ? (parts.find(([, names]) => names.test(plain))?.[0] ?? null) : null;
  if (knownNames.size >= mostKnownNames) knownNames.clear();
  knownNames.set(name, found);
  return found;
}
