import { expect, test } from 'vitest';
import { createTestApp } from '../support/test-app.ts';

test('what was graded of an actor is graded of the one that it was joined with, and an undo gives it back', async () => {
  const { api } = createTestApp();
  const actor = { kind: 'person' as const, role: null, aliases: [], note: null };
  const from = await api.actors.create({ ...actor, name: 'Port ministry' });
  const into = await api.actors.create({ ...actor, name: 'Ministry of ports' });
  const grade = await api.grades.add({
    targetKind: 'actor',
    targetId: from.id,
    reliability: 'B',
    credibility: null,
    reason: 'Mostly right',
  });
  await api.actors.join({ fromActorId: from.id, intoActorId: into.id });
  const gradesOf = (targetId: string) => api.grades.history({ targetKind: 'actor', targetId });
  expect(await gradesOf(into.id)).toMatchObject([{ id: grade.id, reliability: 'B' }]);
  expect(await gradesOf(from.id)).toEqual([]);
  await api.history.undo({});
  expect(await gradesOf(from.id)).toEqual([grade]);
  expect(await gradesOf(into.id)).toEqual([]);
});
