import { sql } from './sql.ts';
import type { ReadDb, WriteDb } from './types.ts';

/** What a project says of itself. */
export interface ProjectRow {
  readonly id: string;
  readonly name: string;
}

export function projectRow(db: ReadDb): ProjectRow {
  return db.get<ProjectRow>(sql`SELECT id, name FROM project`) ?? { id: '', name: '' };
}

export function renameProject(db: WriteDb, name: string): void {
  db.run(sql`UPDATE project SET name = ${name}`);
}
