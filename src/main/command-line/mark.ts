import { basename } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type { MarkReport } from '../../shared/contract/exchange.ts';
import { importMarkup } from '../markup/import-markup.ts';
import { markupFormat, markupFormats } from '../markup/markup-formats.ts';
import type { MarkupFormat } from '../markup/markup-item.ts';
import { analystOption, UsageError, type Command, type Invocation } from './command.ts';
import { fullPath, withProject } from './with-project.ts';

/** Formats that are named and cannot be read yet. */
const laterFormats = ['w3c', 'qdpx', 'qdc', 'webanno', 'hypothesis', 'taguette'];

/** By which a file of one of them is told, where no format is named. */
const laterEndings = /\.(qdpx|qdc|tsv|csv|sqlite3?|jsonld|zip)$/i;

/** `mark`: markup comes in. */
export const markCommand: Command = {
  name: 'mark',
  parameters: 'P FILE…',
  summary: 'brings in markup',
  details: `Each file is one transaction and one undo step. Marks whose words moved are re-anchored where their quote stands exactly once; those without a place are kept in a list. Formats: ${markupFormats.map(({ name }) => name).join(', ')}.`,
  arguments: [2, Number.POSITIVE_INFINITY],
  options: {
    format: {
      type: 'string',
      value: 'F',
      help: 'the format of the files; otherwise brat for .ann and jsonl for all others',
    },
    'dry-run': { type: 'boolean', help: 'says what would be done, and changes nothing' },
    ...analystOption,
  },
  run(invocation) {
    const format = formatOf(invocation);
    const dryRun = invocation.has('dry-run');
    return withProject(invocation, 'write', async (app) => {
      const { io } = invocation;
      const files: object[] = [];
      let isPartly = false;
      for (const name of invocation.positionals.slice(1)) {
        try {
          const path = fullPath(invocation, name);
          const report = importMarkup(app.context, { path, format, dryRun });
          isPartly = tell(invocation, name, report) || isPartly;
          files.push({ file: name, dryRun, ...report });
          if (!io.isJson) await io.lines(lines(name, report, dryRun));
        } catch (error) {
          if (!(error instanceof AttestError)) throw error;
          isPartly = true;
          io.problem(name, error.message);
          files.push({
            file: name,
            dryRun,
            ...nothing,
            problems: [{ line: 0, what: error.message }],
          });
        }
      }
      if (io.isJson) await io.json(files);
      return isPartly ? 1 : 0;
    });
  },
};

const nothing: MarkReport = {
  placed: 0,
  changed: 0,
  unchanged: 0,
  others: { added: 0, changed: 0, unchanged: 0 },
  newAnalysts: [],
  reanchored: [],
  unplaced: [],
  problems: [],
};

function formatOf(invocation: Invocation): MarkupFormat {
  const named = invocation.text('format');
  const later = invocation.positionals.slice(1).find((file) => laterEndings.test(file));
  if (named === undefined && later !== undefined) {
    throw new UsageError(
      `${later} is not in JSON lines, and no other format can be read: not yet.`,
    );
  }
  const isBrat = invocation.positionals.slice(1).every((file) => /\.ann$/i.test(file));
  const name = named ?? (isBrat ? 'brat' : 'jsonl');
  const format = markupFormat(name);
  if (format !== null) return format;
  if (laterFormats.includes(name))
    throw new UsageError(`The format ${name} cannot be read: not yet.`);
  const known = [...markupFormats.map((known) => known.name), ...laterFormats].join(', ');
  throw new UsageError(`There is no format “${name}” of markup; there are ${known}.`);
}

/** Writes what went wrong to standard error; true when anything was left out. */
function tell({ io }: Invocation, name: string, report: MarkReport): boolean {
  for (const analyst of report.newAnalysts) io.note(`New analyst: ${analyst}`);
  for (const { line, what } of report.unplaced) {
    io.problem(name, `line ${line}: unplaced: ${what}; it was kept in the list of unplaced marks`);
  }
  for (const { line, what } of report.problems) io.problem(name, `line ${line}: ${what}`);
  return report.unplaced.length > 0 || report.problems.length > 0;
}

function lines(name: string, report: MarkReport, dryRun: boolean): string[] {
  const { added, changed, unchanged } = report.others;
  const parts = [
    `${report.placed} placed`,
    `${report.changed} changed`,
    `${report.unchanged} unchanged`,
    `${report.reanchored.length} re-anchored`,
    `${report.unplaced.length} unplaced`,
    `${report.problems.length} problems`,
  ];
  const others =
    added + changed + unchanged === 0
      ? ''
      : `; other lines: ${added} added, ${changed} changed, ${unchanged} unchanged`;
  return [
    `${basename(name)}: ${parts.join(', ')}${others}${dryRun ? ' (rehearsed: nothing was changed)' : ''}`,
    ...report.reanchored.map(({ line, what }) => `  line ${line}: ${what}`),
  ];
}
