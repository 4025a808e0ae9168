import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/golden');

/** The moment that golden files of reports state as that of their export. */
export const goldenMoment = '2026-03-06T10:00:00.000Z';

/** What an export must be, byte for byte; with UPDATE_GOLDEN=1 that is what it is now, to be reviewed. */
export function goldenFile(name: string, actual: Uint8Array | string): string {
  const path = join(folder, name);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, actual);
  return readFileSync(path, 'utf8');
}

/** A report with the golden moment in place of that of its export, which it must state exactly once. */
export function atGoldenMoment(report: string): { readonly text: string; readonly moment: string } {
  const stated = [...report.matchAll(/\b[Ee]xported (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\./g)];
  const moment = stated[0]?.[1];
  if (stated.length !== 1 || moment === undefined) {
    throw new Error(`The report states ${stated.length} moments of export, not one.`);
  }
  return { text: report.replace(moment, goldenMoment), moment };
}
