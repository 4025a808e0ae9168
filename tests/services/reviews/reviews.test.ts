import { beforeEach, describe, expect, test } from 'vitest';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { SourceId } from '../../../src/shared/domain/ids.ts';
import { analystNamed, createTestApp, type TestApp } from '../../support/test-app.ts';

const ana = analystNamed('Ana Silva');
const ben = analystNamed('Ben Okafor');
const text = 'The port 😀 is open.\n\nThe minister said so on Monday.';

let app: TestApp;
let sourceId: SourceId;
let mark: MarkRow;

beforeEach(async () => {
  app = createTestApp({ analyst: ana });
  sourceId = await app.addText('port.txt', text);
  await app.api.tags.create({ path: 'ports' });
  mark = await app.api.highlights.create({
    sourceId,
    spans: [[0, 8]],
    note: 'A port.',
    claim: { statement: 'The port is open.' },
  });
  app.setAnalyst(ben);
});

const onMark = () => ({ targetKind: 'highlight', targetId: mark.id }) as const;

async function rejected(reason = 'Too short.') {
  return app.api.reviews.give({ ...onMark(), verdict: 'rejected', reason });
}

describe('a verdict', () => {
  test('is given on another’s work, and a rejection needs a reason', async () => {
    await expect(
      app.api.reviews.give({ ...onMark(), verdict: 'rejected', reason: '  ' }),
    ).rejects.toThrow('A rejection needs a reason');
    await expect(app.api.reviews.give({ ...onMark(), verdict: 'nothing-to-mark' })).rejects.toThrow(
      'said of a source',
    );
    await expect(app.api.reviews.give({ ...onMark(), verdict: 'change-proposed' })).rejects.toThrow(
      'needs the values',
    );
    const own = await app.api.highlights.create({ sourceId, spans: [[21, 33]] });
    await expect(
      app.api.reviews.give({ targetKind: 'highlight', targetId: own.id, verdict: 'accepted' }),
    ).rejects.toThrow('This is your own work');
    expect(await app.api.reviews.list({})).toEqual([]);
  });

  test('the latest of each analyst counts, all are kept, and undo takes the last one back', async () => {
    await rejected();
    await app.api.reviews.give({ ...onMark(), verdict: 'accepted' });
    const kinds = async () =>
      (await app.api.reviews.of(onMark())).verdicts.map((one) => [one.verdict, one.counts]);
    expect(await kinds()).toEqual([
      ['accepted', true],
      ['rejected', false],
    ]);
    expect((await app.api.highlights.get({ highlightId: mark.id })).review).toBe('accepted');
    await app.api.history.undo({});
    expect(await kinds()).toEqual([['rejected', true]]);
    expect(await app.api.highlights.get({ highlightId: mark.id })).toMatchObject({
      review: 'rejected',
      reviewedBy: [ben.id],
    });
    expect((await app.api.highlights.ofSource({ sourceId })).map(({ id }) => id)).toEqual([
      mark.id,
    ]);
  });

  test('a proposal must fit what it is for', async () => {
    const propose = (proposal: Record<string, unknown>) =>
      app.api.reviews.give({ ...onMark(), verdict: 'change-proposed', proposal });
    await expect(propose({})).rejects.toThrow('says nothing');
    await expect(propose({ statement: 'x' })).rejects.toThrow('says nothing');
    // The second half of the emoji.
    await expect(propose({ spans: [[10, 12]] })).rejects.toThrow('The proposed span');
    await expect(
      app.api.reviews.give({
        targetKind: 'source',
        targetId: sourceId,
        verdict: 'change-proposed',
        proposal: { title: 'x' },
      }),
    ).rejects.toThrow('write a comment');
  });
});

