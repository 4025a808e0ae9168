import { AttestError } from '../../shared/contract/errors.ts';
import type { ExchangeApi } from '../../shared/contract/exchange.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import { importMarkup } from '../markup/import-markup.ts';
import { markupFormat } from '../markup/markup-formats.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { blindSources } from '../reviews/assignments-store.ts';
import { exportProject } from './export-project.ts';
import { printableSource } from './print-source.ts';
import { writeFileWhole } from './write-file.ts';

/** Markup in, and markup, tables and reports out. */
export function createExchange(context: ServiceContext): Handlers<ExchangeApi> {
  return {
    exportToFile({ path, options }) {
      const running = exportProject(
        context.db,
        options,
        nowIso(context),
        blindSources(context.db, context.analyst().id).length,
      );
      writeFileWhole(path, running.chunks, context.newId);
      return running.report();
    },
    writePrintPage({ sourceId, options, marginBoxes, path }) {
      const page = printableSource(
        context.db,
        sourceId,
        { ...options, marginBoxes },
        nowIso(context),
      );
      writeFileWhole(path, page.chunks, context.newId);
      return { marks: page.marks, handling: page.handling, page: page.page };
    },
    importMarkup({ path, format, dryRun }) {
      const reader = markupFormat(format);
      if (reader === null) {
        throw new AttestError(
          'invalid-input',
          `Markup in the format ${format} cannot be read yet. Nothing was changed.`,
        );
      }
      return importMarkup(context, { path, format: reader, dryRun: dryRun ?? false });
    },
  };
}
