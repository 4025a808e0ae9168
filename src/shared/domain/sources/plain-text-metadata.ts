import { emptyMetadata } from './parsed-source.ts';
import type { MetadataOrigins, ParsedBlock, ParsedMetadata } from './parsed-source.ts';

const longestByline = 120;
const namePart = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const particle =
  '(?:de|da|di|do|dos|del|della|der|den|van|von|la|le|al|el|bin|ibn|y|e|ter|ten|af|zu)';
const name = `${namePart}(?:[ -](?:${particle}|${namePart})){0,4}`;
const by = new RegExp(
  `^(?:By|BY|Von|Par|Por|Reported by|Written by|Story by|Text by):?\\s+(${name}(?:(?:,\\s*|\\s+(?:and|und|et|y|e|&)\\s+)${name})*)(?:[,|]\\s*(?:${namePart}\\s?){1,6})?\\s*(?:[(<[]?\\s*[\\w.+-]+@[\\w.-]+\\s*[)>\\]]?)?\\s*$`,
  'u',
);

/** What a plain text certainly says about itself in its own words, and where each value was found. */
export function readPlainTextMetadata(
  text: string,
  blocks: readonly ParsedBlock[],
): { readonly metadata: ParsedMetadata; readonly origins: MetadataOrigins } {
  const content = blocks.filter(({ boilerplateRule }) => boilerplateRule === null);
  const first = content[0];
  const title = first?.kind === 'heading' ? collapse(text.slice(first.start, first.end)) : null;
  const byline = findByline(text, content);
  const outlet = findOutlet(text, blocks);
  return {
    metadata: { ...emptyMetadata, title, byline, outlet },
    origins: {
      ...(title === null ? {} : { title: 'visible text' }),
      ...(byline === null ? {} : { byline: 'visible text' }),
      ...(outlet === null ? {} : { outlet: 'visible text' }),
    },
  };
}

/** The names of a "By …" line that stands alone among the first or the last blocks of the content. */
export function findByline(text: string, content: readonly ParsedBlock[]): string | null {
  const candidates = [...content.slice(0, 5), ...content.slice(5).slice(-4)];
  for (const { start, end } of candidates) {
    if (end - start > longestByline) continue;
    const names = by.exec(text.slice(start, end))?.[1];
    if (names !== undefined) return collapse(names);
  }
  return null;
}

/**
 * The outlet, where two signs of the text agree on its name: an agency dateline, the notice of copyright, a list of
 * the outlet's own articles. One sign alone may be that of an agency that another outlet prints.
 */
function findOutlet(text: string, blocks: readonly ParsedBlock[]): string | null {
  const signs = new Map<string, Set<string>>();
  for (const { start, end, boilerplateRule } of blocks) {
    const words = text.slice(start, Math.min(end, start + 120));
    const dateline =
      boilerplateRule === null
        ? /^(?:[\p{L} .,/-]{0,60})?\(([\p{L}][\p{L} .&'’-]{1,40})\)\s+(?:--|[-–—])/u
        : null;
    const found =
      (dateline === null ? undefined : dateline.exec(words)?.[1]) ??
      (boilerplateRule === 'copyright'
        ? /^\W*(?:©|\(c\)|copyright)[\s©]*(?:19|20)\d\d,?\s+([\p{L}][\p{L}\p{N} .&'’-]{1,50})/iu.exec(
            words,
          )?.[1]
        : undefined) ??
      (boilerplateRule === 'related-list-title'
        ? /^(?:most|more) \w+(?: \w+)? (?:from|on|in) ([\p{Lu}][\p{L}\p{N} .&'’-]{1,40})$/iu.exec(
            words,
          )?.[1]
        : undefined);
    if (found === undefined) continue;
    const sign = dateline !== null ? 'dateline' : (boilerplateRule ?? '');
    const outlet = withoutLegalForm(found);
    signs.set(outlet, (signs.get(outlet) ?? new Set()).add(sign));
  }
  const agreed = [...signs].filter(([, kinds]) => kinds.size >= 2).map(([outlet]) => outlet);
  return agreed.length === 1 ? (agreed[0] ?? null) : null;
}

function withoutLegalForm(holder: string): string {
  return holder
    .replace(/[.,]?\s*all rights reserved.*$/i, '')
    .replace(
      /,?\s+(?:L\.?P\.?|LLC|L\.L\.C\.|Inc|Ltd|Limited|Corp|Co|GmbH|AG|S\.?A|PLC|Company|Media|Group)\.?$/i,
      '',
    )
    .replace(/[\s.]+$/, '')
    .trim();
}

function collapse(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
