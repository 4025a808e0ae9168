import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { SearchApi, SearchHit } from '../../shared/contract/search.ts';
import { hitAround, locatePhrase, locateWords } from '../../shared/domain/search/locate.ts';
import { compileRegex, type TextRegex } from '../../shared/domain/search/regex.ts';
import { queryTokens } from '../../shared/domain/search/tokens.ts';
import type { ReadDb } from '../database/types.ts';
import type { ServiceContext } from '../service-context.ts';
import {
  allPlaces,
  allTexts,
  matchingBlocks,
  matchingTexts,
  placesOfBlock,
  textOfContent,
  type BlockPlace,
  type FoundText,
} from './search-store.ts';

type Span = readonly [start: number, end: number];
/** Finds spans in one text. */
type Locate = (text: string) => readonly Span[];

interface FindInput {
  readonly query: string;
  readonly in: 'text' | 'claims' | 'notes';
  readonly limit: number;
  readonly withBoilerplate?: boolean | undefined;
}

/** Texts of contents as they are needed; a search touches few. */
function contentCache(db: ReadDb): (contentNumber: number) => string {
  let last: { readonly number: number; readonly text: string } | null = null;
  return (number) => {
    if (last?.number !== number) last = { number, text: textOfContent(db, number) };
    return last.text;
  };
}

/** The hits in blocks, in the order in which they come. A block whose words only look alike in the index gives none. */
function hitsInBlocks(
  db: ReadDb,
  places: Iterable<BlockPlace>,
  locate: Locate,
  limit: number,
): SearchHit[] {
  const textOf = contentCache(db);
  const hits: SearchHit[] = [];
  for (const place of places) {
    const text = textOf(place.contentNumber);
    for (const [start, end] of locate(text.slice(place.start, place.end))) {
      const span = [place.start + start, place.start + end] as const;
      hits.push({
        sourceId: place.sourceId,
        claimId: null,
        highlightId: null,
        start: span[0],
        end: span[1],
        ...hitAround(text, span),
      });
      if (hits.length >= limit) return hits;
    }
  }
  return hits;
}

function* placesOfBlocks(
  db: ReadDb,
  numbers: readonly number[],
  withBoilerplate: boolean,
): Generator<BlockPlace> {
  for (const number of numbers) yield* placesOfBlock(db, number, withBoilerplate);
}

function hitsInTexts(texts: readonly FoundText[], locate: Locate, limit: number): SearchHit[] {
  const hits: SearchHit[] = [];
  for (const found of texts) {
    for (const span of locate(found.text)) {
      hits.push({
        sourceId: found.sourceId,
        claimId: found.claimId,
        highlightId: found.highlightId,
        start: span[0],
        end: span[1],
        ...hitAround(found.text, span),
      });
      if (hits.length >= limit) return hits;
    }
  }
  return hits;
}

function findByRegex(db: ReadDb, input: FindInput, regex: TextRegex): SearchHit[] {
  const locate: Locate = (text) => regex.find(text, input.limit);
  if (input.in !== 'text') return hitsInTexts(allTexts(db, input.in), locate, input.limit);
  return hitsInBlocks(db, allPlaces(db, input.withBoilerplate === true), locate, input.limit);
}

function keyOf(hit: SearchHit): string {
  return `${hit.sourceId} ${hit.claimId} ${hit.highlightId} ${hit.start} ${hit.end}`;
}

function findByWords(db: ReadDb, input: FindInput): SearchHit[] {
  const query = queryTokens(input.query);
  if (query === null) return [];
  const find = (match: string, locate: Locate): SearchHit[] =>
    input.in === 'text'
      ? hitsInBlocks(
          db,
          placesOfBlocks(
            db,
            matchingBlocks(db, match, input.limit),
            input.withBoilerplate === true,
          ),
          locate,
          input.limit,
        )
      : hitsInTexts(matchingTexts(db, input.in, match, input.limit), locate, input.limit);
  // The words next to each other come first, then places that hold all of them.
  const together = find(query.phrase, (text) => locatePhrase(text, query));
  if (query.tokens.length === 1 || together.length >= input.limit) return together;
  const known = new Set(together.map(keyOf));
  const apart = find(query.allWords, (text) =>
    locatePhrase(text, query, 1).length > 0 ? [] : locateWords(text, query),
  );
  return [...together, ...apart.filter((hit) => !known.has(keyOf(hit)))].slice(0, input.limit);
}

/** Search over texts, statements and notes. */
export function createSearch({ db }: Pick<ServiceContext, 'db'>): Handlers<SearchApi> {
  return {
    find(input) {
      if (input.regex !== true) return findByWords(db, input);
      const compiled = compileRegex(input.query);
      if ('problem' in compiled) {
        throw new AttestError('invalid-input', compiled.problem);
      }
      return findByRegex(db, input, compiled.regex);
    },
  };
}
