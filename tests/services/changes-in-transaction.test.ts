import { expect, test } from 'vitest';
import type { WriteDb } from '../../src/main/database/types.ts';
import type { AttestEvent } from '../../src/shared/contract/events.ts';
import type { TagId } from '../../src/shared/domain/ids.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

function addTag({ context }: TestApp, name: string): void {
  context.changes.record(`Tag ${name}`, (draft) => {
    const id = context.newId() as TagId;
    draft.add('tag', { id, parentId: null, name, colour: 0, key: null, description: null });
  });
}

/** The changes of tags, as they are told; that an analyst is made known by the first of them is told besides. */
function heard(app: TestApp): AttestEvent['type'][] {
  const events: AttestEvent['type'][] = [];
  app.subscribe((event) => {
    if (event.type === 'changed' && event.kinds.includes('tag')) events.push(event.type);
  });
  return events;
}

test('a change within a transaction is told of when that transaction is on disk', async () => {
  const app = createTestApp();
  const events = heard(app);
  (app.context.db as WriteDb).transaction(() => {
    addTag(app, 'ports');
    addTag(app, 'ships');
    expect(events).toEqual([]);
  });
  expect(events).toEqual(['changed', 'changed']);
  expect(await app.api.tags.tree({})).toHaveLength(2);
  addTag(app, 'cranes');
  expect(events).toHaveLength(3);
});

test('nobody hears of a change that was rolled back with its transaction', async () => {
  const app = createTestApp();
  const events = heard(app);
  const db = app.context.db as WriteDb;
  const failing = (): void =>
    db.transaction(() => {
      addTag(app, 'ports');
      throw new Error('no room');
    });
  expect(failing).toThrow('no room');
  addTag(app, 'ships');
  expect(events).toEqual(['changed']);
  expect((await app.api.tags.tree({})).map(({ path }) => path)).toEqual(['ships']);
});
