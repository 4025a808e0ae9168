import { parseDocument } from 'htmlparser2';
import { DOMParser } from 'linkedom';
import { buildHtmlBlocks } from '../../src/main/imports/html-blocks.ts';
import { median, row, timed, type BenchRow } from './bench-project.ts';
import { readReferencePages } from './extraction.bench.ts';

const rounds = 5;

/**
 * Text, blocks, links, metadata and furniture of real pages against only parsing them: into a document as browsers
 * have it, and into the least tree that there is. In turn; medians, after a round that is not counted.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const pages = readReferencePages();
  if (pages.length === 0) return [];
  const works = {
    build: async (html: string) => void (await buildHtmlBlocks(html, { article: true })),
    document: async (html: string) => void new DOMParser().parseFromString(html, 'text/html'),
    tree: async (html: string) => void parseDocument(html),
  };
  const took = { build: [] as number[], document: [] as number[], tree: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of ['build', 'document', 'tree'] as const) {
      const one = await timed(async () => {
        for (const { html } of pages) await works[name](html);
      });
      if (round > 0) took[name].push(one);
    }
  }
  const what = `build the blocks of ${pages.length} pages`;
  return [
    row(
      `${what}, against parsing them into a DOM (linkedom)`,
      median(took.build),
      median(took.document),
    ),
    row(
      `${what}, against parsing them into a bare tree (htmlparser2)`,
      median(took.build),
      median(took.tree),
    ),
  ];
}
