import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openApp, type App } from '../../src/main/app.ts';
import { mergeParcel } from '../../src/main/merges/merge-parcel.ts';
import { readParcel } from '../../src/main/merges/read-parcel.ts';
import type { MergeItem } from '../../src/shared/contract/merges.ts';
import { seededRandom, type Random } from '../../src/shared/domain/agreement/seeded-random.ts';
import { exchangedKinds } from '../../src/shared/domain/merge/references.ts';
import type { CommentId, SourceId, VerdictId } from '../../src/shared/domain/ids.ts';
import { knownObjectIds } from '../../src/main/merges/merges-store.ts';
import { recordStores } from '../../src/main/database/record-stores.ts';
import type { WriteDb } from '../../src/main/database/types.ts';
import {
  analystNamed,
  createTestApp,
  migrationsDirectory,
  testFolder,
  testTime,
} from './test-app.ts';

const names = ['Ana Silva', 'Ben Okafor', 'Cleo Marsh'];
const text = 'One sentence stands here. 😀 Another follows it.\n\nنص آخر هنا. The end of it all.\n';

interface Replica {
  readonly name: string;
  readonly app: App;
  readonly sourceId: SourceId;
}

/** One edit of a kind that a random number names; what cannot be done is not done. */
async function edit({ app, sourceId }: Replica, random: Random): Promise<void> {
  const { api } = app;
  const marks = await api.highlights.ofSource({ sourceId });
  const tags = await api.tags.tree({});
  const claims = await api.claims.list({});
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const mark = any(marks);
  const tag = any(tags);
  const claim = any(claims);
  const start = Math.floor(random() * 20);
  const span = [start, start + 1 + Math.floor(random() * 5)] as const;
  const word = `w${Math.floor(random() * 4)}`;
  const highlightId = mark?.id;
  const said = await api.reviews.list({});
  const verdict = any(said.filter(({ kind }) => kind === 'verdict'));
  const comment = any(said.filter(({ kind }) => kind === 'comment'));
  const reviewed =
    claim !== undefined && random() < 0.3
      ? ({ targetKind: 'claim', targetId: claim.id } as const)
      : ({ targetKind: 'highlight', targetId: highlightId ?? sourceId } as const);
  const edits: (() => unknown)[] = [
    () => api.highlights.create({ sourceId, spans: [span], ...(tag ? { tagIds: [tag.id] } : {}) }),
    () => api.highlights.create({ sourceId, spans: [span], claim: { statement: word } }),
    () => api.tags.create({ path: random() < 0.5 ? word : `${word}/${word}x` }),
    () => highlightId && api.highlights.edit({ highlightId, patch: { note: word } }),
    () => highlightId && api.highlights.edit({ highlightId, patch: { spans: [span] } }),
    () => highlightId && tag && api.highlights.edit({ highlightId, patch: { tagIds: [tag.id] } }),
    () =>
      highlightId && claim && api.highlights.edit({ highlightId, patch: { claimId: claim.id } }),
    () => highlightId && api.highlights.remove({ highlightIds: [highlightId] }),
    () => claim && api.claims.edit({ claimId: claim.id, patch: { statement: word } }),
    () => claim && api.claims.remove({ claimIds: [claim.id] }),
    () => tag && api.tags.remove({ tagId: tag.id }),
    () => tag && api.tags.edit({ tagId: tag.id, patch: { name: `${word}y` } }),
    () =>
      highlightId &&
      api.attributions.set({
        highlightId,
        links: [
          {
            actors: [{ name: word }],
            role: null,
            forms: [],
            cue: word,
            span: null,
            cueSpan: null,
            origin: null,
            inferred: false,
          },
        ],
      }),
    () =>
      highlightId &&
      api.grades.add({
        targetKind: 'highlight',
        targetId: highlightId,
        reliability: null,
        credibility: (1 + Math.floor(random() * 5)) as 1,
        reason: word,
      }),
    () => api.reviews.give({ ...reviewed, verdict: 'accepted' }),
    () => api.reviews.give({ ...reviewed, verdict: 'rejected', reason: word }),
    () =>
      api.reviews.give({
        ...reviewed,
        verdict: 'change-proposed',
        proposal: reviewed.targetKind === 'claim' ? { statement: word } : { tags: [word] },
      }),
    () => api.reviews.comment({ ...reviewed, text: word }),
    () =>
      comment &&
      api.reviews.comment({
        targetKind: comment.targetKind,
        targetId: comment.targetId,
        text: word,
        parentId: comment.id as CommentId,
        place: { sourceId, spans: [span] },
      }),
    () => comment && api.reviews.removeComment({ commentId: comment.id as CommentId }),
    () => verdict && api.reviews.takeOver({ verdictId: verdict.id as VerdictId }),
    () => verdict && api.reviews.keep({ verdictId: verdict.id as VerdictId, text: word }),
    () => api.history.undo({}),
    () => api.history.redo({}),
  ];
  try {
    await any(edits)?.();
  } catch {
    // What another edit made impossible (a tag of the same name, an undo that something depends on) is refused.
  }
}

/** Conflicts are settled by the values alone, so that it is the same wherever it is done. */
function fixedRule({ outcome, ours, theirs }: MergeItem): 'ours' | 'theirs' {
  if (outcome !== 'conflict' || ours === null) return 'theirs';
  if (theirs === null) return 'ours';
  return JSON.stringify(ours) > JSON.stringify(theirs) ? 'ours' : 'theirs';
}

async function exchange(from: Replica, to: Replica): Promise<void> {
  const path = join(testFolder(), `${from.name}.attest-parcel`);
  await from.app.api.merges.pack({ path });
  mergeParcel(to.app.context, to.app.context.db as WriteDb, await readParcel(path), {
    file: from.name,
    isRehearsal: false,
    choose: fixedRule,
  });
}

/** Everything that carries over, by kind and id, as it stands. */
function stateOf({ app }: Replica): Record<string, unknown> {
  const { db } = app.context;
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
  // Whoever brought the source in is none of the three: an undo of theirs never takes it out.
  const first = createTestApp({ analyst: analystNamed('Founder') });
  const sourceId = await first.addText('one.txt', text);
  await first.api.highlights.create({ sourceId, spans: [[0, 3]] });
  await first.close();
  const replicas = names.map((name, index): Replica => {
    const path = join(testFolder(), 'copy.attest');
    copyFileSync(first.path, path);
    return {
      name,
      sourceId,
      app: openApp({
        projectPath: path,
        migrationsDirectory,
        mode: 'write',
        analyst: analystNamed(name),
        report: (error) => console.error(error),
        ...testTime(`${seed} ${index}`),
      }),
    };
  });
  const any = () => replicas[Math.floor(random() * replicas.length)] as Replica;
  try {
    for (let step = 0; step < 30; step += 1) {
      if (random() < 0.8) await edit(any(), random);
      else {
        const [from, to] = [any(), any()];
        if (from !== to) await exchange(from, to);
      }
    }
    for (let round = 0; round < 6; round += 1) {
      for (const from of replicas) {
        for (const to of replicas) if (from !== to) await exchange(from, to);
      }
      const states = replicas.map((replica) => JSON.stringify(stateOf(replica)));
      if (new Set(states).size === 1) break;
    }
    const [one, two, three] = replicas.map(stateOf);
    expect(two, `seed ${seed}`).toEqual(one);
    expect(three, `seed ${seed}`).toEqual(one);
    for (const { app } of replicas) {
      expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
    }
  } finally {
    for (const { app } of replicas) await app.close();
  }
}