describe('the author', () => {
  test('takes a proposed change over as one step of their own', async () => {
    const { id: verdictId } = await app.api.reviews.give({
      ...onMark(),
      verdict: 'change-proposed',
      reason: 'The whole sentence.',
      proposal: { spans: [[0, 20]], tags: ['ports/open'], note: null },
    });
    await expect(app.api.reviews.takeOver({ verdictId })).rejects.toThrow('Only the author');
    app.setAnalyst(ana);
    await app.api.reviews.takeOver({ verdictId });
    const after = await app.api.highlights.get({ highlightId: mark.id });
    expect(after).toMatchObject({ spans: [[0, 20]], quote: text.slice(0, 20), note: null });
    expect(after.analystId).toBe(ana.id);
    expect(after.tagIds).toHaveLength(1);
    const { verdicts, comments } = await app.api.reviews.of(onMark());
    expect(verdicts).toMatchObject([{ verdict: 'change-proposed', answer: 'taken-over' }]);
    expect(comments).toMatchObject([{ text: 'Taken over.', analyst: 'Ana Silva' }]);
    await app.api.history.undo({});
    expect(await app.api.highlights.get({ highlightId: mark.id })).toMatchObject({
      spans: [[0, 8]],
      note: 'A port.',
      tagIds: [],
    });
  });

  test('takes a rejection over: the mark goes with what was said of it, and comes back with undo', async () => {
    const verdict = await rejected();
    await app.api.reviews.comment({ ...onMark(), text: 'Why so short?' });
    app.setAnalyst(ana);
    await app.api.reviews.takeOver({ verdictId: verdict.id });
    expect(await app.api.highlights.ofSource({ sourceId })).toEqual([]);
    expect(await app.api.reviews.list({})).toEqual([]);
    await app.api.history.undo({});
    expect(await app.api.reviews.of(onMark())).toMatchObject({
      verdicts: [{ id: verdict.id }],
      comments: [{ text: 'Why so short?' }],
    });
    expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
  });

  test('keeps the work with an answer, and a replaced verdict is answered no more', async () => {
    const first = await rejected();
    const second = await rejected('Still too short.');
    app.setAnalyst(ana);
    await expect(app.api.reviews.keep({ verdictId: first.id, text: 'No.' })).rejects.toThrow(
      'another verdict since',
    );
    await app.api.reviews.keep({ verdictId: second.id, text: 'It is all that is said.' });
    expect(await app.api.reviews.waiting({ limit: 10 })).toMatchObject({
      counts: { verdict: 0 },
    });
    app.setAnalyst(ben);
    expect(await app.api.reviews.waiting({ limit: 10 })).toMatchObject({
      counts: { comment: 1, mark: 0 },
      items: [{ kind: 'comment', text: 'It is all that is said.', analyst: 'Ana Silva' }],
    });
  });

  test.each([
    ['claim', { statement: 'The harbour is open.' }],
    ['attribution', { links: [{ actors: [{ name: 'Port ministry' }], cue: 'said' }] }],
    ['grade', { credibility: 2 }],
  ] as const)('takes a change of a %s over', async (targetKind, proposal) => {
    app.setAnalyst(ana);
    const attribution = await app.api.attributions.set({ highlightId: mark.id, links: [] });
    const grade = await app.api.grades.add({
      targetKind: 'highlight',
      targetId: mark.id,
      reliability: null,
      credibility: 4,
      reason: null,
    });
    app.setAnalyst(ben);
    const ids = {
      claim: mark.claimId!,
      attribution: attribution!.attribution.id,
      grade: grade.id,
    };
    const verdict = await app.api.reviews.give({
      targetKind,
      targetId: ids[targetKind],
      verdict: 'change-proposed',
      proposal,
    });
    app.setAnalyst(ana);
    await app.api.reviews.takeOver({ verdictId: verdict.id });
    const after = await app.api.highlights.get({ highlightId: mark.id });
    expect(
      {
        claim: after.statement,
        attribution: after.attributionText,
        grade: after.credibility,
      }[targetKind],
    ).toEqual(
      {
        claim: 'The harbour is open.',
        attribution: expect.stringContaining('Port ministry'),
        grade: 2,
      }[targetKind],
    );
    // What hangs on an attribution or a grade goes with its mark.
    await app.api.highlights.remove({ highlightIds: [mark.id] });
    expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
  });
});

