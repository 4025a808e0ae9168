import { gzipSync } from 'node:zlib';
import type { PackReport } from '../../shared/contract/merges.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { projectRow } from '../database/project-store.ts';
import type { ReadDb } from '../database/types.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { joinedTags } from './merges-store.ts';
import { seenWrites } from './own-writes.ts';
import { sourcesOut, parcelMark, parcelVersion, twinKey, type ParcelLine } from './parcel-lines.ts';
import { allSources, analystsById, contentOf } from './parcel-store.ts';
import { selectObjects, type SelectedObject } from './select-objects.ts';

/** What stands around a mark, in UTF-16 code units: enough to find it again in another version of its text. */
const contextUnits = 64;

export interface PackOptions {
  /** Whose markup; null is everyone's. */
  readonly analystId: AnalystId | null;
  readonly withSources: boolean;
  /** Who packs: they become known with what they hand over, also where they have not marked anything yet. */
  readonly by: Analyst | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Writes a parcel of what `db` shows of the `whole` project, the file whole or not at all. */
export function packInto(
  { db, whole }: { readonly db: ReadDb; readonly whole: ReadDb },
  path: string,
  options: PackOptions,
  newId: () => string,
): Omit<PackReport, 'blindSources'> {
  const selected = selectObjects(seenWrites(db, whole), options.analystId);
  const counts = { objects: selected.length, highlights: 0, claims: 0, sources: 0 };
  for (const { object, isThere } of selected) {
    if (isThere && object.kind === 'highlight') counts.highlights += 1;
    if (isThere && object.kind === 'claim') counts.claims += 1;
  }
  const sources = sourcesOf(db, selected, options);
  counts.sources = sources.length;
  const lines = parcelLines(db, selected, sources, options);
  writeFileWhole(path, compressed(lines), newId);
  return { path, ...counts };
}

/** Sources that the objects lie in or speak of; all of them where everything goes. */
function sourcesOf(
  db: ReadDb,
  selected: readonly SelectedObject[],
  { analystId, withSources }: PackOptions,
): Source[] {
  const all = allSources(db);
  if (analystId === null && withSources) return all;
  const named = new Set(
    selected.flatMap(({ fields }) => [fields.sourceId, fields.targetId].map(String)),
  );
  return all.filter(({ id }) => named.has(id));
}

function* parcelLines(
  db: ReadDb,
  selected: readonly SelectedObject[],
  sources: readonly Source[],
  { analystId, withSources, by, at }: PackOptions,
): Generator<ParcelLine> {
  const { id, name } = projectRow(db);
  yield {
    line: 'head',
    format: parcelMark,
    version: parcelVersion,
    project: { id, name },
    at,
    of: analystId,
  };
  const people = new Set(
    selected.flatMap(({ object, fields }) => [
      ...object.writes.map((write) => write.analystId),
      String(fields.analystId),
      ...(Array.isArray(fields.analystIds) ? fields.analystIds.map(String) : []),
    ]),
  );
  for (const source of sources) people.add(source.analystId);
  if (analystId !== null) people.add(analystId);
  const known = analystsById(db, people);
  for (const analyst of known) yield { line: 'analyst', ...analyst };
  if (by !== null && !known.some((analyst) => analyst.id === by.id)) {
    yield { line: 'analyst', ...by };
  }
  for (const { contentId, replacesId: _, characters: __, ...source } of sources) {
    const content = withSources ? contentOf(db, contentId) : null;
    yield {
      line: 'source',
      ...source,
      ...(content === null
        ? {}
        : { content: { ...content, original: Buffer.from(content.original).toString('base64') } }),
    };
  }
  for (const [from, into] of joinedTags(db)) {
    yield { line: 'joined', from, into } as ParcelLine;
  }
  yield* objectLines(db, selected, sources);
}

function* objectLines(
  db: ReadDb,
  selected: readonly SelectedObject[],
  sources: readonly Source[],
): Generator<ParcelLine> {
  const byId = new Map(sources.map((source) => [source.id as string, source]));
  const hashes = sources.map(({ textSha256 }) => textSha256);
  const twins = new Set(hashes.filter((hash, index) => hashes.indexOf(hash) < index));
  const hashOf = (sourceId: string) => {
    const source = byId.get(sourceId);
    if (source === undefined) return undefined;
    return twins.has(source.textSha256) ? twinKey(source) : source.textSha256;
  };
  for (const { object, fields, isThere } of selected) {
    yield {
      line: 'object',
      kind: object.kind,
      id: object.id,
      writes: object.writes.map((write) => ({ ...write, set: sourcesOut(write.set, hashOf) })),
      ...(object.kind === 'highlight' && isThere
        ? contextOf(fields, textOfSource(db, String(fields.sourceId)) ?? '')
        : {}),
    } as ParcelLine;
  }
}

function contextOf(fields: Readonly<Record<string, unknown>>, text: string) {
  const spans = fields.spans as readonly (readonly [number, number])[];
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? 0;
  return {
    before: text.slice(Math.max(0, start - contextUnits), start),
    after: text.slice(end, end + contextUnits),
  };
}

/** Lines in pieces of a size that is worth compressing (gzip files may follow each other in one), with one at the end that says that nothing is missing. */
function* compressed(lines: Iterable<ParcelLine>): Generator<Uint8Array> {
  let buffer = '';
  let count = 0;
  for (const line of lines) {
    buffer += `${JSON.stringify(line)}\n`;
    count += 1;
    if (buffer.length < 262_144) continue;
    yield gzipSync(buffer);
    buffer = '';
  }
  yield gzipSync(`${buffer}${JSON.stringify({ line: 'end', lines: count })}\n`);
}
