import { basename } from 'node:path';
import type { ImportOutcome, ImportReport } from '../../shared/contract/sources.ts';
import type { Reliability } from '../../shared/domain/grades/grade.ts';
import type { ParsedSource, PastedText } from '../../shared/domain/sources/parsed-source.ts';
import type { SourceMetadata } from '../../shared/domain/sources/source.ts';
import type { WriteDb } from '../database/types.ts';
import { collectFiles, type CollectedFile } from '../imports/collect-files.ts';
import type { Parser } from '../imports/parse-file.ts';
import { hashBytes, readSourceFile, type FileContent } from '../imports/read-file.ts';
import type { ServiceContext } from '../service-context.ts';
import { failureOf } from '../router.ts';
import { storeSource } from './store-source.ts';

/** What the analyst says of a file beforehand. */
export interface GivenMetadata extends Partial<{
  -readonly [F in keyof SourceMetadata]: SourceMetadata[F] | undefined;
}> {
  readonly reliability?: Reliability | undefined;
}

/** A file that was read and parsed, or why it was not. */
type Prepared = { readonly path: string } & (
  { readonly read: FileContent; readonly parsed: ParsedSource } | { readonly problem: string }
);

const filesAhead = 2;

const notTried = 'It was not brought in: the disk is full or cannot be written.';

/** Running imports: one transaction a file; a failed file never stops the rest. */
export interface ImportJobs {
  importPaths(
    paths: readonly string[],
    given: GivenMetadata | ((path: string) => GivenMetadata),
    jobId: string,
  ): Promise<ImportReport>;
  importPasted(pasted: PastedText, given: GivenMetadata, jobId: string): Promise<ImportOutcome>;
  /** The file at work is finished, the rest is left. */
  cancel(jobId: string): void;
  /** Cancels everything and waits for it. */
  close(): Promise<void>;
}

function problemOutcome(file: string, problem: string): ImportOutcome {
  return {
    file,
    status: 'problem',
    sourceId: null,
    title: null,
    characters: null,
    textSha256: null,
    boilerplateCharacters: null,
    problem,
  };
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
  let closed = false;

  function follow<T>(jobId: string, work: Promise<T>): Promise<T> {
    running.set(jobId, work);
    return work.finally(() => {
      running.delete(jobId);
      cancelled.delete(jobId);
    });
  }

  async function prepare(found: CollectedFile): Promise<Prepared> {
    const { path } = found;
    if ('problem' in found) return { path, problem: found.problem };
    const read = await readSourceFile(path);
    if ('problem' in read) return { path, problem: read.problem };
    const result = await parser.parse(read.bytes, basename(path));
    if ('problem' in result) return { path, problem: result.problem };
    return { path, read, parsed: result.source };
  }

  function store(prepared: Prepared, given: GivenMetadata): ImportOutcome {
    const { path } = prepared;
    if ('problem' in prepared) return problemOutcome(path, prepared.problem);
    const { reliability, ...metadata } = given;
    const outcome = storeSource(context, db, {
      file: basename(path),
      original: prepared.read.bytes,
      originalSha256: prepared.read.sha256,
      parsed: prepared.parsed,
      metadata: metadata as Partial<SourceMetadata>,
      reliability: reliability ?? null,
    });
    return { ...outcome, file: path };
  }

  async function importAll(
    paths: readonly string[],
    given: GivenMetadata | ((path: string) => GivenMetadata),
    jobId: string,
  ): Promise<ImportReport> {
    const outcomes: ImportOutcome[] = [];
    const stopped = (): boolean => closed || cancelled.has(jobId);
    let label = '';
    let diskFull = false;
    const tell = (): void =>
      context.emit({ type: 'progress', jobId, label, done: outcomes.length, total: null });

    function keep(prepared: Prepared): void {
      label = basename(prepared.path);
      tell();
      try {
        outcomes.push(store(prepared, typeof given === 'function' ? given(prepared.path) : given));
      } catch (error) {
        const failure = failureOf(error, report);
        outcomes.push(problemOutcome(prepared.path, failure.message));
        // What came in before is kept; the rest would fail the same way.
        diskFull = failure.code === 'disk';
      }
    }

    // The next files are read and parsed, by the child process, while one is stored.
    const ahead: Promise<Prepared>[] = [];
    for await (const found of collectFiles(paths)) {
      if (stopped()) break;
      if (diskFull) {
        outcomes.push(problemOutcome(found.path, notTried));
        continue;
      }
      ahead.push(prepare(found));
      const next = ahead.length > filesAhead ? ahead.shift() : undefined;
      if (next !== undefined) keep(await next);
    }
    for (const next of ahead) {
      const prepared = await next;
      if (stopped()) continue;
      if (diskFull) outcomes.push(problemOutcome(prepared.path, notTried));
      else keep(prepared);
    }
    label = '';
    tell();
    const count = (status: ImportOutcome['status']): number =>
      outcomes.filter((outcome) => outcome.status === status).length;
    return {
      outcomes,
      imported: count('imported'),
      duplicates: count('duplicate'),
      problems: count('problem'),
      cancelled: stopped(),
    };
  }

  return {
    importPaths: (paths, given, jobId) => follow(jobId, importAll(paths, given, jobId)),
    importPasted: (pasted, given, jobId) =>
      follow(
        jobId,
        (async () => {
          const result = await parser.parsePasted(pasted);
          const moment = new Date(context.clock()).toISOString().slice(0, 19).replace('T', ' ');
          const name = `Pasted ${moment.replaceAll(':', '-')}`;
          if ('problem' in result) return problemOutcome(name, result.problem);
          // The clipboard holds both; the original is the one that the text was taken from.
          const isHtml = pasted.html !== null && result.source.mediaType === 'text/html';
          const file = `${name}.${isHtml ? 'html' : 'txt'}`;
          const original = Buffer.from(isHtml ? (pasted.html ?? '') : pasted.text, 'utf8');
          const { reliability, ...metadata } = given;
          return storeSource(context, db, {
            file,
            original,
            originalSha256: hashBytes(original),
            parsed: result.source,
            metadata: metadata as Partial<SourceMetadata>,
            reliability: reliability ?? null,
          });
        })(),
      ),
    cancel: (jobId) => {
      if (running.has(jobId)) cancelled.add(jobId);
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(running.values());
    },
  };
}
