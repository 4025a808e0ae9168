import { stringify } from 'csv-stringify/sync';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import { guardCell } from '../../shared/domain/exports/csv-cell.ts';

const statusWords: Readonly<Record<ImportOutcome['status'], string>> = {
  imported: 'imported',
  duplicate: 'skipped: there already',
  problem: 'failed',
};

const columns = ['file', 'status', 'why', 'title', 'characters', 'boilerplate_characters'] as const;

/** The lines of a report of an import as CSV (UTF-8 with a byte-order mark, CRLF, RFC 4180), a row a file or part of one. */
export function* importReportCsv(outcomes: Iterable<ImportOutcome>): Generator<Uint8Array> {
  yield Buffer.from(`\ufeff${line([...columns, 'source_id', 'text_sha256'])}`);
  for (const outcome of outcomes) {
    const row = line([
      outcome.file,
      statusWords[outcome.status],
      outcome.problem ?? '',
      outcome.title ?? '',
      outcome.characters === null ? '' : String(outcome.characters),
      outcome.boilerplateCharacters === null ? '' : String(outcome.boilerplateCharacters),
      outcome.sourceId ?? '',
      outcome.textSha256 ?? '',
    ]);
    yield Buffer.from(row);
  }
}

function line(cells: readonly string[]): string {
  return stringify([cells.map((cell) => guardCell(cell).text)], { record_delimiter: 'windows' });
}
