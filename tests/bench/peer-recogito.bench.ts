import { benchProject, median, type BenchProject, type BenchRow } from './bench-project.ts';
import { press } from './key-times.ts';
import { fillMarkedSource, longText, markSpans, titles } from './marked-source.ts';
import { memoryOf } from './memory.ts';
import { openOnce } from './opening.ts';
import { readWithPeer, type PeerReading, type Renderer } from './peer/recogito.ts';
import { openBenchWindow, rest } from './window.ts';

const rounds = 3;
/** The peer takes about half a minute to its first paint; after so long it is given up, in milliseconds. */
const patienceMs = 240_000;

/** What of the two is compared; the peer's figures and ours are the same fields. */
async function readWithAttest(project: BenchProject): Promise<PeerReading> {
  const opened = await openBenchWindow(project.path);
  const { page, attest, load } = opened;
  await page.getByRole('option').filter({ hasText: titles.short }).click();
  const painted: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    painted.push((await openOnce(opened, 'marked')).paintedMs);
  }
  await page.getByRole('option').filter({ hasText: titles.marked }).click();
  await page.getByLabel(`Text of ${titles.marked}`).locator('[data-line="2"]').click();
  await page.keyboard.press('Escape');
  const added: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    added.push((await press(page, 'h')).paintedMs);
  }
  await rest(page);
  const { nodes, heapBytes } = await load();
  const memoryBytes = await memoryOf(attest.app);
  await attest.close();
  return { paintedMs: median(painted), addedMs: median(added), nodes, heapBytes, memoryBytes };
}

const names: Record<Renderer, string> = {
  SPANS: 'recogito text-annotator 4.1',
  CSS_HIGHLIGHTS: 'recogito with CSS highlights',
};

function rowsAgainst(own: PeerReading, peer: PeerReading | null, renderer: Renderer): BenchRow[] {
  const name = names[renderer];
  const seconds = patienceMs / 1_000;
  const line = (what: string, text: (of: PeerReading) => string, figure: keyof PeerReading) => {
    const ratio = peer === null ? Number.NaN : Number(peer[figure]) / Number(own[figure]);
    return {
      what: `${what} (peer: ${name})`,
      value: text(own),
      floor: peer === null ? `not in ${seconds} s` : text(peer),
      ratio: Number.isNaN(ratio) ? '–' : `peer ${ratio.toFixed(1)} ×`,
    };
  };
  const size = (bytes: number | null): string =>
    bytes === null ? 'not told' : `${Math.round(bytes / 1_048_576)} MB`;
  return [
    line(
      '1 M characters, 10,000 marks, to first paint',
      (of) => `${Math.round(of.paintedMs)} ms`,
      'paintedMs',
    ),
    line('… add one, to painted', (of) => `${Math.round(of.addedMs)} ms`, 'addedMs'),
    line('… nodes in the page', (of) => `${of.nodes}`, 'nodes'),
    line('… JavaScript heap of the page', (of) => size(of.heapBytes), 'heapBytes'),
    line('… memory of all processes', (of) => size(of.memoryBytes), 'memoryBytes'),
  ];
}

/** The same text and the same marks in Attest, the whole application, and in a bare page with the peer, in one Chromium. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  await fillMarkedSource(project);
  await project.close();
  const own = await readWithAttest(project);
  await project.end();
  const text = longText();
  const marks = markSpans(text.length);
  const rows: BenchRow[] = [];
  for (const renderer of ['SPANS', 'CSS_HIGHLIGHTS'] as const) {
    const peer = await readWithPeer({ text, marks, renderer }, patienceMs);
    rows.push(...rowsAgainst(own, peer, renderer));
  }
  return rows;
}
