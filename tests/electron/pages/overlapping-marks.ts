import { join } from 'node:path';
import { v5, v7 } from 'uuid';
import { createProjectFile, openApp } from '../../../src/main/app.ts';
import { initialsOf, type Analyst } from '../../../src/shared/domain/analyst.ts';
import type { AnalystId, SourceId } from '../../../src/shared/domain/ids.ts';

/** What the source of overlapping marks is called. */
export const crowdedTitle = 'The inquiry reports';

const before =
  'The inquiry into the port reported on Monday, after eleven months and two adjournments.';
/** One paragraph that sixteen marks meet in. */
const crowded =
  'The minister, who had promised in March that the pier would open before the summer, told the committee on ' +
  'Monday that “no date was ever given by this office”, although a letter of 12 April, signed by her deputy and ' +
  'seen by two newspapers, names the first of June, and the harbour master confirmed that his crews had been told ' +
  'to clear the berths by then; a spokesman for the builders said the ministry had not paid since January.';
const after =
  'Nobody from the ministry would say who had signed the order. The committee meets again on Thursday, when the ' +
  'builders are to be heard.';

/** The words that are marked, with the tag and the analyst of each: identical, nested and crossing ones. */
const marked = [
  [crowded, 'pier', 'Ana'],
  [
    'The minister, who had promised in March that the pier would open before the summer',
    'promise',
    'Ana',
  ],
  ['the pier would open before the summer', 'date', 'Ana'],
  ['told the committee on Monday that “no date was ever given by this office”', 'denial', 'Ana'],
  ['“no date was ever given by this office”', 'quotation', 'Bea'],
  ['“no date was ever given by this office”', 'denial', 'Bea'],
  ['no date was ever given', 'date', 'Ana'],
  ['no date', null, 'Ana'],
  ['was ever given by this office”, although a letter of 12 April', 'letter', 'Bea'],
  ['given by this office”, although a letter', 'pier', 'Ana'],
  [
    'promised in March that the pier would open before the summer, told the committee on Monday that “no date was ever given',
    'ministry',
    'Bea',
  ],
  [
    'committee on Monday that “no date was ever given by this office”, although a letter of 12 April, signed by her deputy',
    'letter',
    'Ana',
  ],
  [
    'no date was ever given by this office”, although a letter of 12 April, signed by her deputy and seen by two newspapers, names the first of June',
    'press',
    'Ana',
  ],
  [
    'date was ever given by this office”, although a letter of 12 April, signed by her deputy and seen by two newspapers',
    'signature',
    'Bea',
  ],
  [
    'that “no date was ever given by this office”, although a letter of 12 April, signed by her deputy and seen by two newspapers, names the first of June, and the harbour master confirmed',
    'ministry',
    'Ana',
  ],
  [
    'in March that the pier would open before the summer, told the committee on Monday that “no date was ever given by this office”, although a letter',
    null,
    'Bea',
  ],
] as const;

const tags = [
  'pier',
  'promise',
  'date',
  'denial',
  'quotation',
  'letter',
  'ministry',
  'press',
  'signature',
];

/** Makes a project whose one source has sixteen marks of two analysts over one another, and gives its path. */
export async function projectOfOverlaps(
  folder: string,
): Promise<{ path: string; sourceId: SourceId }> {
  const path = join(folder, 'Overlaps.attest');
  const shared = {
    migrationsDirectory: join(import.meta.dirname, '../../../migrations'),
    clock: Date.now,
    newId: () => v7(),
  };
  createProjectFile({ path, name: 'Overlaps', ...shared });
  const as = (name: string, colour: number) => {
    const id = v5(name, v5.URL) as AnalystId;
    const analyst: Analyst = { id, name, initials: initialsOf(name), colour };
    return openApp({
      ...shared,
      projectPath: path,
      mode: 'write',
      analyst,
      importWorker: { script: join(import.meta.dirname, '../../../out/main/import-worker.js') },
      report: (error) => {
        throw error;
      },
    });
  };
  const text = [crowdedTitle, '', before, '', crowded, '', after, ''].join('\n');
  const start = text.indexOf(crowded);
  let sourceId = null as SourceId | null;
  for (const [name, colour] of [
    ['Ana', 0],
    ['Bea', 3],
  ] as const) {
    const app = as(name, colour);
    if (sourceId === null) {
      const outcome = await app.api.sources.importPasted({
        text,
        html: null,
        metadata: { title: crowdedTitle, outlet: 'The Evening Post' },
        jobId: 'overlaps',
      });
      sourceId = outcome.sourceId;
      for (const [number, path] of tags.entries()) {
        await app.api.tags.create({ path, colour: number % 8 });
      }
    }
    if (sourceId === null) throw new Error('The source did not come in.');
    const known = await app.api.tags.tree({});
    for (const [number, [words, tag, analyst]] of marked.entries()) {
      if (analyst !== name) continue;
      const at = start + crowded.indexOf(words);
      await app.api.highlights.create({
        sourceId,
        spans: [[at, at + words.length]],
        tagIds: known.filter(({ path }) => path === tag).map(({ id }) => id),
        ...(number % 2 === 0 ? { claim: { statement: words.slice(0, 80) } } : {}),
      });
    }
    await app.close();
  }
  if (sourceId === null) throw new Error('The source did not come in.');
  return { path, sourceId };
}
