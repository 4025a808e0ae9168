import {
  exportFormats,
  type ExportFormat,
  type ExportOptions,
  type ExportReport,
} from '../../shared/contract/exchange.ts';
import { blindSources } from '../reviews/assignments-store.ts';
import { exportProject } from '../exports/export-project.ts';
import type { App } from '../app.ts';
import type { ReadDb } from '../database/types.ts';
import { nowIso } from '../service-context.ts';
import { UsageError, type Command, type Invocation } from './command.ts';
import { analystNamed, sourceNamed, summaryNamed, tagNamed } from './find-object.ts';
import { fullPath, withProject } from './with-project.ts';

/** Formats that are named and cannot be written yet. */
const laterFormats = ['xlsx', 'w3c', 'qdpx', 'qdc', 'docx'];

/** `export`: tables, markup, reports and summaries. */
export const exportCommand: Command = {
  name: 'export',
  parameters: 'P --format F',
  summary: 'writes a table, markup, a report or a summary',
  details: `Formats: ${exportFormats.join(', ')}. html and md without --summary: a report of all claims.`,
  arguments: [1, 1],
  options: {
    format: { type: 'string', value: 'F', help: exportFormats.join(', ') },
    out: { type: 'string', value: 'FILE', help: 'where to; standard output otherwise' },
    summary: { type: 'string', value: 'S', help: 'this summary, by id or title (md, html)' },
    rows: {
      type: 'string',
      value: 'mention|tag',
      help: 'one row a mention, or a mention and tag (csv)',
    },
    'all-highlights': { type: 'boolean', help: 'also highlights without a claim' },
    source: { type: 'string', value: 'S', help: 'only marks in this source' },
    tag: { type: 'string', value: 'T', help: 'only marks with this tag or one below it' },
    analyst: { type: 'string', value: 'A', help: 'only marks of this analyst' },
    'no-bom': { type: 'boolean', help: 'no byte-order mark (csv)' },
    raw: { type: 'boolean', help: 'cells that a spreadsheet could run as they are (csv)' },
  },
  run(invocation) {
    const format = formatOf(invocation);
    const rows = rowsOf(invocation);
    if (invocation.text('summary') !== undefined && format !== 'md' && format !== 'html') {
      throw new UsageError(`--summary is for md and html, not for ${format}.`);
    }
    return withProject(invocation, 'read', async (app) => {
      const options = { ...optionsOf(invocation, app.context.seen()), format, rows };
      const out = invocation.text('out');
      if (out === undefined) return toOutput(invocation, app, options);
      const path = fullPath(invocation, out);
      const report = await app.api.exchange.exportToFile({ path, options });
      if (invocation.io.isJson) await invocation.io.json({ path, ...report });
      else await invocation.io.lines([`${path}: ${report.rows} rows, ${report.bytes} bytes`]);
      tell(invocation, report);
      return 0;
    });
  },
};

async function toOutput(invocation: Invocation, app: App, options: ExportOptions): Promise<0> {
  const running = exportProject(
    app.context.seen(),
    options,
    nowIso(app.context),
    blindSources(app.context.db, app.context.analyst().id).length,
  );
  for (const chunk of running.chunks) {
    if (!(await invocation.io.write(chunk))) break;
  }
  tell(invocation, running.report());
  return 0;
}

function tell({ io }: Invocation, report: ExportReport): void {
  if (report.guardedCells > 0) {
    const cells = report.guardedCells === 1 ? '1 cell' : `${report.guardedCells} cells`;
    io.note(
      `${cells} that a spreadsheet could run got a leading ' (--raw leaves them as they are)`,
    );
  }
  if (report.blindSources > 0) {
    io.note(
      `${report.blindSources === 1 ? '1 source is' : `${report.blindSources} sources are`} still blind: only your own marks there were written`,
    );
  }
  if (report.handling !== null) io.note(`Handling of what was written: ${report.handling}`);
}

function formatOf(invocation: Invocation): ExportFormat {
  const typed = invocation.text('format');
  if (typed === undefined)
    throw new UsageError(`--format is missing: ${exportFormats.join(', ')}.`);
  const found = exportFormats.find((format) => format === typed);
  if (found !== undefined) return found;
  if (laterFormats.includes(typed)) {
    throw new UsageError(`The format ${typed} cannot be written: not yet.`);
  }
  const known = [...exportFormats, ...laterFormats].join(', ');
  throw new UsageError(`There is no format “${typed}”; there are ${known}.`);
}

function rowsOf(invocation: Invocation): 'mention' | 'tag' {
  const typed = invocation.text('rows') ?? 'mention';
  if (typed !== 'mention' && typed !== 'tag') throw new UsageError('--rows is mention or tag.');
  return typed;
}

function optionsOf(invocation: Invocation, db: ReadDb): Omit<ExportOptions, 'format' | 'rows'> {
  const summary = invocation.text('summary');
  const source = invocation.text('source');
  const tag = invocation.text('tag');
  const analyst = invocation.text('analyst');
  return {
    summaryId: summary === undefined ? undefined : summaryNamed(db, summary),
    sourceId: source === undefined ? undefined : sourceNamed(db, source).id,
    tagId: tag === undefined ? undefined : tagNamed(db, tag).id,
    analystId: analyst === undefined ? undefined : analystNamed(db, analyst).id,
    allHighlights: invocation.has('all-highlights'),
    noBom: invocation.has('no-bom'),
    raw: invocation.has('raw'),
  };
}
