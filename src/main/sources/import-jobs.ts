import { basename } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type {
  ImportOutcome,
  ImportReport,
  UnfinishedImport,
} from '../../shared/contract/sources.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { ParseOptions, PastedText } from '../../shared/domain/sources/parsed-source.ts';
import type { TablePreview } from '../../shared/domain/sources/table-preview.ts';
import type { WriteDb } from '../database/types.ts';
import { collectFiles, type CollectedFile } from '../imports/collect-files.ts';
import type { Parser } from '../imports/parse-file.ts';
import { failureOf } from '../router.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { examineTexts } from './examine-texts.ts';
import { followAddressLists } from './follow-address-lists.ts';
import {
  openFile,
  storeFile,
  type GivenFor,
  type GivenMetadata,
  type OpenedFile,
} from './import-file.ts';
import { problemOutcome, reportOf } from './import-outcome.ts';
import { storePasted } from './import-pasted.ts';
import { openAhead } from './open-ahead.ts';
import { previewTable } from './preview-table.ts';
import { readAgain } from './read-again.ts';
import {
  forgetImport,
  noteImport,
  noteImportProgress,
  unfinishedImports,
  type ImportRequest,
} from './unfinished-imports-store.ts';

const notedEvery = 100;
const keptReports = 3;

const notTried = 'It was not brought in: the disk is full or cannot be written.';

/** Running imports: one transaction a source; a failed file never stops the rest. */
export interface ImportJobs {
  /** An import that can be taken up again, should it be cancelled or killed. */
  begin(request: ImportRequest, jobId: string): Promise<ImportReport>;
  resume(importId: string, jobId: string): Promise<ImportReport>;
  unfinished(): readonly UnfinishedImport[];
  forget(importId: string): void;
  /** An import with what is known of each file; running it again does what is left. */
  importPaths(
    paths: readonly string[],
    given: GivenFor,
    jobId: string,
    options?: ParseOptions,
  ): Promise<ImportReport>;
  importPasted(pasted: PastedText, given: GivenMetadata, jobId: string): Promise<ImportOutcome>;
  readAgain(input: {
    readonly sourceId: SourceId;
    readonly encoding: string;
  }): Promise<ImportOutcome>;
  /** What a file of articles would give; throws `invalid-input` with a sentence. */
  previewTable(path: string, options: ParseOptions): Promise<TablePreview>;
  /** What became of each file of an import that ended lately; throws `not-found` otherwise. */
  outcomesOf(jobId: string): readonly ImportOutcome[];
  /** The source at work is finished, the rest is left. */
  cancel(jobId: string): void;
  /** Cancels everything and waits for it. */
  close(): Promise<void>;
}

