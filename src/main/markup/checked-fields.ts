import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { MarkupSession } from './markup-session.ts';

/** A date of a line, if it is EDTF; otherwise the rest of the line is kept without it, and that is reported. */
export function checkedDate(
  session: MarkupSession,
  line: number,
  field: string,
  given: string | null,
): string | null {
  if (given === null || given === '') return null;
  const problem = dateProblem(given);
  if (problem === null) return given;
  session.report.problem(
    line,
    `“${field}” is no date in EDTF (${given.slice(0, 60)}); the line was kept without it`,
  );
  return null;
}

/** The source that a field of a line names; one that the project does not have is left out, and that is reported. */
export function namedSource(
  session: MarkupSession,
  line: number,
  field: string,
  label: string | null,
): SourceId | null {
  if (label === null) return null;
  const source = session.sources.resolve(label);
  if (typeof source !== 'string') return source.id;
  session.report.problem(line, `“${field}”: ${source}; the line was kept without it`);
  return null;
}
