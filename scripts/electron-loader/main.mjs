// Stands in for the default application of an official Electron, which the borrowed one lacks:
// `electron [-r MODULE] FOLDER` runs the application in FOLDER, after MODULE.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
const before = args.indexOf('-r');
const [, required] = before < 0 ? [] : args.splice(before, 2);
if (required !== undefined) createRequire(import.meta.url)(resolve(required));

const given = args.find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('Name the folder of the application to run.\n');
  app.exit(2);
} else {
  const folder = resolve(given);
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  app.setAppPath(folder);
  process.defaultApp = true;
  // Awaited, so that "ready" comes only after the application's own first lines, as it must.
  await import(pathToFileURL(join(folder, description.main)).href);
}
