import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bratFormat } from '../../../src/main/markup/brat-format.ts';
import { importMarkup } from '../../../src/main/markup/import-markup.ts';
import { analystNamed, createTestApp, testFolder, type TestApp } from '../../support/test-app.ts';

const text =
  'Kim 🙂 said on Monday that “talks” would resume. Lee denied it.\nNobody else spoke.\n';

function markIn(app: TestApp, lines: readonly string[], name = 'talks.ann') {
  const path = join(testFolder(), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return importMarkup(app.context, { path, format: bratFormat });
}

/** The code points of some words, as brat counts them. */
function place(words: string): string {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return `${start} ${start + [...words].length}`;
}

describe('brat standoff', () => {
  test('an attribution becomes a claim with its chain, also behind an emoji', async () => {
    const app = createTestApp();
    const sourceId = await app.addText('talks.txt', text);
    const report = markIn(app, [
      `T1\tSource ${place('Kim 🙂')}\tKim 🙂`,
      `T2\tCue ${place('said on Monday')}\tsaid on Monday`,
      `T3\tContent ${place('that “talks” would resume')}\tthat “talks” would resume`,
      `T4\tAttribution ${place('said on Monday')}\tsaid on Monday`,
      'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
      '#1\tAnnotatorNotes T3\tSee the readout',
    ]);
    expect(report).toMatchObject({ placed: 1, unplaced: [], problems: [], reanchored: [] });
    const [mark, ...others] = await app.api.highlights.ofSource({ sourceId });
    expect(others).toEqual([]);
    expect(mark).toMatchObject({
      quote: 'that “talks” would resume',
      statement: 'that “talks” would resume',
      note: 'See the readout',
      attributionLinks: 1,
    });
    expect(mark?.attributionText).toContain('Kim 🙂');
    const attribution = await app.api.attributions.of({ highlightId: mark?.id as never });
    const [link] = attribution?.attribution?.links ?? [];
    expect(text.slice(...(link?.span ?? [0, 0]))).toBe('Kim 🙂');
    expect(text.slice(...(link?.cueSpan ?? [0, 0]))).toBe('said on Monday');
  });

  test('the parts of a discontinuous annotation are mentions of one claim', async () => {
    const app = createTestApp();
    const sourceId = await app.addText('talks.txt', text);
    const report = markIn(app, [
      `T1\tStatement ${place('that “talks”')};${place('would resume')}\tthat “talks” would resume`,
      `T2\tPerson ${place('Lee')}\tLee`,
      'R1\tSays Arg1:T2 Arg2:T1',
      'A1\tNegation T2',
    ]);
    expect(report).toMatchObject({ placed: 3, problems: [] });
    const marks = await app.api.highlights.ofSource({ sourceId });
    expect(marks.map(({ quote }) => quote)).toEqual(['that “talks”', 'would resume', 'Lee']);
    expect(new Set(marks.slice(0, 2).map(({ claimId }) => claimId)).size).toBe(1);
    expect(marks[0]?.statement).toBe('that “talks” … would resume');
    expect(marks[2]).toMatchObject({ claimId: null });
    expect(marks[2]?.note).toBe('Says (Arg1): Arg2 is “that “talks” would resume”\nNegation');
  });

  test('each annotator’s file finds its source, and the same file twice is the same marks', async () => {
    const app = createTestApp();
    await app.addText('talks.txt', text);
    const lines = [`T1\tPerson ${place('Lee')}\tLee`];
    expect(markIn(app, lines, 'talks_4b22.ann').placed).toBe(1);
    expect(markIn(app, lines, 'talks_4b22.ann')).toMatchObject({ placed: 0, unchanged: 1 });
    app.setAnalyst(analystNamed('Ben Okafor'));
    expect(markIn(app, lines, 'talks_ef2d.ann').placed).toBe(1);
    expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
  });

  test('offsets that count line breaks as two are told by the words', async () => {
    const app = createTestApp();
    const sourceId = await app.addText('talks.txt', text);
    const start = Array.from(text.slice(0, text.indexOf('Nobody'))).length + 1;
    expect(markIn(app, [`T1\tPerson ${start} ${start + 6}\tNobody`])).toMatchObject({ placed: 1 });
    const marks = await app.api.highlights.ofSource({ sourceId });
    expect(marks.map(({ quote }) => quote)).toEqual(['Nobody']);
  });

  test('what cannot be read is listed, and the rest comes in', async () => {
    const app = createTestApp();
    await app.addText('talks.txt', text);
    const report = markIn(app, [
      `T1\tPerson ${place('Lee')}\tLee`,
      'T2\tPerson 900 903\tLee',
      'nonsense',
      'E1\tAttribution:T9 Content:T8 Source:T7',
    ]);
    expect(report.placed).toBe(1);
    expect(report.problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(markIn(app, ['T1\tPerson 0 1\tx'], 'other.ann').problems[0]?.what).toMatch(
      /no source “other\.txt”/,
    );
  });
});

const polnear = join(import.meta.dirname, '../../../../shared/data/attribution/polnear');

test.skipIf(!existsSync(polnear))(
  'every annotation of PolNeAR comes in where it stands',
  async () => {
    const app = createTestApp();
    const folder = join(polnear, 'annotator-training');
    await app.api.sources.importPaths({ paths: [join(folder, 'text')], jobId: 'texts' });
    for (const name of readdirSync(join(folder, 'attributions'))) {
      app.setAnalyst(analystNamed(name.slice(-8, -4)));
      const path = join(folder, 'attributions', name);
      const report = importMarkup(app.context, { path, format: bratFormat });
      expect(report).toMatchObject({ problems: [], unplaced: [], reanchored: [] });
      const contents = readFileSync(path, 'utf8').match(/ Content:/g)?.length ?? 0;
      expect(report.placed).toBeGreaterThanOrEqual(contents);
    }
    expect(await app.api.project.verify({})).toMatchObject({ failures: [] });
  },
);
