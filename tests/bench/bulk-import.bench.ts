import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, benchProject, type BenchRow } from './bench-project.ts';

const files = 10_000;
const early = 1_000;

/** The memory of this process that is in use once what nobody needs has been let go, in megabytes. */
function heldMegabytes(): { readonly resident: number; readonly heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / 1_048_576, heap: (heapUsed + external) / 1_048_576 };
}

/** One import of 10,000 small files: time a file and memory after the first thousand and after all. SQLite keeps up to 64 MB of pages. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  const folder = join(project.folder, 'articles');
  mkdirSync(folder);
  for (let number = 0; number < files; number += 1) {
    writeFileSync(join(folder, `${number}.txt`), article(number));
  }
  const started = performance.now();
  const firsts: { readonly ms: number; readonly held: ReturnType<typeof heldMegabytes> }[] = [];
  project.app.subscribe((event) => {
    if (firsts.length > 0 || event.type !== 'progress' || event.done < early) return;
    firsts.push({ ms: performance.now() - started, held: heldMegabytes() });
  });
  const report = await project.app.api.sources.importPaths({ paths: [folder], jobId: 'bench' });
  const ms = performance.now() - started;
  const held = heldMegabytes();
  await project.end();
  const [first] = firsts;
  if (report.imported !== files || first === undefined) {
    throw new Error(`${report.imported} of ${files} came in`);
  }
  const { ms: firstMs, held: firstHeld } = first;
  const later = (ms - firstMs) / (files - early);
  const each = (of: number): string => `${of.toFixed(2)} ms`;
  const size = (of: number): string => `${of.toFixed(0)} MB`;
  const count = files.toLocaleString('en-US');
  return [
    {
      what: `import ${count} articles, each after the first ${early.toLocaleString('en-US')}, against each of these`,
      value: each(later),
      floor: each(firstMs / early),
      ratio: `${((later * early) / firstMs).toFixed(2)} ×`,
    },
    {
      what: '… memory of the process (pages of SQLite included), against that after the first',
      value: size(held.resident),
      floor: size(firstHeld.resident),
      ratio: `${(((held.resident - firstHeld.resident) * 1_048_576) / (files - early) / 1024).toFixed(1)} KB a file`,
    },
    {
      what: '… of which JavaScript holds',
      value: size(held.heap),
      floor: size(firstHeld.heap),
      ratio: `${(((held.heap - firstHeld.heap) * 1_048_576) / (files - early) / 1024).toFixed(1)} KB a file`,
    },
  ];
}
