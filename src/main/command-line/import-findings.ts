import { statSync } from 'node:fs';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { App } from '../app.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { carryMarks } from '../versions/carry-marks.ts';
import { UsageError, type CommandOption, type Invocation } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { fullPath } from './with-project.ts';

/** Options of `import` about newer versions of sources that are there. */
export const replacesOptions = {
  replaces: {
    type: 'string',
    value: 'SOURCE',
    help: 'the one file is a newer version of this source',
  },
  'carry-marks': {
    type: 'boolean',
    help: 'carries the marks of the older version over to the newer one',
  },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** How many marks of the older version went along. */
interface CarriedCounts {
  readonly unchanged: number;
  readonly moved: number;
  readonly unplaced: number;
}

/** The source that `--replaces` names. */
export function replacedSource(
  invocation: Invocation,
  db: ReadDb,
  paths: readonly string[],
): SourceId | undefined {
  const label = invocation.text('replaces');
  if (label === undefined) return undefined;
  const [only, second] = paths;
  const isFolder =
    only !== undefined &&
    statSync(fullPath(invocation, only), { throwIfNoEntry: false })?.isDirectory() === true;
  if (second !== undefined || isFolder) {
    throw new UsageError('--replaces takes one file, the newer version. Nothing was changed.');
  }
  return sourceNamed(db, label).id;
}

/** With `--carry-marks`: carries the marks over to a newer version that came in. */
export function carryAlong(
  invocation: Invocation,
  app: App,
  { status, sourceId, replaces }: ImportOutcome,
): { readonly carried?: CarriedCounts } {
  if (!invocation.has('carry-marks') || status !== 'imported') return {};
  if (sourceId === null || replaces === null) return {};
  const { unchanged, moved, unplaced } = carryMarks(app.context, replaces, sourceId);
  return { carried: { unchanged, moved, unplaced } };
}

/** What was found in a source that came in, a line each. */
export function findingLines(
  db: ReadDb,
  outcome: ImportOutcome & { readonly carried?: CarriedCounts },
): readonly string[] {
  if (outcome.status === 'problem') return [];
  const { carried, replaces, nearDuplicates, suspicious } = outcome;
  const nameOf = (id: string): string => {
    const source = recordStores.source.get(db, id);
    return source === null ? 'a source' : `${id} ${sourceName(source)}`;
  };
  return [
    ...(replaces === null ? [] : [`a newer version of ${nameOf(replaces)}`]),
    ...(carried === undefined
      ? []
      : [
          `marks of the older version: ${carried.unchanged} unchanged, ${carried.moved} moved, ${carried.unplaced} unplaced`,
        ]),
    ...nearDuplicates.map(
      ({ sourceId, share }) => `shares ${Math.round(share * 100)} % with ${nameOf(sourceId)}`,
    ),
    ...(suspicious === null || suspicious === 0
      ? []
      : [
          `${suspicious} suspicious ${suspicious === 1 ? 'place' : 'places'}; attest suspicious lists them`,
        ]),
  ].map((line) => `\t${line}`);
}
