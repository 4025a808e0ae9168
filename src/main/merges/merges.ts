import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type {
  MergeChoice,
  MergeItem,
  MergeReport,
  MergesApi,
} from '../../shared/contract/merges.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import { openUpToDate } from '../database/open-up-to-date.ts';
import { isProjectFile } from '../exports/write-file.ts';
import type { WriteDb } from '../database/types.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { blindSources } from '../reviews/assignments-store.ts';
import { mergeParcel } from './merge-parcel.ts';
import { packInto } from './pack.ts';
import { readParcel, type Parcel } from './read-parcel.ts';

/** What is to be done with items of which nothing is said. */
export type Otherwise = 'agreed' | 'all' | 'none';

/** How to choose: by what is said of an item, and otherwise by one rule. */
export function chooser(
  otherwise: Otherwise,
  choices: Readonly<Record<string, MergeChoice>> = {},
): (item: MergeItem) => MergeChoice {
  return ({ id, outcome }) => {
    const said = Object.hasOwn(choices, id) ? choices[id] : undefined;
    if (said !== undefined) return said;
    if (otherwise === 'none') return 'leave';
    return outcome === 'conflict' && otherwise === 'agreed' ? 'leave' : 'theirs';
  };
}

/** Parcels out, and parcels and other projects in. */
export function createMerges(
  context: ServiceContext,
  db: WriteDb,
  migrationsDirectory: string,
): Handlers<MergesApi> {
  const read = (path: string) => readOther(path, context, migrationsDirectory);
  return {
    pack: ({ path, analystId, withSources }) => ({
      // Other layers of what is blind for the one who packs do not leave through their hands.
      ...packInto(
        { db: context.seen(), whole: db },
        path,
        {
          analystId: analystId ?? null,
          withSources: withSources ?? false,
          by: context.analyst(),
          at: nowIso(context),
        },
        context.newId,
      ),
      blindSources: blindSources(db, context.analyst().id).length,
    }),
    async rehearse({ path }) {
      const parcel = await read(path);
      return mergeParcel(context, db, parcel, {
        file: basename(path),
        isRehearsal: true,
        choose: chooser('agreed'),
      });
    },
    async take({ path, otherwise, choices, withItems }) {
      const parcel = await read(path);
      const report = mergeParcel(context, db, parcel, {
        file: basename(path),
        isRehearsal: false,
        choose: chooser(otherwise ?? 'agreed', choices),
      });
      return withItems === false ? { ...report, ...noItems } : report;
    },
  };
}

const noItems = {
  added: [],
  changed: [],
  removed: [],
  joined: [],
  conflicts: [],
  unplaced: [],
} as const satisfies Partial<MergeReport>;

/** Reads a parcel, or packs another project into one and reads that. */
export async function readOther(
  path: string,
  context: ServiceContext,
  migrationsDirectory: string,
): Promise<Parcel> {
  if (!isProjectFile(path)) return readParcel(path);
  const folder = mkdtempSync(join(tmpdir(), 'attest-merge-'));
  try {
    const draft = join(folder, 'other.attest-parcel');
    const at = nowIso(context);
    const other = await openUpToDate({ path, folder, migrationsDirectory, nowIso: at });
    try {
      const { connection } = other;
      packInto(
        { db: connection, whole: connection },
        draft,
        { analystId: null, withSources: true, by: null, at },
        context.newId,
      );
    } catch (error) {
      if (error instanceof AttestError) throw error;
      throw new AttestError('damaged', 'The other project cannot be read. Nothing was changed.');
    } finally {
      other.close();
    }
    return await readParcel(draft);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
