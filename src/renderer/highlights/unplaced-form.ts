import type { LinkDraft } from '../../shared/contract/attributions.ts';
import { attributionForms } from '../../shared/domain/attributions/attribution.ts';
import {
  claimKinds,
  claimStatuses,
  type ClaimKind,
  type ClaimStatus,
} from '../../shared/domain/claims/claim.ts';
import { stances, type Stance } from '../../shared/domain/highlights/highlight.ts';
import type { UnplacedMark } from '../../shared/domain/highlights/unplaced-mark.ts';
import { isUuid, type ClaimId, type SourceId, type TagId } from '../../shared/domain/ids.ts';
import { pathNames } from '../../shared/domain/tags/tag-paths.ts';
import { draftStatement } from './claim-statement.ts';
import { shorten } from './mark-words.ts';

/** What a kept mark says of itself; whatever has no valid shape is null, or no item of its list. */
export interface KeptMark {
  readonly quote: string | null;
  readonly note: string | null;
  readonly stance: Stance | null;
  readonly handling: string | null;
  /** Names from the root, joined with `/`. */
  readonly tagPaths: readonly string[];
  readonly claim: KeptClaim | null;
  /** The chain without its spans, which counted in another text; null for none, `unreadable` where a link has no valid shape. */
  readonly links: readonly LinkDraft[] | 'unreadable' | null;
  readonly hasCredibility: boolean;
  /** Its claim has an event, a date, a note or tags. */
  readonly hasClaimDetails: boolean;
}

/** The claim of a kept mark, with an id or a statement or both. */
export interface KeptClaim {
  readonly id: ClaimId | null;
  readonly statement: string | null;
  readonly kind: ClaimKind | null;
  readonly status: ClaimStatus | null;
}

type Fields = Readonly<Record<string, unknown>>;

const claimDetails = ['event', 'stated', 'note', 'tags', 'handling'] as const;
const mostLinks = 20;
const mostActors = 50;
const longestLine = 2_000;
const longestNote = 100_000;

/** Reads a mark as it came in a file; nothing in it is trusted, and nothing makes this fail. */
export function readKeptMark(json: string): KeptMark {
  const mark = fieldsOf(parsed(json)) ?? {};
  const tags = Array.isArray(mark['tags']) ? mark['tags'] : [];
  const claim = fieldsOf(mark['claim']);
  return {
    quote: textOf(mark['quote'], Infinity),
    note: textOf(mark['note'], longestNote),
    stance: oneOf(stances, mark['stance']),
    handling: lineOf(mark['handling']),
    tagPaths: tags.flatMap((path) => lineOf(path) ?? []).map((path) => pathNames(path).join('/')),
    claim: claimOf(claim),
    links: linksOf(mark['attribution']),
    hasCredibility: mark['credibility'] != null || claim?.['credibility'] != null,
    hasClaimDetails: claimDetails.some((field) => claim?.[field] != null),
  };
}

/** What a kept mark is called: its quote, cut, or else where it stood. */
export function unplacedName(unplaced: UnplacedMark, { quote }: KeptMark): string {
  return quote === null ? `Line ${unplaced.line} of ${unplaced.file}` : shorten(quote, 300);
}

/** The source that a label names, as imports find it: by id, else file, else the hash of its text. Null for none; the first of several. */
export function labelledSource<
  S extends { readonly id: SourceId; readonly file: string; readonly textSha256: string },
>(sources: readonly S[], label: string): S | null {
  const folded = label.toLowerCase();
  return (
    sources.find(({ id }) => id === folded) ??
    sources.find(({ file }) => file === label) ??
    sources.find(({ textSha256 }) => textSha256 === folded) ??
    null
  );
}

/** The tags of these paths that the project has, each once. */
export function knownTagIds(
  paths: readonly string[],
  tags: readonly { readonly id: TagId; readonly path: string }[],
): TagId[] {
  const ids = new Map(tags.map(({ id, path }) => [path, id]));
  return [...new Set(paths.flatMap((path) => ids.get(path) ?? []))];
}

/** What a mark that gets its place by hand cannot take along, in words. */
export function leftOut(
  kept: KeptMark,
  tags: readonly { readonly id: TagId; readonly path: string }[],
): readonly string[] {
  const known = new Set(tags.map(({ path }) => path));
  return [
    ...kept.tagPaths.filter((path) => !known.has(path)).map((path) => `the tag “${path}”`),
    ...(kept.links === 'unreadable' ? ['its attribution'] : []),
    ...(kept.hasClaimDetails ? ['further details of its claim'] : []),
    ...(kept.hasCredibility ? ['its credibility'] : []),
  ];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null;
}

/** A text that is not blank; half a surrogate pair and NUL cannot be stored and become U+FFFD, as in an import. */
function textOf(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest) return null;
  return value.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}

function lineOf(value: unknown): string | null {
  return textOf(value, longestLine)?.trim() ?? null;
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
  return all.find((each) => each === value) ?? null;
}

function claimOf(claim: Fields | null): KeptClaim | null {
  if (claim === null) return null;
  const id = typeof claim['id'] === 'string' ? claim['id'].trim().toLowerCase() : '';
  const statement = textOf(claim['statement'], Infinity);
  if (!isUuid(id) && statement === null) return null;
  return {
    id: isUuid(id) ? (id as ClaimId) : null,
    statement: statement === null ? null : draftStatement(statement),
    kind: oneOf(claimKinds, claim['kind']),
    status: oneOf(claimStatuses, claim['status']),
  };
}

function linksOf(value: unknown): KeptMark['links'] {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length > mostLinks) return 'unreadable';
  const links = value.map(linkOf);
  return links.includes(null) ? 'unreadable' : links.filter((link) => link !== null);
}

function linkOf(value: unknown): LinkDraft | null {
  const link = fieldsOf(value);
  if (link === null || !Array.isArray(link['actors'])) return null;
  const actors = link['actors'].map(actorOf);
  const named = actors.filter((actor) => actor !== null);
  if (named.length === 0 || named.length < actors.length || named.length > mostActors) return null;
  const origin = link['origin'] == null ? null : originOf(link['origin']);
  if (origin === undefined) return null;
  const given: readonly unknown[] = Array.isArray(link['form']) ? link['form'] : [];
  return {
    actors: named,
    role: lineOf(link['role']),
    forms: attributionForms.filter((form) => given.includes(form)),
    cue: lineOf(link['cue']),
    span: null,
    cueSpan: null,
    origin,
    inferred: link['inferred'] === true,
  };
}

function actorOf(value: unknown): LinkDraft['actors'][number] | null {
  const fields = fieldsOf(value);
  const unnamed = lineOf(fields?.['unnamed']);
  if (unnamed !== null) return { unnamed };
  const name = lineOf(fields === null ? value : fields['name']);
  return name === null ? null : { name };
}

function originOf(value: unknown): LinkDraft['origin'] | undefined {
  const origin = fieldsOf(value);
  const kind = lineOf(origin?.['kind']);
  const title = lineOf(origin?.['title']);
  if (origin === null || kind === null || title === null) return undefined;
  const date = lineOf(origin['date']);
  return { kind, title, issuer: lineOf(origin['issuer']), date, sourceId: null };
}
