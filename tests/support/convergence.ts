import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openApp, type App } from '../../src/main/app.ts';
import { mergeParcel } from '../../src/main/merges/merge-parcel.ts';
import { readOther } from '../../src/main/merges/merges.ts';
import { readParcel } from '../../src/main/merges/read-parcel.ts';
import { AttestError } from '../../src/shared/contract/errors.ts';
import type { MergeItem } from '../../src/shared/contract/merges.ts';
import { seededRandom, type Random } from '../../src/shared/domain/agreement/seeded-random.ts';
import { exchangedKinds } from '../../src/shared/domain/merge/references.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { knownObjectIds } from '../../src/main/merges/merges-store.ts';
import { recordStores } from '../../src/main/database/record-stores.ts';
import type { WriteDb } from '../../src/main/database/types.ts';
import { editGroups, type EditGroup } from './random-edits.ts';
import {
  analystNamed,
  createTestApp,
  migrationsDirectory,
  testFolder,
  testTime,
} from './test-app.ts';

/** The analysts of the random histories. */
export const team = ['Ana Silva', 'Ben Okafor', 'Cleo Marsh'].map(analystNamed);
const text = 'One sentence stands here. 😀 Another follows it.\n\nنص آخر هنا. The end of it all.\n';

interface Replica {
  readonly name: string;
  readonly path: string;
  readonly app: App;
  readonly sourceIds: readonly [SourceId, SourceId];
}

/** What all three begin with: a little of everything in two sources, by each of them. */
export async function fillProject(
  { api, setAnalyst }: App,
  [first, second]: readonly [SourceId, SourceId],
): Promise<void> {
  const judged = { reliability: null, credibility: 3, reason: null } as const;
  for (const [index, analyst] of team.entries()) {
    setAnalyst(analyst);
    const word = `w${index}`;
    const tag = await api.tags.create({ path: `begun/${word}` });
    const mark = await api.highlights.create({
      sourceId: index === 0 ? second : first,
      spans: [[index, index + 4]],
      tagIds: [tag.id],
      claim: { statement: word },
    });
    await api.highlights.create({ sourceId: first, spans: [[2 * index, 2 * index + 3]] });
    await api.grades.add({ targetKind: 'highlight', targetId: mark.id, ...judged });
    const comment = { targetKind: 'highlight', targetId: mark.id, text: word } as const;
    await api.reviews.comment(comment);
    const link = { actors: [{ name: word }], role: null, forms: [], cue: word, span: null };
    const rest = { cueSpan: null, origin: null, inferred: false };
    await api.attributions.set({ highlightId: mark.id, links: [{ ...link, ...rest }] });
  }
  await api.events.create({ name: 'w1', date: null, place: null, note: null });
}

/** One edit of a kind that a random number names; where it cannot be done, another one is tried. */
async function edit(
  { app, sourceIds }: Replica,
  groups: readonly EditGroup[],
  random: Random,
): Promise<void> {
  const { api } = app;
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const sourceId = any(sourceIds) as SourceId;
    const start = Math.floor(random() * 20);
    const group = random() < 0.15 ? 'history' : (any(groups) ?? 'marks');
    const edits = editGroups[group]({
      api,
      sourceId,
      otherSourceId: any(sourceIds) as SourceId,
      team,
      random,
      any,
      marks: await api.highlights.ofSource({ sourceId }),
      tags: await api.tags.tree({}),
      claims: await api.claims.list({}),
      actors: await api.actors.list({}),
      said: await api.reviews.list({}),
      span: [start, start + 1 + Math.floor(random() * 5)],
      word: `w${Math.floor(random() * 4)}`,
    });
    try {
      if ((await any(edits)?.()) !== undefined) return;
    } catch (error) {
      // What another edit made impossible (a tag of the same name, an undo that something depends on) is refused.
      if (!(error instanceof AttestError) || error.code === 'internal') throw error;
    }
  }
}

/** Conflicts are settled by the values alone, so that it is the same wherever it is done. */
function fixedRule({ outcome, ours, theirs }: MergeItem): 'ours' | 'theirs' {
  if (outcome !== 'conflict' || ours === null) return 'theirs';
  if (theirs === null) return 'ours';
  return JSON.stringify(ours) > JSON.stringify(theirs) ? 'ours' : 'theirs';
}

