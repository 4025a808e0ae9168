import type { AgreementReport } from '../../shared/contract/agreement.ts';
import { agreementCells, agreementColumns } from '../../shared/domain/agreement/agreement-cells.ts';
import { guardCell } from '../../shared/domain/exports/csv-cell.ts';

/** All figures as CSV (RFC 4180) with a byte-order mark, which spreadsheets need; no cell of words can be run as a formula. */
export function* agreementCsv({ analysts, measures }: AgreementReport): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${agreementColumns.join(',')}\r\n`);
  const names = analysts.map(({ name }) => name);
  for (const measure of measures) {
    const cells = agreementCells(measure, names).map(cell);
    yield encoder.encode(`${cells.join(',')}\r\n`);
  }
}

/** A figure below zero begins like a formula, and is none. */
function cell(text: string): string {
  const safe = isNumber.test(text) ? text : guardCell(text).text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
