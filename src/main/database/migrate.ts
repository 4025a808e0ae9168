import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Connection } from './connection.ts';
import { sql } from './sql.ts';

/** One file of `migrations/`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** Marks our files in SQLite's header: "ATST". */
export const applicationId = 0x41545354;

/** Reads the migrations of a folder in order; refuses a gap, a stranger and a doubled number. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name);
    if (match === null || Number(match[1]) !== index + 1) {
      throw new Error(`migrations/${name} is not number ${index + 1} of the row`);
    }
    const text = readFileSync(join(folder, name), 'utf8');
    return {
      number: index + 1,
      name,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
    };
  });
}

interface AppliedRow {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

function appliedMigrations(connection: Connection): AppliedRow[] {
  const table = connection.get(
    sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'`,
  );
  if (table === undefined) return [];
  return connection.all<AppliedRow>(
    sql`SELECT number, name, sha256 FROM schema_migrations ORDER BY number`,
  );
}

/** Those still to apply; throws where the project is newer than this version, or was made by edited migrations. */
export function pendingMigrations(
  connection: Connection,
  migrations: readonly Migration[],
): Migration[] {
  const applied = appliedMigrations(connection);
  if (applied.length > migrations.length) {
    throw new AttestError(
      'newer-version',
      `${connection.path} was made by a newer version of Attest. Nothing was changed. Open it with that version.`,
    );
  }
  for (const row of applied) {
    const known = migrations[row.number - 1];
    if (known === undefined || known.sha256 !== row.sha256) {
      throw new AttestError(
        'newer-version',
        `${connection.path} was made by another build of Attest (step ${row.name} differs). Nothing was changed. Open it with that build.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

/** Applies what is pending in one transaction; foreign keys are off meanwhile and checked before the commit. */
export function applyMigrations(
  connection: Connection,
  pending: readonly Migration[],
  appliedAt: string,
): void {
  if (pending.length === 0) return;
  connection.pragma('foreign_keys = OFF');
  try {
    connection.transaction(() => {
      connection.execute(
        `CREATE TABLE IF NOT EXISTS schema_migrations (
          number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
        ) STRICT`,
      );
      for (const migration of pending) {
        connection.execute(migration.text);
        connection.run(
          sql`INSERT INTO schema_migrations (number, name, sha256, applied_at)
              VALUES (${migration.number}, ${migration.name}, ${migration.sha256}, ${appliedAt})`,
        );
        connection.execute(`PRAGMA user_version = ${migration.number}`);
      }
      connection.execute(`PRAGMA application_id = ${applicationId}`);
      const violations = connection.pragma('foreign_key_check') as readonly unknown[];
      if (violations.length > 0) {
        throw new AttestError(
          'damaged',
          `${connection.path} could not be brought up to date: ${violations.length} of its rows refer to missing ones. Nothing was changed.`,
        );
      }
    });
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}
