import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// Started with a benchmark and a file for its rows, on the project's Node, which strips its types.
const [benchmark, report] = process.argv.slice(2);
const { run } = await import(pathToFileURL(String(benchmark)).href);
writeFileSync(String(report), JSON.stringify(await run()));
