import { Buffer } from 'node:buffer';

import { examineText, type ExaminedText } from '../../shared/domain/sources/examine-text.ts';
import type { ParseOptions, ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { fileOfBytes, readWhole } from './byte-file.ts';
import type { ByteFile } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import type { Contained } from './container.ts';
import { parseBytes } from './parse-bytes.ts';
import { tooLargeProblem } from './read-file.ts';
import { containerOf } from './readers.ts';
import { beginsLikeZip } from './zip-directory.ts';

/** How deep containers may lie in each other: a ZIP archive of mails with archives. */
export const maximumDepth = 4;
/** How many sources one file may give. */
export const maximumParts = 1_000_000;
const maximumNestedBytes = 4 * 1024 ** 3;

/** A source that a file gave, or why a part of it gives none. */
export interface ReadPart {
  /** What follows the name of the file; `''` is the file itself. */
  readonly name: string;
  /** The part's own bytes; null where they are those of the file, or where there are none. */
  readonly bytes: Uint8Array | null;
  readonly result: ParseResult;
  /** What is worked out from the text of a source before it is stored, here where it keeps nobody waiting. */
  readonly examined?: ExaminedText;
  /** Whether nothing more comes below this name. */
  readonly complete: boolean;
}

/** What happens while a file is read, in order. */
export type ReadEvent =
  /** A part is about to be read: should the process die, it was this one. */
  | { readonly what: 'begin'; readonly name: string }
  | { readonly what: 'part'; readonly part: ReadPart }
  /** Everything below a name has been read, and nothing below it failed. */
  | { readonly what: 'finished'; readonly name: string };

/** What an earlier reading of the same file did: parts by name, and whether all below them was done. */
export type DoneParts = ReadonlyMap<string, { readonly complete: boolean }>;

interface Reading {
  readonly options: ParseOptions;
  readonly done: DoneParts;
  parts: number;
  nestedBytes: number;
}

/** Reads a file into its sources, one after another; what was done before is passed over without being read again. */
export async function* readParts(
  file: ByteFile,
  fileName: string,
  options: ParseOptions,
  done: DoneParts = new Map(),
): AsyncGenerator<ReadEvent> {
  const reading = { options, done, parts: 0, nestedBytes: 0 };
  yield* readPlace(reading, { file, fileName, name: '', depth: 0 });
}

/** A file, its name below the file that is imported, and how many containers it lies in. */
interface Place {
  readonly file: ByteFile;
  readonly fileName: string;
  readonly name: string;
  readonly depth: number;
}

/** Gives whether everything below the name was read and nothing failed. */
async function* readPlace(reading: Reading, place: Place): AsyncGenerator<ReadEvent, boolean> {
  const { file, fileName, name, depth } = place;
  if (reading.done.get(name)?.complete === true) return true;
  const first = await file.read(0, 4096);
  const whole = beginsLikeZip(first) ? await readWhole(file) : null;
  const start = Buffer.from(first).toString('latin1');
  const container = containerOf(fileName.toLowerCase(), start, whole ?? first);
  if (container === undefined) {
    const parse = async (): Promise<ParseResult> => await parseLeaf(place, reading.options);
    return yield* readItem(reading, place, { name: '', bytes: null, parse });
  }
  if (depth >= maximumDepth) {
    return yield* fail(name, `It lies more than ${maximumDepth} containers deep and was left out.`);
  }
  let isWhole = true;
  let count = 0;
  let isNoted = false;
  try {
    for await (const item of container.contents(file, { ...reading.options, fileName })) {
      count += 1;
      // A mail without attachments is done with its own part, and need not be noted twice.
      isNoted = count === 1 && item.name === '' && !('hasMore' in item && item.hasMore === true);
      isWhole = (yield* readContained(reading, place, item)) && isWhole;
    }
  } catch (error) {
    if (!(error instanceof ContainerProblem)) throw error;
    const problem = error.message;
    const result = error.askColumns ? { problem, askColumns: true as const } : { problem };
    return yield* fail(name, result);
  }
  if (count === 0) return yield* fail(name, 'It holds nothing that can be imported.');
  if (isWhole && !isNoted) yield { what: 'finished', name };
  return isWhole;
}

async function* readContained(
  reading: Reading,
  place: Place,
  item: Contained,
): AsyncGenerator<ReadEvent, boolean> {
  reading.parts += 1;
  if (reading.parts > maximumParts) {
    const limit = maximumParts.toLocaleString('en-US');
    throw new ContainerProblem(`It holds more than ${limit} parts; the rest was left out.`);
  }
  const name = place.name + item.name;
  if ('problem' in item) return yield* fail(name, item.problem);
  if (place.depth > 0) reading.nestedBytes += item.bytes?.length ?? 0;
  if (reading.nestedBytes > maximumNestedBytes) {
    throw new ContainerProblem('It holds more than 4 GB in containers; the rest was left out.');
  }
  if ('parse' in item) return yield* readItem(reading, place, item);
  const depth = place.depth + 1;
  const file = fileOfBytes(item.bytes);
  return yield* readPlace(reading, { file, fileName: item.fileName, name, depth });
}

async function* readItem(
  reading: Reading,
  place: Place,
  item: Extract<Contained, { readonly parse: unknown }>,
): AsyncGenerator<ReadEvent, boolean> {
  const name = place.name + item.name;
  if (reading.done.has(name)) return true;
  yield { what: 'begin', name };
  const result = await sentenceInstead(item.parse);
  // What lies in no container has the bytes of the file, which whoever asks has already.
  const bytes = item.bytes ?? (place.depth === 0 ? null : await readWhole(place.file));
  const part = { name, bytes, result, complete: item.hasMore !== true };
  if ('source' in result) {
    const { text, blocks } = result.source;
    yield { what: 'part', part: { ...part, examined: examineText(text, blocks) } };
    return true;
  }
  yield { what: 'part', part };
  return false;
}

function* fail(
  name: string,
  failure: string | Exclude<ParseResult, { readonly source: unknown }>,
): Generator<ReadEvent, boolean> {
  const result = typeof failure === 'string' ? { problem: failure } : failure;
  yield { what: 'part', part: { name, bytes: null, result, complete: false } };
  return false;
}

async function parseLeaf(place: Place, options: ParseOptions): Promise<ParseResult> {
  const bytes = await readWhole(place.file);
  if (bytes === null) return { problem: tooLargeProblem(place.file.size) };
  return await parseBytes(bytes, place.fileName, options);
}

/** Whoever reads a part may fail on it; the other parts are read all the same. */
async function sentenceInstead(parse: () => Promise<ParseResult>): Promise<ParseResult> {
  try {
    return await parse();
  } catch (error) {
    return { problem: brokenProblem(error) };
  }
}

/** The sentence for a file on which its reader failed. */
export function brokenProblem(error: unknown): string {
  return error instanceof RangeError
    ? 'The file is nested too deeply or is too large to be read.'
    : 'The file is damaged and could not be read.';
}
