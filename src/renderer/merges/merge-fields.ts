import type { MergeItem } from '../../shared/contract/merges.ts';
import { diffWords } from '../../shared/domain/sources/word-diff.ts';

/** What an id of another object is called, as far as it is known. */
export type NameOf = (id: string) => string | null;

/** One field of an item in words, here and there; null where the object or the field is not. */
export interface FieldPair {
  readonly name: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** A piece of a text beside another: in both, only here, or only there. */
export interface DiffPiece {
  readonly kind: 'same' | 'ours' | 'theirs';
  readonly text: string;
}

const fieldNames: Readonly<Record<string, string>> = {
  statement: 'Statement',
  spans: 'Place',
  quote: 'Quote',
  tagIds: 'Tags',
  note: 'Note',
  claimId: 'Claim',
  stance: 'Stance',
  handling: 'Handling',
  kind: 'Kind',
  status: 'Status',
  eventId: 'Event',
  stated: 'Stated',
  links: 'Attribution',
  reliability: 'Reliability',
  credibility: 'Credibility',
  reason: 'Reason',
  verdict: 'Verdict',
  text: 'Text',
  name: 'Name',
  aliases: 'Aliases',
  role: 'Role',
  parentId: 'Below',
  description: 'Description',
  colour: 'Colour',
  key: 'Key',
  title: 'Title',
  file: 'File',
  how: 'Check',
  result: 'Result',
  date: 'Date',
  place: 'Where',
  issuer: 'Issuer',
  targetId: 'About',
  analystIds: 'Who marks it',
};

/** Says nothing to a person, or is said elsewhere. */
const silent = new Set([
  'id',
  'analystId',
  'createdAt',
  'importedId',
  'sourceId',
  'highlightId',
  'targetKind',
  'assignmentId',
  'contentId',
]);

/** The fields of an item that differ, or all that say something where it is on one side only. */
export function fieldPairs({ ours, theirs }: MergeItem, nameOf: NameOf): readonly FieldPair[] {
  const names = [...new Set([...Object.keys(theirs ?? {}), ...Object.keys(ours ?? {})])];
  return names.flatMap((name): readonly FieldPair[] => {
    if (silent.has(name)) return [];
    const pair = {
      name: fieldNames[name] ?? name,
      ours: ours === null ? null : wordsOf(ours[name], nameOf),
      theirs: theirs === null ? null : wordsOf(theirs[name], nameOf),
    };
    const saysNothing = (text: string | null) => text === null || text === '';
    return saysNothing(pair.ours) && saysNothing(pair.theirs) ? [] : [pair];
  });
}

/** A value in words: names for ids, a line for each link of a chain, `12–40` for a span of UTF-16 offsets. */
function wordsOf(value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return nameOf(value) ?? value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    const isSpan = value.length === 2 && value.every((end) => typeof end === 'number');
    if (isSpan) return value.join('–');
    const isOfObjects = value.some((one) => typeof one === 'object' && !Array.isArray(one));
    return value.map((one) => wordsOf(one, nameOf)).join(isOfObjects ? '\n' : ', ');
  }
  return Object.entries(value)
    .flatMap(([name, part]) => {
      if (part === null || part === false || name === 'span' || name === 'cueSpan') return [];
      const words = part === true ? name : wordsOf(part, nameOf);
      if (words === '') return [];
      return [name === 'cue' ? `“${words}”` : words];
    })
    .join(', ');
}

/** The pieces of two texts word by word, for each side in its own order: what only the other has is left out. */
export function diffPieces(
  ours: string,
  theirs: string,
): { readonly ours: readonly DiffPiece[]; readonly theirs: readonly DiffPiece[] } {
  const here: DiffPiece[] = [];
  const there: DiffPiece[] = [];
  for (const part of diffWords(ours, theirs)) {
    const removed = ours.slice(part.oldStart, part.oldEnd);
    const added = theirs.slice(part.newStart, part.newEnd);
    if (part.kind === 'same') {
      here.push({ kind: 'same', text: removed });
      there.push({ kind: 'same', text: added });
    } else if (part.kind === 'removed') here.push({ kind: 'ours', text: removed });
    else there.push({ kind: 'theirs', text: added });
  }
  return { ours: here, theirs: there };
}

/** Words with what stands before and behind them, cut at so many UTF-16 code units and never through a character. */
export function withContext(
  text: string,
  [start, end]: readonly [start: number, end: number],
  units: number,
): { readonly before: string; readonly words: string; readonly after: string } {
  const from = wholeAt(text, Math.max(0, start - units));
  const to = wholeAt(text, Math.min(text.length, end + units));
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    words: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
  };
}

function wholeAt(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
