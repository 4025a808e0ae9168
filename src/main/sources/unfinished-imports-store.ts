import { z } from 'zod';
import {
  metadataPatch,
  readingOptions,
  type UnfinishedImport,
} from '../../shared/contract/sources.ts';
import { sql } from '../database/sql.ts';
import type { ReadDb, WriteDb } from '../database/types.ts';

const requestShape = z.object({
  version: z.literal(1),
  paths: z.array(z.string()),
  metadata: metadataPatch,
  options: readingOptions,
});

/** What an import was asked to bring in. */
export type ImportRequest = Omit<z.infer<typeof requestShape>, 'version'>;

/** Takes note of an import before it begins. */
export function noteImport(
  db: WriteDb,
  started: { readonly id: string; readonly request: ImportRequest; readonly startedAt: string },
): void {
  const request = JSON.stringify({ version: 1, ...started.request });
  db.run(
    sql`INSERT INTO unfinished_imports (id, request, started_at, done, total)
        VALUES (${started.id}, ${request}, ${started.startedAt}, 0, NULL)
        ON CONFLICT (id) DO NOTHING`,
  );
}

/** Takes note of how far an import has come, in files. */
export function noteImportProgress(
  db: WriteDb,
  id: string,
  { done, total }: { readonly done: number; readonly total: number | null },
): void {
  db.run(sql`UPDATE unfinished_imports SET done = ${done}, total = ${total} WHERE id = ${id}`);
}

/** Forgets an import: it is done, or nobody wants the rest. */
export function forgetImport(db: WriteDb, id: string): void {
  db.run(sql`DELETE FROM unfinished_imports WHERE id = ${id}`);
}

interface ImportRow {
  readonly id: string;
  readonly request: string;
  readonly startedAt: string;
  readonly done: number;
  readonly total: number | null;
}

/** The imports that were begun and not ended, the latest first, with what each was asked for. */
export function unfinishedImports(
  db: ReadDb,
): readonly (UnfinishedImport & { readonly request: ImportRequest })[] {
  return db
    .all<ImportRow>(
      sql`SELECT id, request, started_at AS startedAt, done, total
          FROM unfinished_imports ORDER BY started_at DESC, id`,
    )
    .flatMap((row) => {
      const { data: request } = requestShape.safeParse(JSON.parse(row.request));
      return request === undefined ? [] : [{ ...row, request, paths: request.paths }];
    });
}
