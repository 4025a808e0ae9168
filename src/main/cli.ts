import { join } from 'node:path';
import { v7 } from 'uuid';
import { runCommandLine } from './command-line/run-command-line.ts';
import { profileFolder } from './projects/profile.ts';

// The command line: the same services as behind a window, in plain Node. This file lies two folders
// below the application's, as source and as built.

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    workingFolder: process.cwd(),
    migrationsDirectory: join(import.meta.dirname, '../../migrations'),
    profileFolder: profileFolder(),
    clock: Date.now,
    newId: () => v7(),
  },
  process,
);
