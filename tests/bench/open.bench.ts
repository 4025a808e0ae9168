import { benchProject, median, row, type BenchRow } from './bench-project.ts';
import { fillMarkedSource, titles } from './marked-source.ts';
import { openOnce, type Opening } from './opening.ts';
import { openBenchWindow } from './window.ts';

const rounds = 7;

/** Opening 1,000,000 characters with 10,000 marks in the real window against the same text without, in turn; medians. */
export async function run(): Promise<readonly BenchRow[]> {
  const project = benchProject();
  await fillMarkedSource(project);
  await project.close();
  const window = await openBenchWindow(project.path);
  const { page } = window;
  await page.getByRole('option').filter({ hasText: titles.short }).click();
  const openings: Record<'marked' | 'bare', Opening[]> = { marked: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['bare', 'marked'] as const) {
      openings[name].push(await openOnce(window, name));
    }
  }
  await window.attest.close();
  await project.end();
  const of = (name: 'marked' | 'bare', field: keyof Opening): number =>
    median(openings[name].map((opening) => opening[field]));
  const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
  return [
    row(
      'open 1 M characters with 10,000 marks, to first paint (floor: without marks)',
      of('marked', 'paintedMs'),
      of('bare', 'paintedMs'),
    ),
    row(
      '… until the list of marks stands beside it',
      of('marked', 'listedMs'),
      of('bare', 'listedMs'),
    ),
    {
      what: '… nodes in the page',
      value: `${of('marked', 'nodes')}`,
      floor: `${of('bare', 'nodes')}`,
      ratio: `${(of('marked', 'nodes') / of('bare', 'nodes')).toFixed(2)} ×`,
    },
    {
      what: '… JavaScript heap of the page',
      value: megabytes(of('marked', 'heapBytes')),
      floor: megabytes(of('bare', 'heapBytes')),
      ratio: `${(of('marked', 'heapBytes') / of('bare', 'heapBytes')).toFixed(2)} ×`,
    },
  ];
}
