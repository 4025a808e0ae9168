import { beforeEach, describe, expect, test } from 'vitest';
import type { Query } from '../../src/main/database/sql.ts';
import type { WriteDb } from '../../src/main/database/types.ts';
import type { MarkRow } from '../../src/shared/contract/highlights.ts';
import type { SourceId, TagId } from '../../src/shared/domain/ids.ts';
import { findDuplicate } from '../../src/main/sources/find-duplicate.ts';
import { findReplaced } from '../../src/main/sources/find-replaced.ts';
import { addFindings, eraseFindings } from '../../src/main/sources/findings-store.ts';
import { examineText } from '../../src/shared/domain/sources/examine-text.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

// What is done all day must not read a whole table: a project has 100,000 marks and 10,000 sources.

let app: TestApp;
let sourceId: SourceId;
let tagId: TagId;
let claimed: MarkRow;

beforeEach(async () => {
  app = createTestApp();
  sourceId = await app.addText('port.txt', 'The port is open.\n\nThe minister said so on Monday.');
  tagId = (await app.api.tags.create({ path: 'ports/open' })).id;
  claimed = await app.api.highlights.create({
    sourceId,
    spans: [[0, 17]],
    tagIds: [tagId],
    note: 'A note.',
    claim: { statement: 'The port is open.' },
  });
  await app.api.attributions.set({
    highlightId: claimed.id,
    links: [
      {
        actors: [{ name: 'Port ministry' }],
        role: null,
        forms: ['quoted'],
        cue: 'said',
        span: null,
        cueSpan: null,
        origin: { kind: 'readout', title: 'Open', issuer: null, date: null, sourceId: null },
        inferred: false,
      },
    ],
  });
});

/** Every statement that some work sends to the database, once. */
async function statementsOf(work: () => Promise<unknown>): Promise<readonly Query[]> {
  const db = app.context.db as { -readonly [Name in keyof WriteDb]: WriteDb[Name] };
  const { get, all, iterate, run } = db;
  const seen = new Map<string, Query>();
  const note = (query: Query): Query => {
    seen.set(query.text, query);
    return query;
  };
  db.get = (query) => get(note(query));
  db.all = (query) => all(note(query));
  db.iterate = (query) => iterate(note(query));
  db.run = (query) => run(note(query));
  try {
    await work();
  } finally {
    Object.assign(db, { get, all, iterate, run });
  }
  return [...seen.values()];
}

/** The steps of SQLite's plans that read a whole table or index, or build an index for the occasion, each with its statement. */
async function scansOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const statements = await statementsOf(work);
  expect(statements).not.toEqual([]);
  return statements.flatMap(({ text, values }) =>
    app.context.db
      .all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, values })
      .filter(({ detail }) =>
        /^SCAN (?!.*VIRTUAL TABLE|CONSTANT|\(subquery)|AUTOMATIC/.test(detail),
      )
      .map(({ detail }) => `${detail}: ${text.replace(/\s+/g, ' ')}`),
  );
}

describe('nothing is read whole', () => {
  const works: Record<string, () => Promise<unknown>> = {
    'asking what was found in a source': async () => {
      await app.api.sources.nearDuplicates({ sourceId });
      await app.api.sources.suspicious({ sourceId });
    },
    'looking for what a text repeats, replaces and shares': async () => {
      const { db } = app.context;
      const text = 'The port is open. '.repeat(30);
      const blocks = [{ start: 0, end: text.length, boilerplateRule: null }];
      const examined = examineText(text, blocks);
      const { sketch } = examined;
      const common = { text, outlet: null, url: 'https://example.org/port' };
      findDuplicate(db, null, { ...common, textSha256: 'none' });
      findReplaced(db, { ...common, file: 'port.txt', originalSha256: 'none', sketch });
      const store = db as WriteDb;
      eraseFindings(store, 1);
      addFindings(store, 1, examined);
    },
    'opening a source': async () => {
      await app.api.sources.get({ sourceId });
      await app.api.sources.content({ sourceId });
      await app.api.highlights.ofSource({ sourceId });
    },
    'choosing a mark': async () => {
      await app.api.highlights.get({ highlightId: claimed.id });
      await app.api.attributions.of({ highlightId: claimed.id });
      await app.api.grades.history({ targetKind: 'highlight', targetId: claimed.id });
      await app.api.claims.get({ claimId: claimed.claimId! });
    },
    'making a mark': () =>
      app.api.highlights.create({
        sourceId,
        spans: [[19, 31]],
        tagIds: [tagId],
        note: 'Another note.',
        claimId: claimed.claimId!,
        attributionLike: claimed.id,
      }),
    'making a claim': () =>
      app.api.highlights.create({ sourceId, spans: [[19, 31]], claim: { statement: 'So.' } }),
    'changing a mark': () =>
      app.api.highlights.edit({
        highlightId: claimed.id,
        patch: { spans: [[0, 8]], tagIds: [], note: null, claimId: null },
      }),
    'counting the marks of a source': async () => {
      expect(await app.api.sources.counts({ sourceIds: [sourceId] })).toEqual([
        { sourceId, highlights: 1, claims: 1 },
      ]);
    },
    'removing a mark': () => app.api.highlights.remove({ highlightIds: [claimed.id] }),
    'repeating the last mark': async () => {
      for (const having of ['claim', 'attribution', 'tag'] as const) {
        expect(await app.api.highlights.last({ having })).toMatchObject({ id: claimed.id });
      }
    },
    attributing: () =>
      app.api.attributions.set({
        highlightId: claimed.id,
        links: [
          {
            actors: [{ name: 'Port ministry' }, { unnamed: 'a clerk' }],
            role: 'host',
            forms: [],
            cue: null,
            span: null,
            cueSpan: null,
            origin: { kind: 'call', title: 'Call', issuer: null, date: null, sourceId },
            inferred: true,
          },
        ],
      }),
    grading: () =>
      app.api.grades.add({
        targetKind: 'highlight',
        targetId: claimed.id,
        reliability: null,
        credibility: 2,
        reason: null,
      }),
    'undo and redo': async () => {
      await app.api.history.undo({});
      await app.api.history.redo({});
      await app.api.history.list({ limit: 50 });
    },
    searching: async () => {
      for (const place of ['text', 'claims', 'notes'] as const) {
        const query = place === 'notes' ? 'note' : 'port open';
        expect(await app.api.search.find({ query, in: place, limit: 20 })).not.toEqual([]);
      }
    },
  };
  for (const [name, work] of Object.entries(works)) {
    test(`${name}`, async () => {
      expect(await scansOf(work)).toEqual([]);
    });
  }
});

test('the list of sources reads the sources, and no other table whole', async () => {
  const scans = await scansOf(() => app.api.sources.list({}));
  expect(scans.map((scan) => scan.split(':')[0])).toEqual(['SCAN sources']);
});
