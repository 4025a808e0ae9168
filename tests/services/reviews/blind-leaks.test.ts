import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attributionIdOf } from '../../../src/main/markup/derived-ids.ts';
import { projectTable } from '../../../src/shared/contract/api.ts';
import type { MethodRow } from '../../../src/shared/contract/method-table.ts';
import type { HighlightId } from '../../../src/shared/domain/ids.ts';
import { ana, ben, blindProject, cleo, type BlindProject } from '../../support/blind-layer.ts';
import { testFolder } from '../../support/test-app.ts';

// Whatever reads, Ana is answered as if Ben had done nothing in the source that both mark blind: every answer is the
// same as in a project in which he did nothing.

type Table = typeof projectTable;
type ReadMethod = {
  [D in keyof Table]: {
    [M in keyof Table[D]]: Table[D][M] extends { readonly access: 'read' }
      ? `${D & string}.${M & string}`
      : never;
  }[keyof Table[D]];
}[keyof Table];

/** What there is to be asked about: ids of Ana's and of Ben's objects, and a place for files. */
interface Known {
  readonly sourceId: string;
  readonly otherId: string;
  readonly marks: readonly string[];
  readonly claims: readonly string[];
  readonly actors: readonly string[];
  readonly tags: readonly string[];
  readonly events: readonly string[];
  readonly summaries: readonly string[];
  readonly chains: readonly string[];
  readonly out: string;
}

type Inputs = (known: Known) => readonly object[];
const nothing: Inputs = () => [{}];
const eachSource: Inputs = ({ sourceId, otherId }) => [{ sourceId }, { sourceId: otherId }];
const pair = [ana.id, ben.id];

/** Inputs for every method that reads; a new one has to be put here. */
const inputs: Readonly<Record<ReadMethod, Inputs | 'a whole copy of the file' | 'no project'>> = {
  'project.info': nothing,
  'project.analysts': nothing,
  'project.verify': nothing,
  'project.backup': 'a whole copy of the file',
  'sources.list': nothing,
  'sources.counts': ({ sourceId }) => [{}, { sourceIds: [sourceId] }],
  'sources.findings': nothing,
  'sources.nearDuplicates': eachSource,
  'sources.suspicious': eachSource,
  'sources.inlineRanges': eachSource,
  'sources.foundValues': eachSource,
  'sources.get': eachSource,
  'sources.content': eachSource,
  'sources.previewTable': 'no project',
  'sources.cancelImport': 'no project',
  'sources.unfinishedImports': nothing,
  'sources.writeImportReport': 'no project',
  'versions.compare': ({ sourceId, otherId }) => [{ oldSourceId: sourceId, newSourceId: otherId }],
  'versions.rehearse': ({ sourceId, otherId }) => [{ oldSourceId: sourceId, newSourceId: otherId }],
  'highlights.ofSource': eachSource,
  'highlights.get': ({ marks }) => marks.map((highlightId) => ({ highlightId })),
  'highlights.last': () => ['claim', 'attribution', 'tag'].map((having) => ({ having })),
  'highlights.unplaced': nothing,
  'claims.list': ({ sourceId, actors, tags, events }) => [
    {},
    { text: 'zebra' },
    { sourceId },
    ...actors.map((actorId) => ({ actorId })),
    ...tags.map((tagId) => ({ tagId })),
    ...events.map((eventId) => ({ eventId })),
  ],
  'claims.get': ({ claims }) => claims.map((claimId) => ({ claimId })),
  'claims.find': () => ['', 'zebra', 'port', 'ministry'].map((query) => ({ query, limit: 50 })),
  'events.list': nothing,
  'attributions.of': ({ marks }) => marks.map((highlightId) => ({ highlightId })),
  'attributions.origins': () => [{}, { query: 'zebra' }, { query: 'read' }],
  'actors.list': nothing,
  'actors.find': () => ['', 'zebra', 'min', 'clerk'].map((query) => ({ query, limit: 50 })),
  'grades.history': ({ sourceId, marks, claims, actors }) => [
    { targetKind: 'source', targetId: sourceId },
    ...marks.map((targetId) => ({ targetKind: 'highlight', targetId })),
    ...claims.map((targetId) => ({ targetKind: 'claim', targetId })),
    ...actors.map((targetId) => ({ targetKind: 'actor', targetId })),
  ],
  'tags.tree': nothing,
  'summaries.list': nothing,
  'summaries.get': ({ summaries }) => summaries.map((summaryId) => ({ summaryId })),
  'summaries.citations': ({ claims, marks }) => [
    {
      targets: [
        ...claims.map((targetId) => ({ targetKind: 'claim', targetId })),
        ...marks.map((targetId) => ({ targetKind: 'highlight', targetId })),
      ],
    },
  ],
  'search.find': () =>
    ['zebra', 'port'].flatMap((query) =>
      ['text', 'claims', 'notes'].flatMap((place) => [
        { query, in: place, limit: 50 },
        { query, in: place, limit: 1 },
        { query, in: place, limit: 50, regex: true },
      ]),
    ),
  'agreement.measure': () => [{ analystIds: pair }, { analystIds: [ben.id, cleo.id] }],
  'agreement.disagreements': () => [{ analystIds: pair, view: 'overlap', limit: 50 }],
  'agreement.parts': () => [{ analystIds: pair, by: 'source' }],
  'agreement.exportCsv': ({ out }) => [{ analystIds: pair, path: out }],
  'adjudications.walk': () => [{ analystIds: pair }],
  'adjudications.grades': () => [{ analystIds: pair }],
  'merges.pack': ({ out }) => [
    { path: out },
    { path: out, analystId: ana.id },
    { path: out, analystId: ben.id },
    { path: out, withSources: true },
  ],
  'reviews.of': ({ sourceId, marks, claims, chains }) => [
    { targetKind: 'source', targetId: sourceId },
    ...marks.map((targetId) => ({ targetKind: 'highlight', targetId })),
    ...claims.map((targetId) => ({ targetKind: 'claim', targetId })),
    ...chains.map((targetId) => ({ targetKind: 'attribution', targetId })),
  ],
  'reviews.list': nothing,
  'reviews.waiting': () => [{ limit: 50 }],
  'reviews.progress': nothing,
  'reviews.assignments': nothing,
  'exchange.exportToFile': ({ out, summaries }) => [
    ...['csv', 'jsonl', 'md', 'html'].flatMap((format) => [
      { path: out, options: { format, allHighlights: true } },
      { path: out, options: { format, analystId: ben.id } },
    ]),
    ...summaries.map((summaryId) => ({ path: out, options: { format: 'md', summaryId } })),
  ],
  'exchange.writePrintPage': ({ sourceId, out }) => [
    { sourceId, options: { furniture: true, paper: 'A4' }, marginBoxes: false, path: out },
  ],
  'history.list': () => [{ limit: 200 }, { limit: 3 }],
};

