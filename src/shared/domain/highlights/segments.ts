import { splitsSurrogatePair } from './span.ts';

/** What the keyboard moves by: a character as readers see it, a word, a sentence. */
export type BoundaryUnit = 'grapheme' | 'word' | 'sentence';

/** A stretch of a text between two boundaries; UTF-16 code units. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Whether it is a word, rather than the space or the signs between words; true for other units. */
  readonly isSolid: boolean;
}

// The rules of Unicode (UAX 29), of no one language, so that they are the same on every machine.
const plainSegmenters = segmentersOf('en');
/** Segmenters by language: in Greek a semicolon ends a sentence, in Swedish a colon may stand in a word. */
const segmentersByLanguage = new Map<string, typeof plainSegmenters>();

function segmentersOf(language: string) {
  return {
    // What is one character is the same in every language.
    grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
    word: new Intl.Segmenter(language, { granularity: 'word' }),
    sentence: new Intl.Segmenter(language, { granularity: 'sentence' }),
  } as const;
}

/** The segmenters for a BCP 47 tag; those of no one language where it is not known or no tag at all. */
function segmentersFor(language: string | null): typeof plainSegmenters {
  if (language === null) return plainSegmenters;
  let found = segmentersByLanguage.get(language);
  if (found === undefined) {
    try {
      found = segmentersOf(language);
    } catch {
      found = plainSegmenters;
    }
    segmentersByLanguage.set(language, found);
  }
  return found;
}

/** How far to each side of an offset a text is cut into segments, in UTF-16 code units: at first, and before any place is taken as a boundary. */
const reach = {
  grapheme: { first: 32, most: 4_096 },
  word: { first: 128, most: 4_096 },
  sentence: { first: 512, most: 16_384 },
};

// Letters and signs that neither join their neighbours into one character nor are joined by them.
const loneCharacter =
  '[!-~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a' +
  '\\u0904-\\u0939\\u0e01-\\u0e30\\u2010-\\u2027\\u3001-\\u3020\\u3041-\\u3096\\u30a1-\\u30fa' +
  '\\u3400-\\u9fff\\uac00-\\ud7a3]';
const edges = {
  grapheme: new RegExp(`^(?:[\\n ]|${loneCharacter}){2}$`, 'u'),
  word: new RegExp(`^(?:[\\n ]${loneCharacter}|${loneCharacter}[\\n ]|\\n\\n)$`, 'u'),
  sentence: /^\n/,
};

/**
 * The segments around an offset, in order and without gaps: among them those that hold the
 * characters before and after it. Only the text nearby is looked at, from a place that is a boundary
 * whatever stands further away; where there is none for long (a paragraph of more than 16,384 units),
 * the cut is made all the same.
 */
export function segmentsAround(
  text: string,
  offset: number,
  unit: BoundaryUnit,
  language: string | null = null,
): readonly Segment[] {
  const { first, most } = reach[unit];
  const start = edgeFrom(text, offset - first, offset - most, unit);
  const end = edgeFrom(text, offset + first, offset + most, unit);
  return Array.from(
    segmentersFor(language)[unit].segment(text.slice(start, end)),
    ({ index, segment, isWordLike = true }) => ({
      start: start + index,
      end: start + index + segment.length,
      isSolid: isWordLike,
    }),
  );
}

/** The first certain boundary from an offset on to a limit, which may lie before it. */
function edgeFrom(text: string, offset: number, limit: number, unit: BoundaryUnit): number {
  const step = limit < offset ? -1 : 1;
  for (let at = offset; at !== limit; at += step) {
    if (at <= 0) return 0;
    if (at >= text.length) return text.length;
    if (edges[unit].test(text.slice(at - 1, at + 1))) return at;
  }
  const cut = Math.min(Math.max(limit, 0), text.length);
  return splitsSurrogatePair(text, cut) ? cut - 1 : cut;
}
