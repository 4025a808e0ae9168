import { dirname, join, sep } from 'node:path';
import {
  articleFields,
  type ColumnMapping,
  type ParseOptions,
} from '../../shared/domain/sources/parsed-source.ts';
import { sourceMetadataFields } from '../../shared/domain/sources/source.ts';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import { importReportCsv } from '../sources/import-report-csv.ts';
import type { GivenMetadata } from '../sources/import-file.ts';
import { analystOption, UsageError, type Command, type Invocation } from './command.ts';
import { checkedReliability } from './checked-grades.ts';
import { carryAlong, findingLines, replacedSource, replacesOptions } from './import-findings.ts';
import { readMetadataTable, type MetadataTable } from './metadata-table.ts';
import { fullPath, withProject } from './with-project.ts';

/** `import`: files and folders become sources. */
export const importCommand: Command = {
  name: 'import',
  parameters: 'P PATH…',
  summary: 'brings in files or folders (recursively)',
  details:
    'Reads text, HTML, MHTML, Markdown, PDF, DOCX, ODT, RTF, EPUB, mails (EML, MBOX) with their files, CSV and JSON of articles, and ZIP archives of these. ' +
    'A list of addresses (a table with the columns url and file, lines of address and file parted by a tab, or .url and .webloc files beside saved pages) gives the saved files their addresses; nothing is fetched. ' +
    'Each source is one transaction; what is there already is left alone, so an interrupted import is just run again. Dates are EDTF, such as 2023-10.',
  arguments: [2, Number.POSITIVE_INFINITY],
  options: {
    ...Object.fromEntries(
      sourceMetadataFields.map((field) => [
        field,
        { type: 'string', value: 'TEXT', help: `the ${field} of the sources` } as const,
      ]),
    ),
    reliability: { type: 'string', value: 'A–F', help: 'how reliable the sources are' },
    metadata: {
      type: 'string',
      value: 'FILE.csv',
      help: 'a table with a column “file” and the same names',
    },
    ...replacesOptions,
    encoding: {
      type: 'string',
      value: 'NAME',
      help: 'the character set of the files, where the one found is wrong (windows-1251)',
    },
    columns: {
      type: 'string',
      value: 'FIELD=COLUMN,…',
      help: 'what the columns of CSV and JSON files hold: text=Body,title=Headline',
    },
    report: {
      type: 'string',
      value: 'FILE.csv',
      help: 'writes what became of each file as a table',
    },
    ...analystOption,
  },
  run: (invocation) =>
    withProject(invocation, 'write', async (app) => {
      const { io } = invocation;
      const common = commonMetadata(invocation);
      const table = metadataTable(invocation);
      const options = readingOptions(invocation);
      const typed = invocation.positionals.slice(1);
      const replacesId = replacedSource(invocation, app.context.seen(), typed);
      const report = await app.imports.importPaths(
        typed.map((path) => fullPath(invocation, path)),
        (path) => ({ ...common, replacesId, ...table?.of(path) }),
        invocation.surroundings.newId(),
        options,
      );
      io.progressDone();
      const unused = table?.unused() ?? [];
      const outcomes = report.outcomes.map((outcome) => ({
        ...outcome,
        ...carryAlong(invocation, app, outcome),
        file: asTyped(invocation, typed, outcome.file),
      }));
      for (const outcome of outcomes) {
        if (outcome.problem !== null) io.problem(outcome.file, outcome.problem);
      }
      for (const file of unused) {
        io.problem(file, 'the table of metadata names it, and it was not among the files');
      }
      const reportFile = invocation.text('report');
      if (reportFile !== undefined) {
        const path = fullPath(invocation, reportFile);
        writeFileWhole(path, importReportCsv(outcomes), invocation.surroundings.newId);
      }
      if (io.isJson) await io.json(outcomes);
      else {
        const lines = outcomes.flatMap((outcome) => [
          outcomeLine(outcome),
          ...findingLines(app.context.seen(), outcome),
        ]);
        await io.lines([...lines, totals(report)]);
      }
      return report.problems > 0 || unused.length > 0 ? 1 : 0;
    }),
};

/** How the files are read, as far as that is said. */
function readingOptions(invocation: Invocation): ParseOptions {
  const encoding = invocation.text('encoding')?.trim();
  const columns = invocation.text('columns');
  return {
    ...(encoding === undefined || encoding === '' ? {} : { encoding }),
    ...(columns === undefined ? {} : { columns: columnMapping(columns) }),
  };
}

function columnMapping(written: string): ColumnMapping {
  const pairs = written.split(/,(?=[a-z]+=)/).map((pair) => {
    const [field = '', ...column] = pair.split('=');
    const name = column.join('=').trim();
    const isKnown = articleFields.some((known) => known === field.trim());
    if (!isKnown || name === '') {
      throw new UsageError(
        `--columns: “${pair}” is not FIELD=COLUMN with a field of ${articleFields.join(', ')}.`,
      );
    }
    return [field.trim(), name];
  });
  return Object.fromEntries(pairs) as ColumnMapping;
}

/** A file by the path that led to it, as that was typed. */
function asTyped(invocation: Invocation, typed: readonly string[], file: string): string {
  for (const path of typed) {
    const full = fullPath(invocation, path);
    // A part of a file has the file's name and more.
    if (file === full || file.startsWith(`${full}#`)) return path + file.slice(full.length);
    const folder = full.endsWith(sep) ? full : full + sep;
    if (file.startsWith(folder)) return join(path, file.slice(folder.length));
  }
  // What a list of addresses names lies beside it.
  for (const path of typed) {
    const beside = dirname(fullPath(invocation, path)) + sep;
    if (file.startsWith(beside)) return join(dirname(path), file.slice(beside.length));
  }
  return file;
}

function commonMetadata(invocation: Invocation): GivenMetadata {
  const given: Record<string, string> = {};
  for (const field of sourceMetadataFields) {
    const value = invocation.text(field);
    if (value === undefined) continue;
    if (field === 'published' || field === 'updated' || field === 'accessed') {
      const problem = dateProblem(value);
      if (problem !== null) {
        throw new UsageError(
          `--${field} “${value}” cannot be kept: ${problem} Nothing was changed.`,
        );
      }
    }
    given[field] = value;
  }
  const reliability = invocation.text('reliability');
  if (reliability === undefined) return given;
  return { ...given, reliability: checkedReliability(reliability) };
}

function metadataTable(invocation: Invocation): MetadataTable | null {
  const path = invocation.text('metadata');
  return path === undefined ? null : readMetadataTable(fullPath(invocation, path));
}

function outcomeLine(outcome: ImportOutcome): string {
  const { status, file, characters } = outcome;
  return `${status}\t${file}${characters === null ? '' : `\t${characters} characters`}`;
}

function totals(report: {
  readonly imported: number;
  readonly duplicates: number;
  readonly problems: number;
}): string {
  return `${report.imported} imported, ${report.duplicates} there already, ${report.problems} left out`;
}