const reading = Object.entries(projectTable).flatMap(([domain, methods]) =>
  Object.entries(methods as Readonly<Record<string, MethodRow<unknown>>>).flatMap(
    ([method, row]) => (row.access === 'read' ? [`${domain}.${method}` as ReadMethod] : []),
  ),
);

/** Everything that there is in a project, as somebody sees it from whom nothing is hidden. */
async function known({ app, sourceId, otherId }: BlindProject): Promise<Known> {
  app.setAnalyst(cleo);
  const { api } = app;
  const marks = [
    ...(await api.highlights.ofSource({ sourceId })),
    ...(await api.highlights.ofSource({ sourceId: otherId })),
  ].map(({ id }) => id);
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const all = {
    sourceId,
    otherId,
    marks,
    chains: marks.map((id) => attributionIdOf(id)),
    claims: ids(await api.claims.list({})),
    actors: ids(await api.actors.list({})),
    tags: ids(await api.tags.tree({})),
    events: ids(await api.events.list({})),
    summaries: ids(await api.summaries.list({})),
    out: join(testFolder(), 'out'),
  };
  app.setAnalyst(ana);
  return all;
}

/** Every answer to every input of a method, in the form of JSON, with what was written into files. */
async function answers(project: BlindProject, method: ReadMethod, all: Known): Promise<string[]> {
  const give = inputs[method];
  if (typeof give === 'string') return [];
  const [domain = '', name = ''] = method.split('.');
  const found = [];
  for (const input of give(all)) {
    rmSync(all.out, { force: true });
    project.begin('read');
    const reply = await project.app.send({ domain, method: name, input });
    // The place of a change in the log tells how many came before; nobody is shown it.
    found.push(
      JSON.stringify([input, reply, written(all.out)], (key, value: unknown) =>
        key === 'number' ? 0 : value,
      )
        .replaceAll(/"number\\":\d+/g, '')
        .replaceAll(all.out, 'OUT')
        .replaceAll(project.app.path, 'PROJECT'),
    );
  }
  return found;
}

