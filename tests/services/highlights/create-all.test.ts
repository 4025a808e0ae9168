import { expect, test } from 'vitest';
import { createTestApp } from '../../support/test-app.ts';

test('many highlights are one change, and a second time there are none left to make', async () => {
  const app = await createTestApp();
  const text = 'one two one two 👍one';
  const { sourceId } = await app.api.sources.importPasted({
    text,
    html: null,
    metadata: { title: 'Ones' },
    jobId: 'ones',
  });
  if (sourceId === null) throw new Error('The source did not come in.');
  const spans: [number, number][] = [
    [0, 3],
    [8, 11],
    [18, 21],
  ];
  const { api } = app;
  expect(await api.highlights.createAll({ sourceId, spans })).toEqual({ created: 3, there: 0 });
  expect(await api.highlights.createAll({ sourceId, spans })).toEqual({ created: 0, there: 3 });
  const marks = await api.highlights.ofSource({ sourceId });
  expect(marks.map(({ quote, claimId }) => [quote, claimId])).toEqual([
    ['one', null],
    ['one', null],
    ['one', null],
  ]);
  await expect(
    api.highlights.createAll({
      sourceId,
      spans: [
        [4, 7],
        [17, 21],
      ],
    }),
  ).rejects.toThrow(/Nothing was changed/);
  expect(await api.highlights.ofSource({ sourceId })).toHaveLength(3);
  expect((await api.history.undo({})).label).toBe('3 highlights in “Ones”');
  expect(await api.highlights.ofSource({ sourceId })).toEqual([]);
});
