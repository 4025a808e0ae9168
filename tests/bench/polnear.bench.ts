import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v5, v7 } from 'uuid';
import { createProjectFile, openApp, type App } from '../../src/main/app.ts';
import {
  addToCoincidences,
  alphaOfCoincidences,
  nominalDifference,
} from '../../src/shared/domain/agreement/coefficients.ts';
import { measureText, measureTitle } from '../../src/shared/domain/agreement/measure-words.ts';
import type { Measure } from '../../src/shared/domain/agreement/measure.ts';
import type { AnalystId, SourceId } from '../../src/shared/domain/ids.ts';
import type { BenchRow } from './bench-project.ts';

const data = join(
  import.meta.dirname,
  '../../../shared/data/attribution/polnear/annotator-training',
);

/** What PolNeAR's authors report for their agreement texts (README of the corpus, version 1.0.0). */
const published = { tokenAlpha: '0.754', agr: '0.923' };

/** A project of one annotator, with the four articles. */
async function openProject(folder: string, name: string): Promise<App> {
  const options = {
    migrationsDirectory: join(import.meta.dirname, '../../migrations'),
    clock: Date.now,
    newId: () => v7(),
  };
  const path = join(folder, `${name}.attest`);
  createProjectFile({ path, name, ...options });
  const app = openApp({
    ...options,
    projectPath: path,
    mode: 'write',
    analyst: { id: v5(name, v5.URL) as AnalystId, name, initials: name.slice(0, 2), colour: 0 },
    importWorker: { script: join(import.meta.dirname, '../../out/main/import-worker.js') },
    report: (error) => console.error(error),
  });
  await app.api.sources.importPaths({ paths: [join(data, 'text')], jobId: name });
  return app;
}

const labels = ['none', 'source', 'cue', 'content'];

/** Krippendorff's α over tokens (words by Unicode's rules), each with what an annotator made it: source, cue, content or nothing. */
async function tokenAlpha(app: App, analysts: readonly string[]): Promise<number | null> {
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  const matrix = Array<number>(labels.length ** 2).fill(0);
  for (const { id } of await app.api.sources.list({})) {
    const { text } = await app.api.sources.content({ sourceId: id });
    const coded = await codings(app, id, analysts, text.length);
    for (const { index, isWordLike } of words.segment(text)) {
      if (isWordLike !== true) continue;
      addToCoincidences(
        matrix,
        labels.length,
        coded.map((codes) => codes[index] ?? 0),
      );
    }
  }
  return alphaOfCoincidences(matrix, labels.length, nominalDifference);
}

async function codings(
  app: App,
  sourceId: SourceId,
  analysts: readonly string[],
  length: number,
): Promise<Uint8Array[]> {
  const coded = analysts.map(() => new Uint8Array(length));
  for (const mark of await app.api.highlights.ofSource({ sourceId })) {
    const codes = coded[analysts.indexOf(mark.analystId)];
    if (codes === undefined) continue;
    for (const [start, end] of mark.spans) codes.fill(3, start, end);
    const chain = await app.api.attributions.of({ highlightId: mark.id });
    const link = chain?.attribution.links[0];
    if (link?.span) codes.fill(1, link.span[0], link.span[1]);
    if (link?.cueSpan) codes.fill(2, link.cueSpan[0], link.cueSpan[1]);
  }
  return coded;
}

/** Six annotators of PolNeAR, each in a project of their own, merged by parcels; every measure beside what the authors published. */
export async function run(): Promise<readonly BenchRow[]> {
  if (!existsSync(data)) {
    return [{ what: 'PolNeAR is not there: skipped', value: '', floor: '', ratio: '' }];
  }
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const files = readdirSync(join(data, 'attributions'));
  const names = [...new Set(files.map((file) => file.slice(-8, -4)))].toSorted();
  const all = await openProject(folder, 'all');
  try {
    for (const name of names) {
      const app = await openProject(folder, name);
      for (const file of files.filter((one) => one.endsWith(`_${name}.ann`))) {
        const path = join(data, 'attributions', file);
        await app.api.exchange.importMarkup({ path, format: 'brat' });
      }
      const parcel = join(folder, `${name}.attest-parcel`);
      await app.api.merges.pack({ path: parcel });
      await app.close();
      const { problems, unplaced, conflicts } = await all.api.merges.take({ path: parcel });
      const wrong = problems.length + unplaced.length + conflicts.length;
      if (wrong > 0) throw new Error(`${name}: ${wrong} items did not come in.`);
    }
    const ids = names.map((name) => v5(name, v5.URL) as AnalystId);
    const many = await all.api.agreement.measure({ analystIds: ids });
    const pairs: Measure[][] = [];
    for (const [index, one] of ids.entries()) {
      for (const other of ids.slice(index + 1)) {
        const { measures } = await all.api.agreement.measure({
          analystIds: [one, other],
          gamma: true,
        });
        pairs.push([...measures]);
      }
    }
    return [
      ...overall(many.measures, await tokenAlpha(all, ids)),
      ...meansOfPairs(pairs),
      {
        what: 'PolNeAR: why figures may differ: these are four of its training texts and not those of its agreement study; its tokens and its rule of matching are not published. Ranges are over the pairs',
        value: '',
        floor: '',
        ratio: '',
      },
    ];
  } finally {
    await all.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function overall(measures: readonly Measure[], byToken: number | null): BenchRow[] {
  return [
    {
      what: 'PolNeAR, six annotators: Krippendorff’s α by token (source, cue, content, none)',
      value: shown(byToken),
      floor: `${published.tokenAlpha} published`,
      ratio: '',
    },
    ...measures
      .filter(({ tag }) => tag === null)
      .map((measure) => {
        const { value, interval, basis } = measureText(measure);
        return {
          what: `PolNeAR, six annotators: ${measureTitle(measure)} (${basis})`,
          value,
          floor: interval,
          ratio: '',
        };
      }),
  ];
}

/** Each measure of pairs as its mean over all pairs. */
function meansOfPairs(pairs: readonly (readonly Measure[])[]): BenchRow[] {
  const byTitle = new Map<string, { readonly measure: Measure; readonly values: number[] }>();
  for (const measure of pairs.flat()) {
    if (measure.tag !== null) continue;
    const title = measureTitle(measure);
    const known = byTitle.get(title) ?? { measure, values: [] };
    byTitle.set(title, known);
    if (measure.value !== null) known.values.push(measure.value);
  }
  return [...byTitle].map(([title, { measure, values }]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const range =
      values.length < 2 ? '' : `${shown(Math.min(...values))} to ${shown(Math.max(...values))}`;
    return {
      what: `PolNeAR, mean of ${values.length} of ${pairs.length} pairs: ${title} (first pair: ${measureText(measure).basis})`,
      value: values.length === 0 ? 'none' : shown(mean),
      floor: measure.measure === 'agr' ? `${published.agr} published; ${range}` : range,
      ratio: '',
    };
  });
}

function shown(value: number | null): string {
  return value === null ? 'none' : value.toFixed(3);
}
