import { basename, extname } from 'node:path';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import type { Reliability } from '../../shared/domain/grades/grade.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { ParseOptions } from '../../shared/domain/sources/parsed-source.ts';
import type { SourceMetadata } from '../../shared/domain/sources/source.ts';
import type { WriteDb } from '../database/types.ts';
import type { CollectedFile } from '../imports/collect-files.ts';
import type { Parser, ReadStream } from '../imports/parse-file.ts';
import {
  hashBytes,
  readSourceFile,
  type FileContent,
  type StreamedFile,
} from '../imports/read-file.ts';
import type { DoneParts, ReadEvent, ReadPart } from '../imports/read-parts.ts';
import type { ServiceContext } from '../service-context.ts';
import { duplicateOutcome, problemOutcome } from './import-outcome.ts';
import { doneBefore, noteReadPart, type Reading } from './read-parts-store.ts';
import { storeSource } from './store-source.ts';

/** What the analyst says of a file beforehand. */
export interface GivenMetadata extends Partial<{
  -readonly [F in keyof SourceMetadata]: SourceMetadata[F] | undefined;
}> {
  readonly reliability?: Reliability | undefined;
  /** The source that it is a newer version of. */
  readonly replacesId?: SourceId | undefined;
}

/** What is known of a file by its path, and of a part by its path and name. */
export type GivenFor = (file: string) => GivenMetadata;

/** A file that is being read, what of it was done before, or why it is not read. */
export type OpenedFile = { readonly path: string } & (
  | { readonly problem: string }
  | {
      readonly file: FileContent | StreamedFile;
      readonly reading: Reading | null;
      /** What an earlier reading of the same bytes gave, found again without reading them. */
      readonly known: readonly ImportOutcome[];
      /** Null where nothing is left to read. */
      readonly stream: ReadStream | null;
    }
);

/** Reads a file and begins to parse it; what is there from an earlier reading is not parsed again. Never rejects. */
export async function openFile(
  db: WriteDb,
  parser: Parser,
  found: CollectedFile,
  options: ParseOptions,
): Promise<OpenedFile> {
  const { path } = found;
  if ('problem' in found) return { path, problem: found.problem };
  const file = await readSourceFile(path);
  if ('problem' in file) return { path, problem: file.problem };
  const version = await parser.version();
  const ending = extname(path).toLowerCase();
  const reading =
    version === null
      ? null
      : { fileSha256: file.sha256, reading: JSON.stringify([version, ending, options]) };
  const before = reading === null ? null : doneBefore(db, reading);
  const known = (before?.sources ?? []).map(({ part, sourceId }) =>
    duplicateOutcome(db, path + part, sourceId),
  );
  const done: DoneParts = before?.parts ?? new Map();
  const isDone = done.get('')?.complete === true;
  const input = 'bytes' in file ? { bytes: file.bytes } : { path, size: file.size };
  const stream = isDone ? null : parser.read(input, basename(path), options, done);
  return { path, file, reading, known, stream };
}

/** Puts what a file gives into the project, each source in a transaction of its own, and tells of each. */
export async function* storeFile(
  context: ServiceContext,
  db: WriteDb,
  opened: OpenedFile,
  given: GivenFor,
): AsyncGenerator<ImportOutcome> {
  const { path } = opened;
  if ('problem' in opened) {
    yield problemOutcome(path, opened.problem);
    return;
  }
  yield* opened.known;
  for await (const event of opened.stream ?? noEvents) {
    if (event.what === 'part') yield storePart(context, db, opened, event.part, given);
    else if (event.what === 'finished' && opened.reading !== null) {
      const { reading } = opened;
      const note = { name: event.name, contentId: null, complete: true };
      db.transaction(() => noteReadPart(db, reading, note));
    }
  }
}

const noEvents: readonly ReadEvent[] = [];

function storePart(
  context: ServiceContext,
  db: WriteDb,
  opened: Extract<OpenedFile, { readonly file: unknown }>,
  part: ReadPart,
  given: GivenFor,
): ImportOutcome {
  const { path, file, reading } = opened;
  const { name, complete, result } = part;
  const place = path + name;
  if ('problem' in result) {
    const outcome = problemOutcome(place, result.problem);
    return result.askColumns === true ? { ...outcome, askColumns: true } : outcome;
  }
  const original = part.bytes ?? ('bytes' in file ? file.bytes : null);
  if (original === null) return problemOutcome(place, 'Its bytes are too many to be kept.');
  const { reliability, replacesId, ...metadata } =
    name === '' ? given(path) : { ...given(path), ...given(place) };
  const outcome = storeSource(context, db, {
    file: basename(path) + name,
    original,
    originalSha256: part.bytes === null ? file.sha256 : hashBytes(part.bytes),
    parsed: result.source,
    examined: part.examined,
    metadata: metadata as Partial<SourceMetadata>,
    reliability: reliability ?? null,
    replacesId: replacesId ?? null,
    alsoWrite: (contentId) => {
      if (reading !== null) noteReadPart(db, reading, { name, contentId, complete });
    },
  });
  return { ...outcome, file: place };
}
