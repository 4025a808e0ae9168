import fc from 'fast-check';
import { expect } from 'vitest';
import type { HighlightId, SourceId, TagId } from '../../src/shared/domain/ids.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const text =
  'Nobody knows 😀 who said it first. قال متحدث باسم الوزارة. 外交部发言人说。 Some say e\u0301tude, others do not.\n\nThe end.';

/** What the project should hold, kept in the plainest way. */
interface Model {
  readonly marks: ReadonlyMap<
    HighlightId,
    { readonly spans: string; readonly tags: readonly TagId[] }
  >;
  readonly tags: ReadonlySet<TagId>;
}

type Step =
  | { readonly do: 'mark'; readonly a: number; readonly b: number }
  | {
      readonly do: 'tag' | 'move' | 'remove' | 'newTag' | 'dropTag';
      readonly a: number;
      readonly b: number;
    }
  | { readonly do: 'undo' | 'redo' | 'reopen' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom(
        'mark' as const,
        'tag' as const,
        'move' as const,
        'remove' as const,
        'newTag' as const,
        'dropTag' as const,
      ),
      a: fc.nat(),
      b: fc.nat(),
    }),
    fc.record({ do: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) }),
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  ),
  { minLength: 5, maxLength: 25 },
);

function place(a: number, b: number): readonly [number, number] {
  const characters = [...text];
  const first = a % characters.length;
  const last = first + 1 + (b % (characters.length - first));
  const start = characters.slice(0, first).join('').length;
  return [start, start + characters.slice(first, last).join('').length];
}

function pick<T>(from: Iterable<T>, number: number): T | undefined {
  const all = [...from];
  return all[number % Math.max(1, all.length)];
}

async function present(app: TestApp, sourceId: SourceId): Promise<Model> {
  const marks = await app.api.highlights.ofSource({ sourceId });
  return {
    marks: new Map(
      marks.map((mark) => [mark.id, { spans: JSON.stringify(mark.spans), tags: [...mark.tagIds] }]),
    ),
    tags: new Set((await app.api.tags.tree({})).map(({ id }) => id)),
  };
}

/** What a step makes of the model; undefined where it changes nothing. */
async function edit(
  app: TestApp,
  sourceId: SourceId,
  model: Model,
  step: Step,
): Promise<Model | undefined> {
  if (!('a' in step)) return undefined;
  const id = pick(model.marks.keys(), step.a);
  const mark = id === undefined ? undefined : model.marks.get(id);
  const tagId = pick(model.tags, step.b);
  const marks = new Map(model.marks);
  switch (step.do) {
    case 'mark': {
      const span = place(step.a, step.b);
      const made = await app.api.highlights.create({ sourceId, spans: [span] });
      marks.set(made.id, { spans: JSON.stringify([span]), tags: [] });
      return { ...model, marks };
    }
    case 'newTag': {
      const tag = await app.api.tags.create({ path: `tag ${step.a}` });
      return model.tags.has(tag.id)
        ? undefined
        : { ...model, tags: new Set([...model.tags, tag.id]) };
    }
    case 'dropTag': {
      if (tagId === undefined) return undefined;
      await app.api.tags.remove({ tagId });
      for (const [other, value] of marks) {
        marks.set(other, { ...value, tags: value.tags.filter((tag) => tag !== tagId) });
      }
      return { marks, tags: new Set([...model.tags].filter((tag) => tag !== tagId)) };
    }
    case 'tag': {
      if (
        id === undefined ||
        mark === undefined ||
        tagId === undefined ||
        mark.tags.includes(tagId)
      )
        return undefined;
      const tags = [...mark.tags, tagId];
      await app.api.highlights.edit({ highlightId: id, patch: { tagIds: tags } });
      return { ...model, marks: marks.set(id, { ...mark, tags }) };
    }
    case 'move': {
      if (id === undefined || mark === undefined) return undefined;
      const spans = JSON.stringify([place(step.b, step.a)]);
      await app.api.highlights.edit({ highlightId: id, patch: { spans: JSON.parse(spans) } });
      return spans === mark.spans
        ? undefined
        : { ...model, marks: marks.set(id, { ...mark, spans }) };
    }
    case 'remove': {
      if (id === undefined) return undefined;
      await app.api.highlights.remove({ highlightIds: [id] });
      marks.delete(id);
      return { ...model, marks };
    }
  }
}

/** Plays random sessions of marking, tagging, undo, redo and restarts against a list of states; after every step both must agree. */
export async function checkSessions(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(steps, async (session) => {
      let app = createTestApp();
      const sourceId = await app.addText('one.txt', text);
      const states: Model[] = [await present(app, sourceId)];
      let at = 0;
      for (const step of session) {
        const model = states[at]!;
        if (step.do === 'undo' || step.do === 'redo') {
          const next = step.do === 'undo' ? at - 1 : at + 1;
          if (states[next] === undefined) continue;
          expect((await app.api.history[step.do]({})).label).not.toBeNull();
          at = next;
        } else if (step.do === 'reopen') {
          app = await app.reopen();
        } else {
          const next = await edit(app, sourceId, model, step);
          if (next !== undefined) {
            states.splice(at + 1, states.length, next);
            at += 1;
          }
        }
        expect(await present(app, sourceId)).toEqual(states[at]);
      }
      expect(await app.api.project.verify({})).toMatchObject({ ok: true, failures: [] });
      await app.close();
    }),
    { numRuns: runs, seed: 20_261_122 },
  );
}
