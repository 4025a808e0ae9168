import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from '../../support/test-app.ts';
import { arbitraryLines, arbitraryMarks, texts } from './arbitrary-markup.ts';
import { exported, markLines, marksOf, openCopy, type Template } from './exchange-app.ts';

/** A project with the sources, brought in in one order or the other, and nothing else. */
async function template(order: 1 | -1): Promise<Template> {
  const app = createTestApp();
  const files = Object.entries(texts);
  for (const [file, text] of order === 1 ? files : files.toReversed())
    await app.addText(file, text);
  await app.close();
  return { path: app.path };
}

/** What JSON keeps of a value: nothing of what is undefined. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test('marks that come in go out equal in every field', async () => {
  const sources = await template(1);
  await fc.assert(
    fc.asyncProperty(arbitraryMarks, async (marks) => {
      const app = openCopy(sources);
      try {
        const report = await markLines(app, marks);
        expect(report.problems).toEqual([]);
        expect(report.placed).toBe(marks.length);
        const out = marksOf(await exported(app));
        const byId = new Map(out.map((mark) => [mark['id'], mark]));
        const given = asJson(marks) as Record<string, unknown>[];
        expect(given.map((mark) => byId.get(mark['id']))).toEqual(given);
        expect((await markLines(app, marks)).unchanged).toBe(marks.length);
        expect((await app.api.project.verify({})).failures).toEqual([]);
      } finally {
        await app.close();
      }
    }),
    { numRuns: 25 },
  );
});

test('an export comes into a fresh project and goes out again byte for byte', async () => {
  const [sources, elsewhere] = [await template(1), await template(-1)];
  await fc.assert(
    fc.asyncProperty(arbitraryMarks, arbitraryLines, async (marks, lines) => {
      const [app, fresh] = [openCopy(sources), openCopy(elsewhere, 'fresh')];
      try {
        // Their order in a file decides nothing.
        const report = await markLines(app, [...marks, ...lines]);
        expect(report.problems).toEqual([]);
        const first = await exported(app);
        const back = await markLines(fresh, first.trimEnd().split('\n'));
        expect(back.problems).toEqual([]);
        expect(await exported(fresh)).toBe(first);
        const again = await markLines(fresh, first.trimEnd().split('\n'));
        expect([again.unchanged, again.others.added, again.others.changed]).toEqual([
          marks.length,
          0,
          0,
        ]);
        expect(
          (await fresh.api.history.list({ limit: 100 })).filter((c) => c.label.startsWith('Markup'))
            .length,
        ).toBe(1);
      } finally {
        await app.close();
        await fresh.close();
      }
    }),
    { numRuns: 25 },
  );
});
