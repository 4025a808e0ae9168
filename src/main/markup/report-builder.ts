import type { MarkReport } from '../../shared/contract/exchange.ts';

type Listed = MarkReport['problems'][number];

/** What becomes of one object that a line speaks of. */
export type Outcome = 'added' | 'changed' | 'unchanged';

/** Gathers what an import of markup did. */
export interface ReportBuilder {
  mark(outcome: Outcome): void;
  other(outcome: Outcome): void;
  reanchored(line: number, what: string): void;
  unplaced(line: number, what: string): void;
  problem(line: number, what: string): void;
  /** A field that nobody knows: said once a name. */
  ignoredField(line: number, field: string): void;
  newAnalyst(name: string): void;
  build(): MarkReport;
}

/** Makes an empty report. */
export function createReport(): ReportBuilder {
  const marks: Record<Outcome, number> = { added: 0, changed: 0, unchanged: 0 };
  const others: Record<Outcome, number> = { added: 0, changed: 0, unchanged: 0 };
  const reanchored: Listed[] = [];
  const unplaced: Listed[] = [];
  const problems: Listed[] = [];
  const ignored = new Map<string, { readonly line: number; times: number }>();
  const newAnalysts: string[] = [];

  function ignoredProblems(): Listed[] {
    return [...ignored].map(([field, { line, times }]) => {
      const more = times === 1 ? '' : ` here and in ${times - 1} more places`;
      return { line, what: `the field “${field}” is not known; it was left out${more}` };
    });
  }

  return {
    mark: (outcome) => void (marks[outcome] += 1),
    other: (outcome) => void (others[outcome] += 1),
    reanchored: (line, what) => void reanchored.push({ line, what }),
    unplaced: (line, what) => void unplaced.push({ line, what }),
    problem: (line, what) => void problems.push({ line, what }),
    ignoredField: (line, field) => {
      const known = ignored.get(field);
      if (known !== undefined) known.times += 1;
      else if (ignored.size < 100) ignored.set(field, { line, times: 1 });
    },
    newAnalyst: (name) => void newAnalysts.push(name),
    build: () => ({
      placed: marks.added,
      changed: marks.changed,
      unchanged: marks.unchanged,
      others,
      newAnalysts,
      reanchored,
      unplaced,
      problems: [...problems, ...ignoredProblems()].sort((a, b) => a.line - b.line),
    }),
  };
}