/** How a copy is told what another has: a parcel of all or of one analyst, with or without sources, or the project itself. */
type Way = 'parcel' | 'own' | 'sources' | 'project';
const ways = ['parcel', 'parcel', 'own', 'sources', 'project'] as const satisfies readonly Way[];

async function exchange(from: Replica, to: Replica, way: Way = 'parcel'): Promise<void> {
  const path = join(testFolder(), `${from.name}.attest-parcel`);
  if (way !== 'project') {
    await from.app.api.merges.pack({
      path,
      withSources: way === 'sources',
      ...(way === 'own' ? { analystId: from.app.context.analyst().id } : {}),
    });
  }
  const parcel =
    way === 'project'
      ? await readOther(from.path, to.app.context, migrationsDirectory)
      : await readParcel(path);
  mergeParcel(to.app.context, to.app.context.db as WriteDb, parcel, {
    file: from.name,
    isRehearsal: false,
    choose: fixedRule,
  });
}

/** Everything that carries over, by kind and id, as it stands. */
export function objectsIn({ context: { db } }: App): Record<string, unknown> {
  const records = knownObjectIds(db).flatMap((id) =>
    exchangedKinds.flatMap((kind) => {
      const record = recordStores[kind].get(db, id);
      return record === null ? [] : [[`${kind} ${id}`, { ...record, key: null }] as const];
    }),
  );
  return Object.fromEntries(records.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Three analysts edit copies of a project at random, exchange parcels in random order with repeats and losses, and at
 * the end tell each other all until nothing is new: then every copy must be the same.
 */
export async function checkConvergence(seed: number): Promise<void> {
  const random = seededRandom(seed);
  // Whoever brought the sources in is none of the three: an undo of theirs never takes them out.
  const first = createTestApp({ analyst: analystNamed('Founder') });
  const sourceIds = [
    await first.addText('one.txt', text),
    await first.addText('newer.txt', `The newer version. ${text}`),
  ] as const;
  await fillProject(first, sourceIds);
  await first.close();
  const replicas = team.map((analyst, index): Replica => {
    const path = join(testFolder(), 'copy.attest');
    copyFileSync(first.path, path);
    const { name } = analyst;
    return {
      name,
      path,
      sourceIds,
      app: openApp({
        projectPath: path,
        migrationsDirectory,
        mode: 'write',
        analyst,
        report: (error) => console.error(error),
        ...testTime(`${seed} ${index}`),
      }),
    };
  });
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const all = Object.keys(editGroups) as EditGroup[];
  const groups = [...all.filter(() => random() < 0.3), 'marks' as const];
  try {
    for (let step = 0; step < 30; step += 1) {
      if (random() < 0.8) await edit(any(replicas), groups, random);
      else {
        const [from, to] = [any(replicas), any(replicas)];
        if (from !== to) await exchange(from, to, any(ways));
      }
    }
    await tellAll(replicas);
    const [one, two, three] = replicas.map(({ app }) => objectsIn(app));
    const of = `seed ${seed}, with ${groups.join(', ')}`;
    expect(two, of).toEqual(one);
    expect(three, of).toEqual(one);
    for (const { app } of replicas) {
      expect(await app.api.project.verify({}), of).toMatchObject({ failures: [] });
    }
  } finally {
    for (const { app } of replicas) await app.close();
  }
}

/** Everybody tells everybody everything until nothing is new; what is blind is handed in first, so that it can be told. */
async function tellAll(replicas: readonly Replica[]): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    for (const { app, sourceIds } of replicas) {
      const assigned = await app.api.reviews.assignments({});
      const me = app.context.analyst().id;
      for (const sourceId of sourceIds) {
        const isMine = assigned.some(
          (row) =>
            row.sourceId === sourceId && row.analysts.some((one) => one.id === me && !one.handedIn),
        );
        if (isMine) await app.api.reviews.handIn({ sourceId });
      }
    }
    for (const from of replicas) {
      for (const to of replicas) if (from !== to) await exchange(from, to);
    }
    const states = replicas.map(({ app }) => JSON.stringify(objectsIn(app)));
    if (new Set(states).size === 1) return;
  }
}
