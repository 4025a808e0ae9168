import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkReport } from '../../../src/shared/contract/exchange.ts';
import type { ExportOptions } from '../../../src/shared/contract/exchange.ts';
import { openApp, type App } from '../../../src/main/app.ts';
import { analystNamed, migrationsDirectory, testFolder, testTime } from '../../support/test-app.ts';

/** A project file that holds sources and no marks, to be copied for each run of a property. */
export interface Template {
  readonly path: string;
}

let copies = 0;

/** Opens a copy of a project; the caller closes it. */
export function openCopy(template: Template, seed = ''): App {
  copies += 1;
  const path = `${template.path}-${copies}.attest`;
  copyFileSync(template.path, path);
  return openApp({
    projectPath: path,
    migrationsDirectory,
    mode: 'write',
    analyst: analystNamed('Tester'),
    report: (error) => console.error(error),
    ...testTime(`${seed}${copies}`),
  });
}

/** Brings lines in as a file of markup. */
export async function markLines(
  app: App,
  lines: readonly (object | string)[],
  options: { readonly file?: string; readonly dryRun?: boolean } = {},
): Promise<MarkReport> {
  const path = join(testFolder(), options.file ?? 'marks.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, `${text.join('\n')}\n`);
  return app.api.exchange.importMarkup({ path, format: 'jsonl', dryRun: options.dryRun });
}

/** What an export writes. */
export async function exported(app: App, options: Partial<ExportOptions> = {}): Promise<string> {
  const path = join(testFolder(), 'export');
  await app.api.exchange.exportToFile({ path, options: { format: 'jsonl', ...options } });
  return readFileSync(path, 'utf8');
}

/** The marks of an export, without the lines of other types. */
export function marksOf(jsonl: string): Record<string, unknown>[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => !('type' in line));
}
