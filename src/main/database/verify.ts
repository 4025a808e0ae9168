import { createHash } from 'node:crypto';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { describeSpanProblem, spansProblem } from '../../shared/domain/highlights/span.ts';
import type { VerifyReport } from '../../shared/contract/projects.ts';
import { spansFromColumns } from '../highlights/highlights-store.ts';
import type { Connection } from './connection.ts';
import { sql } from './sql.ts';
import type { ReadDb } from './types.ts';

const failuresAtMost = 100;

interface ContentRow {
  readonly number: number;
  readonly id: string;
  readonly text: string;
  readonly textSha256: string;
  readonly originalSha256: string;
}

interface QuoteRow {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly spans: string | null;
  readonly quote: string;
}

interface ChainSpanRow {
  readonly highlightId: string;
  readonly start: number;
  readonly end: number;
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Everything that must hold in a project: SQLite's own checks, each text and original against its hash, each quote
 * against its span. All of it is checked; counted is what `seen` holds, where something is blind for who asks.
 */
export function verifyProject(connection: Connection, seen: ReadDb = connection): VerifyReport {
  const failures: string[] = [];
  let failed = 0;
  const fail = (text: string): void => {
    failed += 1;
    if (failures.length < failuresAtMost) failures.push(text);
  };

  for (const row of connection.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') fail(`The file is damaged: ${row.integrity_check}.`);
  }
  for (const row of connection.pragma('foreign_key_check') as { table: string }[]) {
    fail(`A row of ${row.table} refers to a missing one.`);
  }

  const counts = {
    sources: 0,
    texts: 0,
    originals: 0,
    highlights: 0,
    quotes: 0,
    spans: 0,
    changes: 0,
  };
  const numbers = connection.all<{ number: number }>(
    sql`SELECT number FROM source_contents ORDER BY number`,
  );
  for (const { number } of numbers) verifyContent(number);
  counts.sources = count('sources');
  counts.highlights = count('highlights');
  counts.changes = count('changes');
  if (failed > failures.length) failures.push(`… and ${failed - failures.length} more.`);
  return { ok: failed === 0, counts, failures };

  function count(table: 'sources' | 'highlights' | 'changes'): number {
    const query = {
      sources: sql`SELECT count(*) AS n FROM sources`,
      highlights: sql`SELECT count(*) AS n FROM highlights`,
      changes: sql`SELECT count(*) AS n FROM changes`,
    }[table];
    return seen.get<{ n: number }>(query)?.n ?? 0;
  }

  function verifyContent(number: number): void {
    const content = connection.get<ContentRow>(
      sql`SELECT number, id, text, text_sha256 AS textSha256, original_sha256 AS originalSha256
          FROM source_contents WHERE number = ${number}`,
    );
    if (content === undefined) return;
    const names = connection.all<{
      id: string;
      file: string;
      characters: number;
      textSha256: string;
    }>(
      sql`SELECT id, file, characters, text_sha256 AS textSha256 FROM sources WHERE content_id = ${content.id}`,
    );
    const name = names[0]?.file ?? 'A removed source';
    counts.texts += 1;
    if (sha256(content.text) !== content.textSha256)
      fail(`${name}: the text is not the one of its hash.`);
    const original = connection.get<{ original: Uint8Array }>(
      sql`SELECT original FROM source_contents WHERE number = ${number}`,
    );
    counts.originals += 1;
    if (original === undefined || sha256(original.original) !== content.originalSha256) {
      fail(`${name}: the original bytes are not those of its hash.`);
    }
    for (const source of names) {
      if (source.characters !== content.text.length || source.textSha256 !== content.textSha256) {
        fail(`${source.file}: its length or hash is not that of its text.`);
      }
      verifyMarks(source.id, source.file, content.text);
    }
  }

  function verifyMarks(sourceId: string, file: string, text: string): void {
    const marks = connection.all<QuoteRow>(
      sql`SELECT id, "start", "end", spans, quote FROM highlights WHERE source_id = ${sourceId}`,
    );
    const shown =
      seen === connection
        ? null
        : new Set(
            seen
              .all<{ id: string }>(sql`SELECT id FROM highlights WHERE source_id = ${sourceId}`)
              .map(({ id }) => id),
          );
    const isCounted = (id: string): boolean => shown?.has(id) ?? true;
    for (const mark of marks) {
      if (isCounted(mark.id)) counts.quotes += 1;
      const spans = spansFromColumns(mark);
      const problem = spansProblem(text, spans);
      if (problem !== null) fail(`${file}: mark ${mark.id} ${describeSpanProblem(problem)}`);
      else if (quoteOf(text, spans) !== mark.quote) {
        fail(`${file}: the quote of mark ${mark.id} is not the text at its span.`);
      }
    }
    const chainSpans = connection.all<ChainSpanRow>(
      sql`SELECT highlights.id AS highlightId, span_start AS "start", span_end AS "end"
          FROM highlights JOIN attributions ON attributions.highlight_id = highlights.id
          JOIN attribution_links ON attribution_links.attribution_id = attributions.id
          WHERE highlights.source_id = ${sourceId} AND span_start IS NOT NULL
          UNION ALL
          SELECT highlights.id, cue_start, cue_end
          FROM highlights JOIN attributions ON attributions.highlight_id = highlights.id
          JOIN attribution_links ON attribution_links.attribution_id = attributions.id
          WHERE highlights.source_id = ${sourceId} AND cue_start IS NOT NULL`,
    );
    for (const span of chainSpans) {
      if (isCounted(span.highlightId)) counts.spans += 1;
      const problem = spansProblem(text, [[span.start, span.end]]);
      if (problem !== null) {
        fail(
          `${file}: a speaker or cue of mark ${span.highlightId} ${describeSpanProblem(problem)}`,
        );
      }
    }
  }
}
