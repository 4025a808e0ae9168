import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { SourcesApi } from '../../shared/contract/sources.ts';
import { sourceName, type Source } from '../../shared/domain/sources/source.ts';
import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import { backupFolder, backUp, listBackups } from '../database/backup.ts';
import type { Connection } from '../database/connection.ts';
import { verifyProject } from '../database/verify.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import { importReportCsv } from './import-report-csv.ts';
import type { ImportJobs } from './import-jobs.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { blocksOfSource, textOfSource } from './contents-store.ts';
import { foundValuesOf, inlineRangesOf } from './file-findings-store.ts';
import { suspiciousOf } from './findings-store.ts';
import { allFindings, nearDuplicates } from './near-duplicates.ts';
import { purgeSource, removeSource, sourceOrFail } from './remove-source.ts';
import { setBoilerplate } from './set-boilerplate.ts';
import { countMarks, listSources, sourceRow } from './source-list-store.ts';

const dateFields = ['published', 'updated', 'accessed'] as const;

/** Fails with a sentence where a date is not EDTF. */
export function checkDates(metadata: {
  readonly [Field in (typeof dateFields)[number]]?: string | null | undefined;
}): void {
  for (const field of dateFields) {
    const date = metadata[field];
    const problem = date ? dateProblem(date) : null;
    if (problem !== null) {
      throw new AttestError(
        'invalid-input',
        `The date “${date}” (${field}) cannot be kept: ${problem} Nothing was changed.`,
      );
    }
  }
}

/** Sources: what there is, bringing in, correcting, taking out. */
export function createSources(
  context: ServiceContext,
  connection: Connection,
  jobs: ImportJobs,
): Handlers<SourcesApi> {
  const { db, changes } = context;

  return {
    list: () => listSources(db),
    counts: ({ sourceIds }) => countMarks(db, sourceIds ?? null),
    findings: () => allFindings(db),
    nearDuplicates: ({ sourceId }) => nearDuplicates(db, sourceOrFail(db, sourceId).id),
    inlineRanges: ({ sourceId }) => inlineRangesOf(db, sourceOrFail(db, sourceId).contentId),
    foundValues: ({ sourceId }) => foundValuesOf(db, sourceOrFail(db, sourceId).contentId),
    suspicious: ({ sourceId }) => suspiciousOf(db, sourceOrFail(db, sourceId).id),
    get: ({ sourceId }) => sourceRow(db, sourceOrFail(db, sourceId).id)!,
    content({ sourceId }) {
      const source = sourceOrFail(db, sourceId);
      return {
        source,
        text: textOfSource(db, sourceId) ?? '',
        blocks: blocksOfSource(db, sourceId),
      };
    },
    importPaths: ({ paths, metadata = {}, jobId, encoding, columns }) => {
      checkDates(metadata);
      return jobs.begin({ paths, metadata, options: { encoding, columns } }, jobId);
    },
    importPasted: ({ text, html, metadata, jobId }) => {
      checkDates(metadata);
      return jobs.importPasted({ text, html }, metadata, jobId);
    },
    previewTable: ({ path, encoding, columns }) =>
      jobs.previewTable(path, {
        ...(encoding === undefined ? {} : { encoding }),
        ...(columns === undefined ? {} : { columns }),
      }),
    cancelImport({ jobId }) {
      jobs.cancel(jobId);
      return null;
    },
    unfinishedImports: () => jobs.unfinished(),
    resumeImport: ({ importId, jobId }) => jobs.resume(importId, jobId),
    writeImportReport({ jobId, path }) {
      writeFileWhole(path, importReportCsv(jobs.outcomesOf(jobId)), context.newId);
      return null;
    },
    readAgain: (input) => jobs.readAgain(input),
    forgetImport({ importId }) {
      jobs.forget(importId);
      return null;
    },
    edit({ sourceId, patch }) {
      const before = sourceOrFail(db, sourceId);
      checkDates(patch);
      const given = Object.fromEntries(
        Object.entries(patch)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, value === '' ? null : value]),
      ) as Partial<Source>;
      changes.record(`Details of “${sourceName(before)}”`, (draft) => {
        draft.put('source', { ...before, ...given });
      });
      return sourceRow(context.seen(), sourceId)!;
    },
    remove({ sourceId }) {
      removeSource(context, sourceId);
      return null;
    },
    async purge({ sourceId }) {
      const hadBackups = listBackups(connection.path).length > 0;
      purgeSource(context, connection, sourceId);
      // The old backups held what had to go; the project is not left without one.
      if (hadBackups) {
        await backUp(
          connection,
          backupFolder(connection.path),
          nowIso(context),
          (copy) => verifyProject(copy).failures,
        );
      }
      return null;
    },
    setBoilerplate({ sourceId, span, boilerplate }) {
      setBoilerplate(context, sourceId, span, boilerplate);
      return null;
    },
  };
}
