import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AttestBridge } from '../../../src/preload/bridge.ts';
import { overlays } from '../../../src/renderer/app/overlays.ts';
import { workspace } from '../../../src/renderer/app/workspace.ts';
import { createMark, removeMarks } from '../../../src/renderer/highlights/mark-actions.ts';
import { marksOf, type MarksStore } from '../../../src/renderer/highlights/marks-store.ts';
import { commitNudge, moveMark, nudgeMark } from '../../../src/renderer/highlights/move-mark.ts';
import type { MarkRow } from '../../../src/shared/contract/highlights.ts';
import type { AttestEvent } from '../../../src/shared/contract/events.ts';
import type { SourceContent } from '../../../src/shared/contract/sources.ts';
import type { Call, Reply } from '../../../src/shared/contract/transport.ts';
import type { ClaimId, HighlightId, SourceId } from '../../../src/shared/domain/ids.ts';

const text = 'He said so, and she said no.';

/** The core as the window sees it: each call waits until the test answers it. */
interface Waiting {
  readonly call: Call;
  answer(reply: Reply): Promise<void>;
}
let waiting: Waiting[] = [];
const listeners = new Set<(event: AttestEvent) => void>();
const bridge: AttestBridge = {
  send: (call) =>
    new Promise((resolve) => {
      waiting.push({
        call,
        async answer(reply) {
          resolve(reply);
          await settled();
        },
      });
    }),
  onEvent(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  grantFiles: async () => [],
};
vi.stubGlobal('window', { attest: bridge });

async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

/** The oldest call of a method that was not answered yet. */
function take(method: string): Waiting {
  const index = waiting.findIndex(({ call }) => call.method === method);
  const [found] = waiting.splice(index, index < 0 ? 0 : 1);
  if (found === undefined) throw new Error(`nobody called ${method}`);
  return found;
}

const value = (given: unknown): Reply => ({ ok: true, value: given });
const failure = (code: 'disk' | 'not-found', message: string): Reply => ({
  ok: false,
  error: { code, message },
});

let sources = 0;
let sourceId: SourceId;
let content: SourceContent;
let store: MarksStore;

function row(id: string, start: number, end: number, more: Partial<MarkRow> = {}): MarkRow {
  return {
    id: id as HighlightId,
    sourceId,
    spans: [[start, end]],
    quote: text.slice(start, end),
    tagIds: [],
    note: null,
    claimId: null,
    stance: null,
    handling: null,
    analystId: 'analyst' as MarkRow['analystId'],
    createdAt: '2026-01-31T09:00:00Z',
    importedId: null,
    statement: null,
    attributionLinks: null,
    attributionText: null,
    credibility: null,
    review: null,
    reviewedBy: [],
    ...more,
  };
}

function tell(event: Partial<Extract<AttestEvent, { type: 'changed' }>>): void {
  const changed = {
    type: 'changed',
    kinds: ['highlight'],
    ids: [],
    sourceIds: [sourceId],
  } as const;
  for (const listener of listeners) listener({ ...changed, ...event });
}

const quotes = () => store.get().rows.map(({ quote }) => quote);

beforeEach(async () => {
  sources += 1;
  sourceId = `source-${sources}` as SourceId;
  content = { source: { id: sourceId }, text, blocks: [] } as unknown as SourceContent;
  waiting = [];
  workspace.set({ highlightId: null });
  overlays.set({ notices: [] });
  store = marksOf(sourceId);
  // They are asked for in the next task, after the text.
  await new Promise((resolve) => setTimeout(resolve));
  await take('ofSource').answer(value([row('a', 3, 7)]));
});

describe('a new mark', () => {
  test('is shown at once, and is no longer pending once it is saved', async () => {
    const saving = createMark(content, [[0, 2]], {});
    expect(quotes()).toEqual(['He', 'said']);
    const [shown] = store.get().rows;
    expect(store.get().pendingIds).toEqual(new Set([shown?.id]));
    expect(workspace.get().highlightId).toBe(shown?.id);
    const { call, answer } = take('create');
    expect(call.input).toMatchObject({ sourceId, highlightId: shown?.id, spans: [[0, 2]] });
    await answer(value({ ...shown, stance: 'asserts' }));
    expect((await saving)?.stance).toBe('asserts');
    expect(store.get().pendingIds).toEqual(new Set());
    expect(quotes()).toEqual(['He', 'said']);
  });

  test('is gone again, with a notice, when it cannot be saved', async () => {
    const saving = createMark(content, [[0, 2]], {});
    await take('create').answer(failure('disk', 'The disk is full.'));
    expect(await saving).toBeNull();
    expect(quotes()).toEqual(['said']);
    expect(workspace.get().highlightId).toBeNull();
    expect(overlays.get().notices.map((notice) => notice.text)).toEqual([
      'The mark was not saved and is gone again. The disk is full.',
    ]);
  });

  test('is not lost when all marks are read meanwhile', async () => {
    void createMark(content, [[0, 2]], {});
    void store.reload();
    await take('ofSource').answer(value([row('a', 3, 7)]));
    expect(quotes()).toEqual(['He', 'said']);
  });
});

describe('a mark that is there', () => {
  test('is shown where it was when it cannot be moved', async () => {
    const moving = moveMark(content, row('a', 3, 7), [[3, 10]]);
    expect(quotes()).toEqual(['said so']);
    await take('edit').answer(failure('disk', 'The disk is full.'));
    await moving;
    expect(quotes()).toEqual(['said']);
    expect(overlays.get().notices).toHaveLength(1);
  });

  test('moved twice in a row shows the second place throughout', async () => {
    const first = moveMark(content, row('a', 3, 7), [[3, 10]]);
    const second = moveMark(content, row('a', 3, 10), [[3, 11]]);
    await take('edit').answer(value(row('a', 3, 10)));
    await first;
    expect(quotes()).toEqual(['said so,']);
    await take('edit').answer(value(row('a', 3, 11)));
    await second;
    expect(quotes()).toEqual(['said so,']);
    expect(store.get().pendingIds).toEqual(new Set());
  });

  test('moved step by step is shown at once and saved as one change', async () => {
    nudgeMark(content, row('a', 3, 7), [[3, 8]]);
    nudgeMark(content, row('a', 3, 8), [[3, 10]]);
    expect(quotes()).toEqual(['said so']);
    expect(store.get().pendingIds).toEqual(new Set(['a']));
    expect(waiting).toEqual([]);
    const saving = commitNudge();
    const call = take('edit');
    expect(call.call.input).toEqual({ highlightId: 'a', patch: { spans: [[3, 10]] } });
    await call.answer(value(row('a', 3, 10)));
    await saving;
    expect(store.get().pendingIds).toEqual(new Set());
    expect(waiting).toEqual([]);
  });

  test('moved step by step and not saved is where it was before the first step', async () => {
    nudgeMark(content, row('a', 3, 7), [[3, 8]]);
    nudgeMark(content, row('a', 3, 8), [[3, 10]]);
    const saving = commitNudge();
    await take('edit').answer(failure('disk', 'The disk is full.'));
    await saving;
    expect(quotes()).toEqual(['said']);
    expect(store.get().pendingIds).toEqual(new Set());
  });

  test('moved there and back is no change', async () => {
    nudgeMark(content, row('a', 3, 7), [[3, 8]]);
    nudgeMark(content, row('a', 3, 8), [[3, 7]]);
    await commitNudge();
    expect(waiting).toEqual([]);
    expect(quotes()).toEqual(['said']);
    expect(store.get().pendingIds).toEqual(new Set());
  });

  test('comes back when it cannot be removed', async () => {
    const removing = removeMarks([row('a', 3, 7)]);
    expect(quotes()).toEqual([]);
    await take('remove').answer(failure('disk', 'The disk is full.'));
    expect(await removing).toBe(false);
    expect(quotes()).toEqual(['said']);
  });
});

describe('what the core tells', () => {
  test('one mark is asked for, not all of them', async () => {
    tell({ ids: ['b'] });
    await take('get').answer(value(row('b', 0, 2)));
    expect(waiting).toEqual([]);
    expect(quotes()).toEqual(['He', 'said']);
  });

  test('a mark that is not there any more goes', async () => {
    tell({ ids: ['a'] });
    await take('get').answer(failure('not-found', 'That mark is not in this project any more.'));
    expect(quotes()).toEqual([]);
  });

  test('the mentions of a claim that changed are asked for', async () => {
    tell({ ids: ['b'] });
    const claimId = 'claim' as ClaimId;
    await take('get').answer(value(row('b', 0, 2, { claimId, statement: 'Old' })));
    tell({ kinds: ['claim'], ids: [claimId], sourceIds: [] });
    const { call, answer } = take('get');
    expect(call.input).toEqual({ highlightId: 'b' });
    await answer(value(row('b', 0, 2, { claimId, statement: 'New' })));
    expect(store.get().rows[0]?.statement).toBe('New');
  });

  test('an attribution names no mark, so all of them are read, once for many events', async () => {
    tell({ kinds: ['attribution'], ids: ['x'] });
    tell({ kinds: ['attribution'], ids: ['y'] });
    tell({ kinds: ['attribution'], ids: ['z'] });
    await take('ofSource').answer(value([row('a', 3, 7)]));
    await take('ofSource').answer(value([row('a', 3, 7, { attributionText: 'Sung Kim' })]));
    expect(waiting).toEqual([]);
    expect(store.get().rows[0]?.attributionText).toBe('Sung Kim');
  });

  test('other sources are of no interest', () => {
    tell({ ids: ['b'], sourceIds: ['elsewhere'] });
    tell({ kinds: ['summary'], ids: ['s'], sourceIds: [] });
    expect(waiting).toEqual([]);
  });
});
