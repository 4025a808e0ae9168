import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Parser } from '../../../src/main/imports/parse-file.ts';
import type { ParseResult } from '../../../src/shared/domain/sources/parsed-source.ts';
import { parseResultProblems } from '../check-parsed-source.ts';
import type { FuzzedFormat } from './import-formats.ts';
import { seededRandom } from './seeded-random.ts';

/** What a run of mutants gave. */
export interface FuzzReport {
  readonly sources: number;
  readonly problems: number;
  /** How many the watchdog ended, for their time or their memory. */
  readonly stopped: number;
  /** What went wrong, each with the seed that makes the mutant again. */
  readonly failures: readonly string[];
}

const crashed = /The reader failed on the file/;
const stopped = /took longer than|more than \d+ MB of memory/;

/**
 * Lets a parser read mutants of real files: each must end in time, as sources of which all holds that must hold, or
 * as a sentence. With FUZZ_KEEP set to a folder, mutants that fail are kept there.
 */
export async function fuzzImporter(
  parser: Parser,
  format: FuzzedFormat,
  files: readonly Uint8Array[],
  seeds: Iterable<number>,
): Promise<FuzzReport> {
  const failures: string[] = [];
  let sources = 0;
  let problems = 0;
  let ended = 0;
  for (const seed of seeds) {
    const mutant = makeMutant(format, files, seed);
    for (const result of await readAll(parser, mutant, `mutant${format.ending}`)) {
      if ('source' in result) sources += 1;
      else problems += 1;
      const wrong = [...parseResultProblems(result)];
      if ('problem' in result && crashed.test(result.problem)) wrong.push(result.problem);
      if ('problem' in result && stopped.test(result.problem)) {
        ended += 1;
        keep(format, seed, mutant);
      }
      if (wrong.length > 0) {
        keep(format, seed, mutant);
        failures.push(`${format.name}, seed ${seed}: ${wrong.slice(0, 3).join('; ')}`);
      }
    }
  }
  return { sources, problems, stopped: ended, failures };
}

/** The mutant of a seed. */
export function makeMutant(
  format: FuzzedFormat,
  files: readonly Uint8Array[],
  seed: number,
): Uint8Array {
  const random = seededRandom(seed * 7919 + 17);
  const file = random.pick(files) ?? new Uint8Array();
  const other = random.pick(files) ?? file;
  return random.pick(format.mutators)?.(file, other, random) ?? file;
}

async function readAll(
  parser: Parser,
  bytes: Uint8Array,
  fileName: string,
): Promise<readonly ParseResult[]> {
  const results: ParseResult[] = [];
  for await (const event of parser.read({ bytes }, fileName)) {
    if (event.what === 'part') results.push(event.part.result);
  }
  return results;
}

function keep(format: FuzzedFormat, seed: number, mutant: Uint8Array): void {
  const folder = process.env['FUZZ_KEEP'];
  if (folder === undefined) return;
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${format.name}-${seed}${format.ending}`), mutant);
}