/** Makes the import service of an open project. */
export function createImportJobs(
  context: ServiceContext,
  db: WriteDb,
  parser: Parser,
  report: (error: unknown) => void,
): ImportJobs {
  const cancelled = new Set<string>();
  const running = new Map<string, Promise<unknown>>();
  /** The unfinished imports that are at work now. */
  const atWork = new Set<string>();
  /** The outcomes of the last imports, for their reports. */
  const ended = new Map<string, readonly ImportOutcome[]>();
  let closed = false;

  function follow<T>(jobId: string, work: Promise<T>): Promise<T> {
    running.set(jobId, work);
    return work.finally(() => {
      running.delete(jobId);
      cancelled.delete(jobId);
    });
  }

  async function importAll(
    paths: readonly string[],
    given: GivenFor,
    jobId: string,
    options: ParseOptions,
    noteProgress: (done: number, total: number) => void,
  ): Promise<{ readonly outcomes: readonly ImportOutcome[]; readonly stopped: boolean }> {
    const outcomes: ImportOutcome[] = [];
    const stopped = (): boolean => closed || cancelled.has(jobId);
    let done = 0;
    let total: number | null = null;
    let diskFull = false;
    const tell = (label: string): void =>
      context.emit({ type: 'progress', jobId, label, done, total });

    async function keep(opened: OpenedFile): Promise<void> {
      const { path } = opened;
      tell(basename(path));
      try {
        for await (const outcome of storeFile(context, db, opened, givenFor)) {
          outcomes.push(outcome);
          if (outcome.file !== path) tell(basename(path) + outcome.file.slice(path.length));
          if (stopped()) break;
        }
      } catch (error) {
        const failure = failureOf(error, report);
        outcomes.push(problemOutcome(path, failure.message));
        // What came in before is kept; the rest would fail the same way.
        diskFull = failure.code === 'disk';
      } finally {
        leave(opened);
      }
      done += 1;
      if (done % notedEvery === 0) noteProgress(done, total ?? done);
    }

    const collected: CollectedFile[] = [];
    for await (const found of collectFiles(paths)) {
      if (stopped()) break;
      collected.push(found);
    }
    const { files, listed } = await followAddressLists(parser, collected, options);
    const givenFor: GivenFor = (file) => ({ ...listed(file), ...onlyGiven(given(file)) });
    total = files.length;
    await examineTexts(db, stopped).catch(report);
    // The next files are read and parsed, by the child processes, while one is stored.
    const ahead = openAhead(files, (file) => openFile(db, parser, file, options));
    while (!stopped() && !diskFull) {
      const opened = await ahead.take();
      if (opened === null) break;
      await keep(opened);
    }
    for (const opened of await ahead.leave()) leave(opened);
    if (diskFull) {
      for (const { path } of files.slice(done)) outcomes.push(problemOutcome(path, notTried));
      done = files.length;
    }
    noteProgress(done, total);
    tell('');
    return { outcomes, stopped: done < files.length || stopped() };
  }

  async function run(
    importId: string,
    request: ImportRequest,
    jobId: string,
  ): Promise<ImportReport> {
    const { paths, metadata, options } = request;
    atWork.add(importId);
    try {
      const { outcomes, stopped } = await importAll(
        paths,
        () => metadata,
        jobId,
        options as ParseOptions,
        (done, total) => db.transaction(() => noteImportProgress(db, importId, { done, total })),
      );
      ended.set(jobId, outcomes);
      for (const old of [...ended.keys()].slice(0, -keptReports)) ended.delete(old);
      if (!stopped) db.transaction(() => forgetImport(db, importId));
      return reportOf(outcomes, stopped ? importId : null);
    } finally {
      atWork.delete(importId);
    }
  }

  return {
    begin: (request, jobId) => {
      const id = context.newId();
      const startedAt = nowIso(context);
      db.transaction(() => noteImport(db, { id, request, startedAt }));
      return follow(jobId, run(id, request, jobId));
    },
    resume: (importId, jobId) => {
      const known = unfinishedImports(db).find(({ id }) => id === importId);
      if (known === undefined || atWork.has(importId)) {
        const what = 'There is nothing left of that import to take up again. Nothing was changed.';
        throw new AttestError('not-found', what);
      }
      return follow(jobId, run(importId, known.request, jobId));
    },
    unfinished: () =>
      unfinishedImports(db)
        .filter(({ id }) => !atWork.has(id))
        .map(({ id, paths, startedAt, done, total }) => ({ id, paths, startedAt, done, total })),
    forget: (importId) => {
      if (!atWork.has(importId)) db.transaction(() => forgetImport(db, importId));
    },
    importPaths: (paths, given, jobId, options = {}) =>
      follow(
        jobId,
        importAll(paths, given, jobId, options, () => undefined).then(({ outcomes, stopped }) => ({
          ...reportOf(outcomes, null),
          cancelled: stopped,
        })),
      ),
    importPasted: (pasted, given, jobId) =>
      follow(jobId, storePasted(context, db, parser, pasted, given)),
    previewTable: (path, options) => previewTable(parser, path, options),
    readAgain: (input) => readAgain(context, db, parser, input),
    outcomesOf: (jobId) => {
      const outcomes = ended.get(jobId);
      if (outcomes === undefined) {
        const what = 'The report of that import is not kept any more. Nothing was written.';
        throw new AttestError('not-found', what);
      }
      return outcomes;
    },
    cancel: (jobId) => {
      if (running.has(jobId)) cancelled.add(jobId);
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(running.values());
    },
  };
}

/** What was said, without what was left open: that may come from elsewhere. */
function onlyGiven(metadata: GivenMetadata): GivenMetadata {
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function leave(opened: OpenedFile): void {
  if ('stream' in opened) opened.stream?.stop();
}
