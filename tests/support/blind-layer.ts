import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v5 } from 'uuid';
import type { AppOptions } from '../../src/main/app.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { analystNamed, createTestApp, testFolder, type TestApp } from './test-app.ts';

// A project in which Ana and Ben mark a source blind, with and without what Ben did there. Whatever only Ben says
// holds the word “zebra”.

export const ana = analystNamed('Ana Silva');
export const ben = analystNamed('Ben Okafor');
export const cleo = analystNamed('Cleo Marsh');

const namespace = 'a51c3c39-7c1f-4a87-9d70-5d2f4b0b6a11';

/** When Ben works: before the source is assigned, after it, or not at all. */
export type When = 'before' | 'after' | 'never';

export interface BlindProject {
  readonly app: TestApp;
  readonly sourceId: SourceId;
  readonly otherId: SourceId;
  /** Ids and clock begin anew, the same in every project. */
  begin(phase: string): void;
}

/** Time and ids that depend on what is being done, not on what was done before. */
function phasedTime(): Pick<AppOptions, 'clock' | 'newId'> & { begin(phase: string): void } {
  let phase = 'made';
  let ids = 0;
  let ticks = 0;
  const starts: Readonly<Record<string, number>> = {
    made: 0,
    base: 1,
    before: 2,
    assign: 3,
    after: 4,
  };
  return {
    begin(next) {
      phase = next;
      ids = 0;
      ticks = 0;
    },
    clock: () => Date.UTC(2026, 0, 31, 9 + (starts[phase] ?? 9)) + 1_000 * ticks++,
    newId: () => v5(`${phase} ${ids++}`, namespace),
  };
}

const text = 'The port is open. The minister said so. Nobody else did. The crane stands still.';

/** Makes the project; the analyst at work is Ana. */
export async function blindProject(when: When): Promise<BlindProject> {
  const time = phasedTime();
  const app = createTestApp({ ...time, analyst: ana });
  const begin = time.begin;
  begin('base');
  const sourceId = await app.addText('blind.txt', text);
  const otherId = await app.addText('open.txt', 'Another article. It says that the port is shut.');
  await workAsAna(app, sourceId, otherId);
  if (when === 'before') {
    begin('before');
    await workAsBen(app, sourceId, otherId);
  }
  begin('assign');
  app.setAnalyst(cleo);
  app.context.changes.record('Known', (draft) => {
    draft.knowAnalyst(ben);
    draft.knowAnalyst(cleo);
  });
  await app.api.reviews.assign({ sourceIds: [sourceId], analystIds: [ana.id, ben.id] });
  if (when === 'after') {
    begin('after');
    await workAsBen(app, sourceId, otherId);
    // What he made without using it anywhere is the project's, unless it is new.
    await app.api.tags.create({ path: 'shared/zebra' });
    await app.api.claims.create({ statement: 'zebra without a mention' });
  }
  app.setAnalyst(ana);
  return { app, sourceId, otherId, begin };
}

async function workAsAna(app: TestApp, sourceId: SourceId, otherId: SourceId): Promise<void> {
  const { api } = app;
  app.setAnalyst(ana);
  const tag = await api.tags.create({ path: 'shared/ports' });
  const mark = await api.highlights.create({
    sourceId: otherId,
    spans: [[17, 46]],
    tagIds: [tag.id],
    claim: { statement: 'The port is shut' },
  });
  await api.attributions.set({
    highlightId: mark.id,
    links: [link('Port ministry', 'A readout')],
  });
  await api.highlights.create({
    sourceId,
    spans: [[0, 17]],
    tagIds: [tag.id],
    note: 'Hers',
    claim: { statement: 'The port is open' },
  });
  await api.summaries.create({ title: 'Hers', fromClaims: true });
}

function link(actor: string, origin: string) {
  return {
    actors: [{ name: actor }, { unnamed: `a clerk of the ${actor}` }],
    role: null,
    forms: ['quoted' as const],
    cue: 'said',
    span: null,
    cueSpan: null,
    origin: { kind: 'call', title: origin, issuer: null, date: null, sourceId: null },
    inferred: false,
  };
}

async function workAsBen(app: TestApp, sourceId: SourceId, otherId: SourceId): Promise<void> {
  const { api } = app;
  app.setAnalyst(ben);
  const own = await api.tags.create({ path: 'zebra/tag' });
  const shared = (await api.tags.tree({})).find(({ path }) => path === 'shared/ports');
  const others = await api.highlights.ofSource({ sourceId: otherId });
  const mark = await api.highlights.create({
    sourceId,
    spans: [[18, 39]],
    tagIds: [own.id, shared!.id],
    note: 'zebra note',
    claim: { statement: 'zebra statement' },
  });
  const claimId = mark.claimId!;
  const event = await api.events.create({
    name: 'zebra event',
    date: null,
    place: 'zebra place',
    note: null,
  });
  await api.claims.edit({ claimId, patch: { note: 'zebra claim note', eventId: event.id } });
  await api.claims.addLink({
    fromClaimId: claimId,
    toClaimId: others[0]!.claimId!,
    kind: 'contradicts',
    reason: 'zebra reason',
  });
  await api.claims.addCheck({
    claimId,
    check: { how: 'zebra check', against: null, checkedAt: null, result: null },
  });
  await api.attributions.set({
    highlightId: mark.id,
    links: [link('zebra ministry', 'zebra call'), link('Port ministry', 'A readout')],
  });
  // A second mention of a claim that Ana has elsewhere.
  await api.highlights.create({ sourceId, spans: [[40, 56]], claimId: others[0]!.claimId! });
  for (const [targetKind, targetId] of [
    ['highlight', mark.id],
    ['claim', claimId],
    ['source', sourceId],
  ] as const) {
    await api.grades.add({
      targetKind,
      targetId,
      reliability: targetKind === 'source' ? 'E' : null,
      credibility: targetKind === 'source' ? null : 5,
      reason: 'zebra grade',
    });
    await api.reviews.comment({ targetKind, targetId, text: 'zebra comment' });
  }
  await api.reviews.give({
    targetKind: 'source',
    targetId: sourceId,
    verdict: 'accepted',
    reason: 'zebra verdict',
  });
  const gone = await api.highlights.create({
    sourceId,
    spans: [[57, 80]],
    claim: { statement: 'zebra gone' },
  });
  await api.highlights.remove({ highlightIds: [gone.id] });
  await api.claims.remove({ claimIds: [gone.claimId!] });
  await api.summaries.create({ title: 'zebra summary', fromClaims: true });
  const lines = join(testFolder(), 'zebra.jsonl');
  const line = { source: 'blind.txt', start: 0, end: 5, quote: 'zebra nowhere' };
  writeFileSync(lines, `${JSON.stringify(line)}\n`);
  await api.exchange.importMarkup({ path: lines, format: 'jsonl' });
}
