import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { article, benchProject, median, row, timed, type BenchRow } from './bench-project.ts';

const articles = 1_000;
const rounds = 3;

/**
 * The least that an import must do: read, hash, write the rows and the search index (the same tokenizer, on the lines
 * as they are), each file a transaction that is on disk before the next. Nothing is parsed in a process of its own, no
 * change is logged, and no duplicates, versions, near duplicates or suspicious characters are looked for.
 */
function floorImport(folder: string, path: string): void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('wal_autocheckpoint = 8000');
  database.exec(`
    CREATE TABLE contents (number INTEGER PRIMARY KEY, text TEXT, text_hash TEXT, original BLOB, original_hash TEXT);
    CREATE TABLE blocks (number INTEGER PRIMARY KEY, content INTEGER, "start" INTEGER, "end" INTEGER);
    CREATE VIRTUAL TABLE words USING fts5 (tokens, content = '', contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 0');
  `);
  const addContent = database.prepare(
    'INSERT INTO contents (text, text_hash, original, original_hash) VALUES (?, ?, ?, ?)',
  );
  const addBlock = database.prepare(
    'INSERT INTO blocks (content, "start", "end") VALUES (?, ?, ?)',
  );
  const addWords = database.prepare('INSERT INTO words (rowid, tokens) VALUES (?, ?)');
  const addFile = database.transaction((bytes: Buffer) => {
    const text = bytes.toString('utf8');
    const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
    const content = addContent.run(text, hash(text), bytes, hash(bytes)).lastInsertRowid;
    let start = 0;
    for (const line of text.split('\n')) {
      if (line !== '') {
        const block = addBlock.run(content, start, start + line.length).lastInsertRowid;
        addWords.run(block, line);
      }
      start += line.length + 1;
    }
  });
  for (const name of readdirSync(folder)) addFile(readFileSync(join(folder, name)));
  database.close();
}

/** Importing 1,000 articles of plain text against the floor, in turn; medians. */
export async function run(): Promise<readonly BenchRow[]> {
  const measured: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const project = benchProject();
    const folder = join(project.folder, 'articles');
    mkdirSync(folder);
    for (let number = 0; number < articles; number += 1) {
      writeFileSync(join(folder, `${number}.txt`), article(number));
    }
    floor.push(await timed(() => floorImport(folder, join(project.folder, 'floor.db'))));
    let imported = 0;
    measured.push(
      await timed(async () => {
        const report = await project.app.api.sources.importPaths({
          paths: [folder],
          jobId: 'bench',
        });
        imported = report.imported;
      }),
    );
    await project.end();
    if (imported !== articles) throw new Error(`${imported} of ${articles} came in`);
  }
  return [
    row(
      'import 1,000 articles (floor: read, hash, rows, search index)',
      median(measured),
      median(floor),
    ),
  ];
}
