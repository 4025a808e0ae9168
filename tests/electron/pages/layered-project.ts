import { join } from 'node:path';
import { v5, v7 } from 'uuid';
import { createProjectFile, openApp } from '../../../src/main/app.ts';
import { initialsOf, type Analyst } from '../../../src/shared/domain/analyst.ts';
import type { AnalystId, SourceId } from '../../../src/shared/domain/ids.ts';

/** What the sources of the project are called: of three layers, of two that say the same, blind, and of one. */
export const layered = {
  port: 'The inquiry into the port',
  bridge: 'The bridge is closed',
  blind: 'What the fishermen say',
  own: 'A note on tides',
} as const;

const filler = Array.from(
  { length: 40 },
  (_, index) =>
    `Page ${index} of the report lists what was delivered to the port, by whom and when, and what was paid for it at last.`,
);

const texts = {
  port: [
    'The inquiry into the port reported on Monday, after eleven months.',
    'The minister promised in March that the pier would open before the summer.',
    'No date was ever given, her office told the committee on Thursday. 🚢',
    'The harbour master confirmed that his crews had been told to clear the berths.',
    'Nobody from the ministry would say who had signed the order.',
    ...filler,
    'The committee meets again on Friday.',
  ],
  bridge: ['The bridge was closed on Sunday.', 'It stays closed until the spring.'],
  blind: ['The fishermen say that nobody asked them.', 'They were not told of the plan either.'],
  own: ['The tide is high at noon.', 'It is low at six.'],
} as const satisfies Record<keyof typeof layered, readonly string[]>;

type Marked = readonly [
  source: keyof typeof layered,
  words: string,
  tag: 'Date' | 'Promise' | 'Denial' | null,
  claim?: true,
];

const marksOf = {
  ana: [
    ['port', 'reported on Monday', 'Date', true],
    ['port', 'promised in March', 'Promise'],
    ['port', 'No date was ever given', 'Denial', true],
    ['port', 'his crews had been told', null],
    ['port', 'meets again on Friday', 'Date'],
    ['bridge', 'closed on Sunday', 'Date'],
    ['bridge', 'until the spring', 'Date'],
    ['blind', 'nobody asked them', null],
    ['own', 'high at noon', null],
  ],
  ben: [
    ['port', 'reported on Monday', 'Date', true],
    ['port', 'promised in March that the pier would open', 'Promise'],
    ['port', 'No date was ever given', 'Date', true],
    ['port', 'who had signed the order', null],
    ['port', 'meets again on Friday', 'Date'],
    ['bridge', 'closed on Sunday', 'Date'],
    ['bridge', 'until the spring', 'Date'],
    ['blind', 'They were not told', null],
  ],
  cem: [
    ['port', 'reported on Monday', 'Date', true],
    ['port', 'her office told the committee', null],
  ],
} as const satisfies Record<string, readonly Marked[]>;

/**
 * Makes a project of three analysts and gives its path; `ana` is whose window it is. Of the source of the port, Ana
 * and Ben mark two places alike (one of them Cem too) and differ in four.
 */
export async function createLayeredProject(folder: string, ana: Analyst): Promise<string> {
  const path = join(folder, 'Layers.attest');
  const shared = {
    migrationsDirectory: join(import.meta.dirname, '../../../migrations'),
    clock: Date.now,
    newId: () => v7(),
  };
  createProjectFile({ path, name: 'Layers', ...shared });
  const named = (name: string, colour: number): Analyst => ({
    id: v5(name, v5.URL) as AnalystId,
    name,
    initials: initialsOf(name),
    colour,
  });
  const [ben, cem] = [named('Ben Okafor', 3), named('Cem Aydın', 5)];
  const ids = new Map<string, SourceId>();
  for (const [analyst, marked] of [
    [ana, marksOf.ana],
    [ben, marksOf.ben],
    [cem, marksOf.cem],
  ] as const) {
    const app = openApp({
      ...shared,
      projectPath: path,
      mode: 'write',
      analyst,
      importWorker: { script: join(import.meta.dirname, '../../../out/main/import-worker.js') },
      report: (error) => {
        throw error;
      },
    });
    if (analyst === ana) {
      for (const [number, tag] of ['Date', 'Promise', 'Denial'].entries()) {
        await app.api.tags.create({ path: tag, colour: number });
      }
      for (const name of Object.keys(layered) as (keyof typeof layered)[]) {
        const { sourceId } = await app.api.sources.importPasted({
          text: [layered[name], ...texts[name]].join('\n\n'),
          html: null,
          metadata: { title: layered[name], outlet: 'The Evening Post' },
          jobId: name,
        });
        if (sourceId === null) throw new Error(`“${layered[name]}” did not come in.`);
        ids.set(name, sourceId);
      }
    }
    const tags = await app.api.tags.tree({});
    for (const [source, words, tag, claim] of marked as readonly Marked[]) {
      const sourceId = ids.get(source);
      if (sourceId === undefined) throw new Error(`There is no source “${source}”.`);
      const { text } = await app.api.sources.content({ sourceId });
      const start = text.indexOf(words);
      await app.api.highlights.create({
        sourceId,
        spans: [[start, start + words.length]],
        tagIds: tags.filter((each) => each.path === tag).map(({ id }) => id),
        ...(claim === true ? { claim: { statement: `${analyst.name}: ${words}` } } : {}),
      });
    }
    const blind = ids.get('blind');
    if (analyst === cem && blind !== undefined) {
      await app.api.reviews.assign({ sourceIds: [blind], analystIds: [ana.id, ben.id] });
    }
    await app.close();
  }
  return path;
}