describe('a comment', () => {
  test('answers another one, points to words, and is changed by its author alone', async () => {
    const first = await app.api.reviews.comment({
      ...onMark(),
      text: 'Which port?',
      place: { sourceId, spans: [[4, 8]] },
    });
    app.setAnalyst(ana);
    await app.api.reviews.comment({ ...onMark(), text: 'The only one.', parentId: first.id });
    await expect(app.api.reviews.editComment({ commentId: first.id, text: 'x' })).rejects.toThrow(
      'by the one who wrote it',
    );
    await expect(
      app.api.reviews.comment({
        ...onMark(),
        text: 'x',
        place: { sourceId, spans: [[0, 5_000]] },
      }),
    ).rejects.toThrow('words that are not there');
    app.setAnalyst(ben);
    await app.api.reviews.removeComment({ commentId: first.id });
    const { comments } = await app.api.reviews.of(onMark());
    expect(comments).toMatchObject([
      { text: '', spans: [[4, 8]], analyst: 'Ben Okafor' },
      { text: 'The only one.', parentId: first.id },
    ]);
    await app.api.history.undo({});
    expect((await app.api.reviews.of(onMark())).comments[0]).toMatchObject({
      text: 'Which port?',
      quote: text.slice(4, 8),
    });
  });

  test('is noted without a word: it waits for nobody any more, but a verdict still asks for its answer', async () => {
    await rejected();
    await app.api.reviews.comment({ ...onMark(), text: 'See the second line.' });
    app.setAnalyst(ana);
    const counts = async () => (await app.api.reviews.waiting({ limit: 10 })).counts;
    expect(await counts()).toMatchObject({ comment: 1, verdict: 1 });
    await app.api.reviews.note(onMark());
    expect(await counts()).toMatchObject({ comment: 0, verdict: 1 });
    app.setAnalyst(ben);
    expect(await counts()).toMatchObject({ comment: 0 });
    app.setAnalyst(ana);
    await app.api.history.undo({});
    expect(await counts()).toMatchObject({ comment: 1, verdict: 1 });
    expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
  });
});

test('what waits is narrowed to a source or to a colleague, and listed as far as was asked', async () => {
  const other = await app.addText('pier.txt', 'The pier is shut. The pier is open.');
  app.setAnalyst(ana);
  for (const spans of [[[0, 8]], [[18, 26]]] as const) {
    await app.api.highlights.create({ sourceId: other, spans: [...spans] });
  }
  app.setAnalyst(ben);
  const waiting = async (filter: object) => {
    const { items, counts } = await app.api.reviews.waiting({ limit: 10, ...filter });
    return [counts.mark, items.map(({ sourceTitle, label }) => `${sourceTitle}: ${label}`)];
  };
  const both = ['pier.txt: The pier', 'pier.txt: The pier'];
  expect(await waiting({})).toEqual([3, ['port.txt: The port', ...both]]);
  expect(await waiting({ sourceId: other })).toEqual([2, both]);
  expect(await waiting({ sourceId: other, limit: 1 })).toEqual([2, both.slice(1)]);
  expect(await waiting({ analystId: ana.id })).toEqual([3, ['port.txt: The port', ...both]]);
  expect(await waiting({ analystId: ben.id })).toEqual([0, []]);
});

test('what waits and how far everybody is', async () => {
  expect(await app.api.reviews.waiting({ limit: 10 })).toMatchObject({
    items: [{ kind: 'mark', label: 'The port', analyst: 'Ana Silva', sourceTitle: 'port.txt' }],
    counts: { mark: 1, verdict: 0, comment: 0 },
  });
  expect(await app.api.reviews.progress({})).toMatchObject({ sourcesDone: 0, marksOpen: 1 });
  await rejected();
  expect(await app.api.reviews.progress({})).toMatchObject({ sourcesDone: 1, marksOpen: 0 });
  app.setAnalyst(ana);
  expect(await app.api.reviews.waiting({ limit: 10 })).toMatchObject({
    items: [{ kind: 'verdict', verdict: 'rejected', text: 'Too short.', analyst: 'Ben Okafor' }],
  });
  await app.api.reviews.give({
    targetKind: 'source',
    targetId: sourceId,
    verdict: 'nothing-to-mark',
  });
  expect((await app.api.reviews.progress({})).rows).toContainEqual(
    expect.objectContaining({ analyst: 'Ana Silva', nothingToMark: true, done: true, own: 1 }),
  );
});