/** What answers say, apart from what was asked. */
function told(found: readonly string[]): string {
  return found.map((one) => JSON.stringify((JSON.parse(one) as unknown[]).slice(1))).join('\n');
}

function written(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    return bytes[0] === 0x1f ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  } catch {
    return null;
  }
}

describe.each(['before', 'after'] as const)('Ben marked %s the source was assigned', (when) => {
  test('no method that reads tells Ana of it; all tell when both have handed in', async () => {
    const project = await blindProject(when);
    const without = await blindProject('never');
    const all = await known(project);
    expect(all.marks.length).toBeGreaterThan(3);
    const bare = { ...all, out: join(testFolder(), 'out') };
    for (const method of reading) {
      const found = await answers(project, method, all);
      expect(told(found), method).not.toContain('zebra');
      expect(found, method).toEqual(await answers(without, method, bare));
    }

    project.app.setAnalyst(ben);
    await project.app.api.reviews.handIn({ sourceId: project.sourceId });
    project.app.setAnalyst(ana);
    await project.app.api.reviews.handIn({ sourceId: project.sourceId });
    const { api } = project.app;
    expect(await api.highlights.ofSource({ sourceId: project.sourceId })).toHaveLength(3);
    const telling = [];
    for (const method of reading) {
      if (told(await answers(project, method, all)).includes('zebra')) telling.push(method);
    }
    for (const method of [
      'claims.list',
      'tags.tree',
      'actors.list',
      'events.list',
      'attributions.origins',
      'grades.history',
      'reviews.list',
      'history.list',
      'merges.pack',
      'exchange.exportToFile',
      'exchange.writePrintPage',
      'summaries.list',
    ] as const) {
      expect(telling).toContain(method);
    }
  });
});

test('what came with a merge tells Ana nothing either', async () => {
  const his = await blindProject('after');
  const hers = await blindProject('never');
  his.app.setAnalyst(ben);
  const path = join(testFolder(), 'his.attest-parcel');
  await his.app.api.merges.pack({ path });
  const all = await known(his);
  hers.begin('merge');
  const report = await hers.app.api.merges.take({ path });
  expect(JSON.stringify(report)).not.toContain('zebra');
  expect(report.unseen.reduce((sum, { items }) => sum + items, 0)).toBeGreaterThan(10);
  for (const method of reading) {
    expect(told(await answers(hers, method, all)), method).not.toContain('zebra');
  }
  const tags = await hers.app.api.tags.tree({});
  expect(tags.map(({ path: name, highlights }) => [name, highlights])).toEqual([
    ['shared', 0],
    ['shared/ports', 2],
  ]);
});

test('what is hidden cannot be named to be changed, and no answer to a change tells of it', async () => {
  const project = await blindProject('after');
  const all = await known(project);
  const { api } = project.app;
  const own = new Set((await api.highlights.ofSource(project)).map(({ id }) => id as string));
  const other = await api.highlights.ofSource({ sourceId: project.otherId });
  const hidden = all.marks.find((id) => !own.has(id) && !other.some((mark) => mark.id === id));
  const highlightId = hidden as HighlightId;
  for (const change of [
    api.attributions.set({ highlightId, links: [] }),
    api.highlights.edit({ highlightId, patch: { note: 'x' } }),
    api.highlights.remove({ highlightIds: [highlightId] }),
    api.reviews.give({ targetKind: 'highlight', targetId: highlightId, verdict: 'accepted' }),
  ]) {
    await expect(change).rejects.toThrow('not in this project any more');
  }
  const answer = [
    await api.tags.create({ path: 'shared/ports' }),
    await api.tags.edit({ tagId: all.tags[1] as never, patch: { colour: 3 } }).catch(String),
    await api.claims.edit({ claimId: other[0]!.claimId!, patch: { note: 'Hers' } }),
    await api.highlights.edit({ highlightId: other[0]!.id, patch: { note: 'Hers' } }),
    await api.summaries.create({ title: 'Again', fromClaims: true }),
    await api.history.undo({}),
  ];
  expect(JSON.stringify(answer)).not.toContain('zebra');
  expect(answer[0]).toMatchObject({ highlights: 2 });
  expect(answer[2]).toMatchObject({ mentions: 1 });
});
