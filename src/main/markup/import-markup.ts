import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type { MarkReport } from '../../shared/contract/exchange.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { applyMark } from './apply-mark.ts';
import {
  applyLinesAfterMarks,
  applyLinesBeforeMarks,
  sortTypedLines,
} from './apply-typed-lines.ts';
import { createSession } from './markup-session.ts';
import type { MarkupFormat, MarkupReading } from './markup-item.ts';
import { createReport } from './report-builder.ts';

/** Thrown to take a rehearsal back; it leaves the transaction without a trace. */
class Rehearsed extends Error {}

/**
 * Brings in a file of markup: one transaction and one undo step, all lines that are good, and a report of the
 * others. A rehearsal gives the same report and changes nothing.
 * @throws {AttestError} `not-found` when the file cannot be read
 */
export function importMarkup(
  context: Pick<ServiceContext, 'db' | 'changes' | 'clock' | 'newId' | 'analyst'>,
  file: { readonly path: string; readonly format: MarkupFormat; readonly dryRun?: boolean },
): MarkReport {
  const { path, format, dryRun = false } = file;
  const fileName = basename(path);
  checkFile(path);
  const report = createReport();
  try {
    context.changes.record(`Markup from “${fileName}”`, (draft) => {
      const session = createSession({
        db: context.db,
        draft,
        report,
        formatName: format.name,
        fileName,
        now: nowIso(context),
        analyst: context.analyst(),
        newId: context.newId,
      });
      const reading: MarkupReading = {
        textOf(label) {
          const source = session.sources.resolve(label);
          return typeof source === 'string' ? null : session.sources.open(source).text;
        },
        analyst: session.analysts.nameOf(undefined),
      };
      const typed = sortTypedLines(session, format.read(path, 'typed', reading));
      applyLinesBeforeMarks(session, typed);
      for (const item of format.read(path, 'marks', reading)) {
        if (item.kind === 'problem') report.problem(item.line, item.problem);
        if (item.kind !== 'mark') continue;
        for (const field of item.ignored) report.ignoredField(item.line, field);
        applyMark(session, item);
      }
      applyLinesAfterMarks(session, typed);
      if (dryRun) throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return report.build();
}

function checkFile(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new AttestError(
      'not-found',
      missing
        ? 'There is no such file. Nothing was brought in.'
        : 'The file cannot be read. Nothing was brought in. Check that it is yours to read.',
    );
  }
  try {
    if (fstatSync(file).isDirectory()) {
      throw new AttestError('not-found', 'This is a folder, not a file. Nothing was brought in.');
    }
  } finally {
    closeSync(file);
  }
}
