import type { ImportReport } from '../../shared/contract/sources.ts';

/** A number of things in words: `1 source`, `3 sources`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What became of an import, in one sentence, and in another how many characters are suspicious. */
export function summaryOf(report: ImportReport): string {
  const { imported, duplicates, problems, cancelled, outcomes } = report;
  const suspicious = outcomes.reduce((sum, outcome) => sum + (outcome.suspicious ?? 0), 0);
  const parts = [
    imported > 0 ? `${countOf(imported, 'source', 'sources')} came in` : null,
    duplicates > 0 ? `${countOf(duplicates, 'was', 'were')} there already` : null,
    problems > 0 ? `${countOf(problems, 'file', 'files')} could not be read` : null,
  ].filter((part) => part !== null);
  const sentence = parts.length === 0 ? 'Nothing was found to bring in' : listed(parts);
  const whole = cancelled ? `Stopped: ${sentence}. What came in is kept.` : `${sentence}.`;
  if (suspicious === 0) return whole;
  return `${whole} ${countOf(suspicious, 'character is', 'characters are')} suspicious.`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
