/**
 * A handling marking, read: its scheme, so that markings of one scheme can be compared, and its words.
 * Embargoes and free text have no ranks; a marking that is not understood is free text, never dropped.
 */
export type Handling =
  | { readonly scheme: 'tlp'; readonly rank: number; readonly text: string }
  | {
      readonly scheme: 'classification';
      /** Whose: `NATO`, `EU` …; empty if the marking does not say. Levels of different owners are not compared. */
      readonly owner: string;
      readonly rank: number;
      /** The marking without its caveats. */
      readonly level: string;
      /** What follows the level after `//`: `NOFORN`, `REL TO USA, GBR` … */
      readonly caveats: readonly string[];
      readonly text: string;
    }
  | {
      readonly scheme: 'embargo';
      /** ISO 8601, to the day or to the second, as written. */
      readonly until: string;
      readonly text: string;
    }
  | { readonly scheme: 'free'; readonly text: string };

/** What stands between the markings of different schemes. */
export const handlingJoint = ' | ';

/** Traffic Light Protocol 2.0 (FIRST, 2022), from open to closed; `WHITE` is what 1.0 called `CLEAR`. */
const tlpLabels: ReadonlyMap<string, number> = new Map([
  ['WHITE', 0],
  ['CLEAR', 0],
  ['GREEN', 1],
  ['AMBER', 2],
  ['AMBER+STRICT', 3],
  ['RED', 4],
]);

/** Levels of classification from open to closed; the words of several countries lie on one scale. */
const classificationLevels: ReadonlyMap<string, number> = new Map([
  ['UNCLASSIFIED', 0],
  ['OFFICIAL', 1],
  ['CUI', 1],
  ['FOUO', 1],
  ['UNCLASSIFIED FOR OFFICIAL USE ONLY', 1],
  ['FOR OFFICIAL USE ONLY', 1],
  ['OFFICIAL SENSITIVE', 2],
  ['PROTECTED', 2],
  ['RESTRICTED', 2],
  ['CONFIDENTIAL', 3],
  ['SECRET', 4],
  ['TOP SECRET', 5],
  ['COSMIC TOP SECRET', 5],
]);

const owners = 'NATO|EU|UK|US|UN|AUS|CAN|NZ|FVEY';
const embargo =
  /^embargo(?:ed)?\b.*?\b(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)$/i;

/** Reads one marking as an analyst wrote it. */
export function parseHandling(written: string): Handling {
  const text = written.trim().replace(/\s+/g, ' ');
  const tlp = /^TLP\s*[:\s-]\s*(.+)$/i
    .exec(text)?.[1]
    ?.toUpperCase()
    .replace(/\s*\+\s*/g, '+');
  const tlpRank = tlpLabels.get(tlp ?? '');
  if (tlpRank !== undefined) return { scheme: 'tlp', rank: tlpRank, text };
  const until = embargo.exec(text)?.[1];
  if (until !== undefined) return { scheme: 'embargo', until, text };
  return parseClassification(text) ?? { scheme: 'free', text };
}

function parseClassification(text: string): Handling | null {
  const [level = '', ...caveats] = text.split('//').map((part) => part.trim());
  const [, owner = '', words = ''] =
    new RegExp(`^(?:(${owners})\\s+)?(.+)$`, 'i').exec(level) ?? [];
  const rank = classificationLevels.get(words.toUpperCase().replace(/[\s/-]+/g, ' '));
  if (rank === undefined) return null;
  return {
    scheme: 'classification',
    owner: owner.toUpperCase(),
    rank,
    level,
    caveats: caveats.filter((caveat) => caveat !== ''),
    text,
  };
}

/** Which of two markings is the stricter: above 0 the first, below 0 the second, 0 neither; null if they cannot be compared. */
export function compareHandling(a: Handling, b: Handling): number | null {
  if (a.scheme === 'tlp' && b.scheme === 'tlp') return a.rank - b.rank;
  if (a.scheme === 'classification' && b.scheme === 'classification') {
    return a.owner === b.owner ? a.rank - b.rank : null;
  }
  if (a.scheme === 'embargo' && b.scheme === 'embargo') {
    return a.until < b.until ? -1 : a.until > b.until ? 1 : 0;
  }
  return a.text.toLowerCase() === b.text.toLowerCase() ? 0 : null;
}

/**
 * The marking of a whole from those of its parts: the strictest of each scheme, and every marking that
 * cannot be compared, joined with ` | `; a classification carries the caveats of all. Null if no part
 * has one. The order of the parts does not matter, nor does taking the highest of highest ones.
 */
export function highestHandling(markings: readonly (string | null)[]): string | null {
  const parts = markings
    .flatMap((marking) => marking?.split('|') ?? [])
    .filter((part) => part.trim() !== '')
    .map(parseHandling);
  const highest: Handling[] = [];
  for (const part of parts.toSorted(byText)) {
    const at = highest.findIndex((other) => compareHandling(other, part) !== null);
    const known = highest[at];
    if (known === undefined) highest.push(part);
    else highest[at] = stricter(known, part);
  }
  if (highest.length === 0) return null;
  return highest
    .toSorted((a, b) => schemeOrder[a.scheme] - schemeOrder[b.scheme])
    .map(({ text }) => text)
    .join(handlingJoint);
}

/** Whether a marking restricts anything: not `TLP:CLEAR`, not a bare `UNCLASSIFIED`, not nothing. */
export function isRestricted(marking: string | null): boolean {
  return (marking?.split('|') ?? [])
    .filter((part) => part.trim() !== '')
    .map(parseHandling)
    .some((handling) => {
      if (handling.scheme === 'tlp') return handling.rank > 0;
      if (handling.scheme !== 'classification') return true;
      return handling.rank > 0 || handling.caveats.length > 0;
    });
}

const schemeOrder = { classification: 0, tlp: 1, embargo: 2, free: 3 } as const;

function stricter(a: Handling, b: Handling): Handling {
  const higher = (compareHandling(a, b) ?? 0) < 0 ? b : a;
  if (higher.scheme !== 'classification') return higher;
  const caveats = new Map(
    [a, b].flatMap((part) =>
      part.scheme === 'classification'
        ? part.caveats.map((caveat) => [caveat.toUpperCase(), caveat] as const)
        : [],
    ),
  );
  const all = [...caveats.values()].toSorted();
  return { ...higher, caveats: all, text: [higher.level, ...all].join('//') };
}

function byText(a: Handling, b: Handling): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}
