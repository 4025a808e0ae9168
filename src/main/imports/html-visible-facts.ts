import { pageRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { findWrittenDates } from '../../shared/domain/sources/find-written-date.ts';
import type { ParsedBlock } from '../../shared/domain/sources/parsed-source.ts';
import { findByline } from '../../shared/domain/sources/plain-text-metadata.ts';

/** What a reader of a page sees about its article, above the text and in the notice of copyright. */
export interface VisibleFacts {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  /** Who the page says holds its copyright. */
  readonly holder: string | null;
}

const linesAboveHeadline = 4;
const longestLine = 200;

/** Reads the lines around the headline of a page; `blocks` are those of its text, with their rules. */
export function readVisibleFacts(text: string, blocks: readonly ParsedBlock[]): VisibleFacts {
  const wordsOf = ({ start, end }: ParsedBlock): string =>
    text.slice(start, end).replace(/\s+/g, ' ').trim();
  const headlineAt = findHeadline(blocks);
  const headline = blocks[headlineAt];
  const firstAt = blocks.findIndex(
    ({ boilerplateRule, kind, start, end }, index) =>
      index > headlineAt && boilerplateRule === null && kind !== 'heading' && end - start > 80,
  );
  const above =
    headline === undefined || firstAt === -1
      ? []
      : blocks
          .slice(Math.max(0, headlineAt - linesAboveHeadline), firstAt + 1)
          .filter(
            ({ start, end, boilerplateRule, kind }) =>
              end - start <= longestLine &&
              kind !== 'heading' &&
              boilerplateRule !== pageRules.alternativeText.id &&
              boilerplateRule !== pageRules.pictureCaption.id,
          );
  const named = blocks.filter(
    ({ boilerplateRule, start, end }) =>
      end - start <= longestLine &&
      (boilerplateRule === pageRules.byline.id || boilerplateRule === pageRules.dateLine.id),
  );
  const lines = [...above, ...named];
  const dates = lines.map((line) => findWrittenDates(wordsOf(line)));
  return {
    headline: headline === undefined ? null : wordsOf(headline),
    byline:
      firstOf(lines, (line) => bylineOf(wordsOf(line))) ??
      findByline(
        text,
        blocks.filter(({ boilerplateRule }) => boilerplateRule === null),
      ) ??
      firstOf(
        above.filter(({ boilerplateRule }) => boilerplateRule === pageRules.byline.id),
        (line) => nameOf(wordsOf(line)),
      ),
    published: firstOf(dates, ({ published }) => published),
    updated: firstOf(dates, ({ updated }) => updated),
    holder: firstOf(blocks.slice(-40).toReversed(), (block) => holderOf(wordsOf(block))),
  };
}

function firstOf<Item>(items: readonly Item[], read: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

function findHeadline(blocks: readonly ParsedBlock[]): number {
  const known = blocks.findIndex(
    ({ boilerplateRule }) => boilerplateRule === pageRules.headline.id,
  );
  if (known !== -1) return known;
  const first = blocks.filter(
    ({ kind, level, boilerplateRule }) =>
      kind === 'heading' && level === 1 && boilerplateRule === null,
  );
  return first.length === 1 && first[0] !== undefined ? blocks.indexOf(first[0]) : -1;
}

const name = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const names = `${name}(?:[ -](?:(?:de|da|di|do|dos|del|der|van|von|la|le|al|el|bin|of|the)\\s)?${name}){0,4}`;
const written = new RegExp(
  `^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Tt]ext(?: by)?|[Ww]ritten by|[Pp]osted by|[Ss]tory by|[Rr]eported by|Autor(?:in)?|Author|Текст|Автор|Redaktion)[:\\s]\\s*(${names}(?:(?:,\\s*|\\s+(?:and|und|et|y|e|&)\\s+)${names})*)(?=$|[,|•·(/]|\\s+(?:on|in|at|am|le|el|em|publiziert|published|updated|@|[-–—|•·/])|\\s*\\d|\\s?[·•])`,
  'u',
);

function bylineOf(line: string): string | null {
  return written.exec(line)?.[1] ?? null;
}

/** The names that begin the line of an element which the page calls its byline. */
function nameOf(line: string): string | null {
  if (line.length > 80 || findWrittenDates(line).published !== null) return null;
  const found = new RegExp(`^${names}(?:(?:,\\s*|\\s+and\\s+)${names})*(?=$|,)`, 'u').exec(line);
  return found !== null && found[0].includes(' ') ? found[0] : null;
}

function holderOf(line: string): string | null {
  const found =
    /^(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:(?:19|20)\d\d\s*[-–—]\s*)?(?:19|20)\d\d,?\s+(?:by\s+)?([\p{Lu}\p{N}][\p{L}\p{N}&’'.-]*(?: [\p{L}\p{N}&’'.-]+){0,4}?)(?:[.,]?\s*(?:all rights reserved|inc\b|ltd\b|llc\b|gmbh\b|ag\b).*)?[.,]?$/iu.exec(
      line,
    )?.[1];
  return found === undefined ? null : found.replace(/[.,]+$/, '');
}
