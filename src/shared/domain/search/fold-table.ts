/*
 * What each character is read as when texts are compared. Keys are lower case (case goes first); a
 * letter of another script is read as the Latin letter that one of its two cases looks like, in the
 * index and in the query alike, so that a word finds itself whatever it was written with. Where the
 * two cases look like different letters (ν, Ν), the capital decides: that is how names are disguised.
 * Left as they are: letters that only some typefaces draw alike, and μ, which would make grams of micrograms.
 */
const alike: readonly (readonly [from: string, to: string])[] = [
  // Cyrillic, with Ukrainian, Serbian, Bashkir and Kurdish letters and the Caucasian palochka.
  ['авеікмнорстухјѕһԁԛԝӏ', 'abeikmhopctyxjshdqwi'],
  // Greek, with the final sigma as the other one.
  ['αβεζηικνορτυχς', 'abezhiknoptyxσ'],
  // Armenian.
  ['օսհոզցյլ', 'ouhnqgjl'],
  // Latin letters that no decomposition takes apart, and two that only typefaces tell from a and g.
  ['øđłħŧðıɓɗƙƴɑɡ', 'odlhtdibdkyag'],
  // Arabic letters that keyboards of neighbouring languages exchange.
  ['ىیکة', 'ييكه'],
];

const punctuation: readonly (readonly [from: string, to: string])[] = [
  ['‘’‚‛‹›ʼʻʹ′‵`´＇', "'"],
  ['“”„‟«»″‶〝〞〟＂', '"'],
  ['‐‑‒–—―−﹘﹣－⁃', '-'],
  ['⁄∕', '/'],
];

const spelledOut: readonly (readonly [from: string, to: string])[] = [
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  // The Arabic stroke that only lengthens a word.
  ['ـ', ''],
];

/** The zeros of decimal digits that are written as often as European ones in their languages: Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** A lower-case character without its marks → what it is read as; a character that is not here is itself. */
export const readAs: ReadonlyMap<string, string> = new Map([
  ...alike.flatMap(([from, to]) => {
    const targets = [...to];
    return [...from].map((character, i) => [character, targets[i] ?? character] as const);
  }),
  ...punctuation.flatMap(([from, to]) => [...from].map((character) => [character, to] as const)),
  ...spelledOut,
  ...zeros.flatMap((zero) =>
    Array.from('0123456789', (digit, i) => [String.fromCodePoint(zero + i), digit] as const),
  ),
]);

/** Marks that are dropped: accents, points and vowel signs that readers leave out; not the vowels of Indic scripts, the voicing of kana, the stroke of ≠. */
export const droppedMarks =
  /(?![\u0338\u3099\u309a])(?=\p{M})[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]/gu;

/** Characters without a shape of their own: zero-width ones, the soft hyphen, direction marks, variation selectors. */
export const shapeless = /\p{Default_Ignorable_Code_Point}/gu;
