import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Query } from '../../src/main/database/sql.ts';
import type { ReadDb, WriteDb } from '../../src/main/database/types.ts';
import type { MarkRow } from '../../src/shared/contract/highlights.ts';
import type { SourceId, TagId } from '../../src/shared/domain/ids.ts';
import { findDuplicate } from '../../src/main/sources/find-duplicate.ts';
import { findReplaced } from '../../src/main/sources/find-replaced.ts';
import { addFindings, eraseFindings } from '../../src/main/sources/findings-store.ts';
import { examineText } from '../../src/shared/domain/sources/examine-text.ts';
import {
  analystNamed,
  createTestApp,
  testFolder,
  testTime,
  type TestApp,
} from '../support/test-app.ts';

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
async function statementsOf(
  work: () => Promise<unknown>,
  database: ReadDb,
): Promise<readonly Query[]> {
  const db = database as { -readonly [Name in keyof WriteDb]: WriteDb[Name] };
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
async function scansOf(
  work: () => Promise<unknown>,
  db: ReadDb = app.context.db,
): Promise<readonly string[]> {
  const statements = await statementsOf(work, db);
  expect(statements).not.toEqual([]);
  return statements.flatMap(({ text, values }) =>
    db
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

describe('a review reads no table whole that grows with the marks', () => {
  /** A colleague's mark, with a verdict and a comment on one's own. */
  async function reviewed() {
    const ben = analystNamed('Ben Okafor');
    app.setAnalyst(ben);
    const mark = await app.api.highlights.create({ sourceId, spans: [[4, 17]] });
    const target = { targetKind: 'highlight', targetId: claimed.id } as const;
    await app.api.reviews.give({ ...target, verdict: 'rejected', reason: 'Too long' });
    const comment = await app.api.reviews.comment({ ...target, text: 'Why so long?' });
    return { ben, mark, target, comment };
  }

  test('giving a verdict, talking, and taking a comment back', async () => {
    const { target, comment } = await reviewed();
    const scans = await scansOf(async () => {
      await app.api.reviews.of(target);
      await app.api.reviews.give({ ...target, verdict: 'accepted' });
      await app.api.reviews.comment({ ...target, text: 'Well.', parentId: comment.id });
      await app.api.reviews.editComment({ commentId: comment.id, text: 'Why?' });
      await app.api.reviews.removeComment({ commentId: comment.id });
    });
    expect(largeOf(scans)).toEqual([]);
  });

  test('what waits reads the sources, the verdicts that want an answer, and the comments', async () => {
    await reviewed();
    app.setAnalyst(analystNamed('Ana Silva'));
    const scans = await scansOf(() => app.api.reviews.waiting({ limit: 50 }));
    expect(new Set(largeOf(scans))).toEqual(new Set(['sources', 'main.verdicts', 'comments']));
    // Of the verdicts those alone that ask for something, by an index that holds no others.
    expect(scans.filter((scan) => scan.includes('SCAN main.verdicts'))).toEqual([
      expect.stringContaining('USING INDEX verdicts_to_answer'),
    ]);
  });

  test('handing in, and settling what two disagree in', async () => {
    const { ben, mark } = await reviewed();
    const analystIds = [analystNamed('Ana Silva').id, ben.id] as const;
    await app.api.reviews.assign({ sourceIds: [sourceId], analystIds: [...analystIds] });
    const scans = await scansOf(async () => {
      await app.api.reviews.handIn({ sourceId });
      app.setAnalyst(analystNamed('Ana Silva'));
      await app.api.reviews.handIn({ sourceId });
      await app.api.adjudications.walk({ analystIds: [...analystIds] });
      await app.api.adjudications.settle({ a: claimed.id, b: mark.id, settlement: 'both' });
    });
    expect(largeOf(scans)).toEqual([]);
  });

  test('rehearsing and taking a merge, again and after an undo', async () => {
    const other = createTestApp({ ...testTime('other'), analyst: analystNamed('Cleo Marsh') });
    const its = await other.addText(
      'same.txt',
      'The port is open.\n\nThe minister said so on Monday.',
    );
    const tag = await other.api.tags.create({ path: 'ports/open' });
    const mark = await other.api.highlights.create({
      sourceId: its,
      spans: [[4, 17]],
      tagIds: [tag.id],
      claim: { statement: 'Open' },
    });
    const target = { targetKind: 'highlight', targetId: mark.id } as const;
    await other.api.reviews.comment({ ...target, text: 'Is it?' });
    const path = join(testFolder(), 'parcel.attest-parcel');
    await other.api.merges.pack({ path });
    const scans = await scansOf(async () => {
      await app.api.merges.rehearse({ path });
      await app.api.merges.take({ path });
      await app.api.merges.take({ path });
      await app.api.history.undo({});
      await app.api.merges.take({ path, otherwise: 'none' });
      await app.api.merges.take({ path });
    });
    expect(largeOf(scans)).toEqual([]);
  });
});

/** Tables with a row for each person, tag, merge or assignment: they are read whole. */
const small = /^(analysts|tags|assignments|hand_ins|merges|joined_tags|project)$/;

/** The tables that are read whole, those left aside that stay small. */
function largeOf(scans: readonly string[]): string[] {
  return scans.flatMap((scan) => {
    // The plan names what a foreign key would look through if one were broken; nobody refers to what is new.
    if (/: INSERT INTO (analysts|merges|comments) /.test(scan)) return [];
    const table = /^SCAN (\S+?):?( |$)/.exec(scan)?.[1] ?? scan;
    return small.test(table) ? [] : [table];
  });
}

test('the list of sources reads the sources, and no other table whole', async () => {
  const scans = await scansOf(() => app.api.sources.list({}));
  expect(scans.map((scan) => scan.split(':')[0])).toEqual(['SCAN sources']);
});

describe('while a source is blind, nothing is read whole but who may not see what', () => {
  const works: Record<string, () => Promise<unknown>> = {
    'opening a source': async () => {
      expect(await app.api.highlights.ofSource({ sourceId })).toHaveLength(1);
      await app.api.sources.counts({ sourceIds: [sourceId] });
    },
    'choosing a mark': async () => {
      await app.api.highlights.get({ highlightId: claimed.id });
      await app.api.attributions.of({ highlightId: claimed.id });
      await app.api.grades.history({ targetKind: 'highlight', targetId: claimed.id });
      await app.api.claims.get({ claimId: claimed.claimId! });
    },
    'looking at the activity': () => app.api.history.list({ limit: 50 }),
    searching: async () => {
      for (const place of ['text', 'claims', 'notes'] as const) {
        await app.api.search.find({ query: 'port open', in: place, limit: 20 });
      }
    },
  };
  for (const [name, work] of Object.entries(works)) {
    test(`${name}`, async () => {
      const other = analystNamed('Ben Okafor');
      app.context.changes.record('Known', (draft) => draft.knowAnalyst(other));
      const analystIds = [app.context.analyst().id, other.id];
      await app.api.reviews.assign({ sourceIds: [sourceId], analystIds });
      const seen = app.context.seen();
      expect(seen).not.toBe(app.context.db);
      const scans = await scansOf(work, seen);
      // The tags below one, and those that a merge joined, are few; they are asked of tags of other markers alone.
      const few = /^SCAN (?:temp\.sight_|sight_|marker|below|main\.joined_tags)/;
      expect(scans.filter((scan) => !few.test(scan))).toEqual([]);
    });
  }
});
