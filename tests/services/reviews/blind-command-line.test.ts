import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { commands } from '../../../src/main/command-line/commands.ts';
import {
  runCommandLine,
  type CommandLineProcess,
} from '../../../src/main/command-line/run-command-line.ts';
import { saveProfile } from '../../../src/main/projects/profile.ts';
import { ana, ben, blindProject, type BlindProject } from '../../support/blind-layer.ts';
import { migrationsDirectory, testFolder } from '../../support/test-app.ts';

// The same for the command line: whatever a command says to Ana, it says in a project in which Ben did nothing.

/** What is asked of each command that reads; a new command has to be put here. P is the project, OUT a file. */
const asked: Readonly<Record<string, readonly string[] | 'writes' | 'a whole copy' | 'not yet'>> = {
  init: 'writes',
  sample: 'writes',
  import: 'writes',
  sources: ['P --json', 'P'],
  text: ['P blind.txt'],
  blocks: ['P blind.txt --json'],
  suspicious: ['P --json'],
  compare: ['P blind.txt open.txt'],
  carry: 'writes',
  mark: 'writes',
  highlights: ['P --json', 'P', 'P --tag shared/ports --json', 'P --source blind.txt --json'],
  claims: ['P --json', 'P', 'P --tag shared/ports --json'],
  actors: ['P --json', 'P'],
  tags: ['P --json', 'P'],
  attribute: 'writes',
  grade: 'writes',
  link: 'writes',
  search: ['P zebra --in claims --json', 'P zebra --in notes --json', 'P port --in claims --json'],
  similar: ['P --json'],
  pack: ['P --out OUT', 'P --out OUT --with-sources --json'],
  merge: 'writes',
  review: ['P list --json', 'P list --waiting --json', 'P progress --json', 'P progress'],
  agreement: [`P --between ${ana.id} ${ben.id} --json`],
  export: [
    'P --format csv --all-highlights',
    'P --format jsonl',
    'P --format md',
    'P --format html',
  ],
  undo: 'writes',
  redo: 'writes',
  history: ['P --json', 'P'],
  verify: ['P --json', 'P'],
  backup: 'a whole copy',
  restore: 'writes',
  summary: 'not yet',
  suggest: 'not yet',
};

interface Said {
  readonly status: number;
  readonly text: string;
}

/** Runs a command line as Ana, in this process. */
async function run(
  project: BlindProject,
  folder: string,
  command: string,
  words: string,
): Promise<Said> {
  const out = join(folder, 'out');
  rmSync(out, { force: true });
  project.begin('read');
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const said: Buffer[] = [];
  for (const stream of [stdout, stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const { clock, newId } = project.app.context;
  const given = words
    .split(' ')
    .map((word) => (word === 'P' ? project.app.path : word === 'OUT' ? out : word));
  const status = await runCommandLine(
    [command, ...given],
    {
      workingFolder: folder,
      migrationsDirectory,
      profileFolder: folder,
      clock,
      newId,
    },
    { stdout, stderr } as unknown as CommandLineProcess,
  );
  const text = Buffer.concat(said).toString('utf8') + written(out);
  return {
    status,
    text: text
      .replaceAll(out, 'OUT')
      .replaceAll(project.app.path, 'P')
      .replaceAll(/"number":\s*\d+/g, ''),
  };
}

function written(path: string): string {
  try {
    return gunzipSync(readFileSync(path)).toString('utf8');
  } catch {
    return '';
  }
}

test('every command that reads says what it would say if Ben had done nothing', async () => {
  const folder = testFolder();
  saveProfile(folder, ana);
  const project = await blindProject('after');
  const without = await blindProject('never');
  // A command opens the project itself.
  await project.app.close();
  await without.app.close();
  expect(commands.map(({ name }) => name).filter((name) => asked[name] === undefined)).toEqual([]);
  for (const [command, lines] of Object.entries(asked)) {
    if (typeof lines === 'string') continue;
    for (const words of lines) {
      const said = await run(project, folder, command, words);
      // There is no number while it is blind.
      expect(said.status, said.text).toBe(command === 'agreement' ? 2 : 0);
      expect(said.text, `${command} ${words}`).not.toContain('zebra');
      expect(said, `${command} ${words}`).toEqual(await run(without, folder, command, words));
    }
  }
});
