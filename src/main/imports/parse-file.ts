import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

import type { ListedAddress } from '../../shared/domain/sources/address-list.ts';
import type {
  ParseOptions,
  ParseResult,
  PastedText,
} from '../../shared/domain/sources/parsed-source.ts';
import type { TablePreview } from '../../shared/domain/sources/table-preview.ts';
import { askWorker } from './ask-worker.ts';
import type { FileInput } from './byte-file.ts';
import { createEventQueue } from './event-queue.ts';
import type { ImportReply, ImportRequest } from './import-messages.ts';
import type { DoneParts, ReadEvent } from './read-parts.ts';
import { hasEnded, startWorker } from './worker-process.ts';

/** The limits of a parser and the processes it runs; all have defaults. */
export interface ParserOptions {
  /** How long each part of a file may take, in milliseconds (60,000). */
  readonly timeLimitMs?: number;
  /** How much resident memory a child process may hold, in bytes (2 GiB). */
  readonly memoryLimitBytes?: number;
  /** How many child processes read at the same time (2, or 1 on a machine with one processor). */
  readonly processes?: number;
  /** The Node, or Electron, that runs the child processes (the one that runs this). */
  readonly execPath?: string;
  /** The script of the child processes (the import worker beside this module). */
  readonly workerPath?: string;
}

/** Parses files in child processes that are watched, killed at their limits, and started again. */
export interface Parser {
  /**
   * Reads a file into its sources, from now on whether or not anybody listens yet, but never far ahead of who does. A
   * part on which the process dies is reported as such and the others are read all the same. Never rejects. Whoever
   * does not take everything must stop it.
   */
  readonly read: (
    file: FileInput,
    fileName: string,
    options?: ParseOptions,
    done?: DoneParts,
  ) => ReadStream;
  /** Parses the bytes of a file that is one source; the first one's where they are several. Never rejects. */
  readonly parse: (
    bytes: Uint8Array,
    fileName: string,
    options?: ParseOptions,
  ) => Promise<ParseResult>;
  /** What the columns of a file of articles hold, and its first articles; never rejects. */
  readonly preview: (
    file: FileInput,
    fileName: string,
    options: ParseOptions,
  ) => Promise<TablePreview | { readonly problem: string }>;
  /** The entries of a list of addresses; null where the file is none or cannot be read. Never rejects. */
  readonly addresses: (
    file: FileInput,
    fileName: string,
    options: ParseOptions,
  ) => Promise<readonly ListedAddress[] | null>;
  /** Parses what the clipboard holds; never rejects. */
  readonly parsePasted: (pasted: PastedText) => Promise<ParseResult>;
  /** The readers and their versions; null where no process answers. */
  readonly version: () => Promise<string | null>;
  /** Ends the child processes; what is still being parsed is reported as stopped. */
  readonly close: () => void;
}

/** What a file gives while it is read. */
export interface ReadStream extends AsyncIterable<ReadEvent> {
  /** Ends the reading; nobody listens any more. */
  readonly stop: () => void;
}

const mostRestarts = 20;
const stoppedProblem = 'The import was stopped.';

/** A place for one child process, which is started with its first file. */
interface Slot {
  child: ChildProcess | null;
}

/** Makes a parser; its child processes start with the first files. */
export function createParser(options: ParserOptions = {}): Parser {
  const timeLimitMs = options.timeLimitMs ?? 60_000;
  const memoryLimitBytes = options.memoryLimitBytes ?? 2 * 1024 ** 3;
  const limits = { timeLimitMs, memoryLimitBytes };
  const processes = options.processes ?? Math.min(2, availableParallelism());
  const slots: readonly Slot[] = Array.from({ length: processes }, () => ({ child: null }));
  const free: Slot[] = [...slots].reverse();
  const queue: ((slot: Slot) => void)[] = [];
  let nextId = 1;
  let version: Promise<string | null> | null = null;
  let closed = false;

  /** Asks a free child process; requests get theirs in the order in which they are made. */
  async function ask(
    question: (child: ChildProcess) => ReturnType<typeof askWorker>,
  ): Promise<string | null> {
    const slot = free.pop() ?? (await new Promise<Slot>((resolve) => void queue.push(resolve)));
    try {
      if (closed) return stoppedProblem;
      // A child that was killed or died is never asked again; the next file gets a new one.
      if (slot.child === null || hasEnded(slot.child)) {
        slot.child = startWorker(options, memoryLimitBytes);
      }
      return await question(slot.child);
    } finally {
      const next = queue.shift();
      if (next === undefined) free.push(slot);
      else next(slot);
    }
  }

  function follow(
    make: (id: number, done: DoneParts) => ImportRequest,
    doneBefore: DoneParts,
  ): ReadStream {
    const done = new Map(doneBefore);
    let ahead = 0;
    let stopped = false;
    let kill: () => void = () => undefined;
    let taken: () => void = () => undefined;
    const events = createEventQueue<ReadEvent>(({ what }) => {
      if (what !== 'part') return;
      ahead -= 1;
      taken();
    });

    /** Reads until the end or until the process dies; gives what it died of and on which part. */
    async function readOn(): Promise<{ readonly problem: string; readonly name: string } | null> {
      const request = make(nextId++, done);
      let name = '';
      const problem = await ask(async (child) => {
        ahead = 0;
        if (stopped) return stoppedProblem;
        kill = () => void child.kill('SIGKILL');
        taken = () => {
          if (!hasEnded(child)) child.send({ kind: 'taken', id: request.id }, () => undefined);
        };
        return await askWorker(
          child,
          {
            request,
            waiting: () => ahead,
            onReply: (reply) => {
              if (!('event' in reply)) return;
              const { event } = reply;
              if (event.what === 'begin') name = event.name;
              else if (event.what === 'finished') done.set(event.name, { complete: true });
              else {
                ahead += 1;
                name = '';
                done.set(event.part.name, { complete: event.part.complete });
              }
              events.put(event);
            },
          },
          limits,
        );
      });
      taken = () => undefined;
      kill = () => undefined;
      return problem === null ? null : { problem, name };
    }

    async function readAll(): Promise<void> {
      for (let restarts = 0; ; restarts += 1) {
        const died = await readOn();
        if (died === null) break;
        const { problem, name } = died;
        const result = { problem };
        events.put({ what: 'part', part: { name, bytes: null, result, complete: false } });
        // What died on the file as a whole would do so again.
        if (name === '' || closed || stopped || restarts >= mostRestarts) break;
        done.set(name, { complete: true });
      }
      events.end();
    }
    void readAll();
    return {
      [Symbol.asyncIterator]: () => events[Symbol.asyncIterator](),
      stop: () => {
        stopped = true;
        kill();
      },
    };
  }

  async function firstOf(events: AsyncIterable<ReadEvent>): Promise<ParseResult> {
    let result: ParseResult | null = null;
    for await (const event of events) if (event.what === 'part') result ??= event.part.result;
    return result ?? { problem: 'The file holds nothing that can be imported.' };
  }

  const read: Parser['read'] = (file, fileName, parseOptions = {}, done = new Map()) =>
    follow((id, before) => {
      const parts = [...before].map(([name, { complete }]) => [name, complete] as const);
      return { kind: 'file', id, file, fileName, options: parseOptions, done: parts };
    }, done);

  async function askPreview(
    file: FileInput,
    fileName: string,
    parseOptions: ParseOptions,
  ): Promise<TablePreview | { readonly problem: string }> {
    let answer: TablePreview | { readonly problem: string } | null = null;
    const request = {
      kind: 'preview',
      id: nextId++,
      file,
      fileName,
      options: parseOptions,
    } as const;
    const onReply = (reply: ImportReply): void => {
      if ('preview' in reply) answer = reply.preview;
    };
    const died = await ask((child) =>
      askWorker(child, { request, onReply, waiting: () => 0 }, limits),
    );
    return answer ?? { problem: died ?? stoppedProblem };
  }

  async function askAddresses(
    file: FileInput,
    fileName: string,
    parseOptions: ParseOptions,
  ): Promise<readonly ListedAddress[] | null> {
    let answer: readonly ListedAddress[] | null = null;
    const options = parseOptions;
    const request = { kind: 'addresses', id: nextId++, file, fileName, options } as const;
    const onReply = (reply: ImportReply): void => {
      if ('addresses' in reply) answer = reply.addresses;
    };
    await ask((child) => askWorker(child, { request, onReply, waiting: () => 0 }, limits));
    return answer;
  }

  async function askVersion(): Promise<string | null> {
    let answer: string | null = null;
    const request = { kind: 'version', id: nextId++ } as const;
    const onReply = (reply: object): void => {
      if ('version' in reply && typeof reply.version === 'string') answer = reply.version;
    };
    await ask((child) => askWorker(child, { request, onReply, waiting: () => 0 }, limits));
    return answer;
  }

  return {
    read,
    parse: async (bytes, fileName, parseOptions = {}) =>
      await firstOf(read({ bytes }, fileName, parseOptions)),
    parsePasted: async (pasted) =>
      await firstOf(follow((id) => ({ kind: 'pasted', id, pasted }), new Map())),
    preview: askPreview,
    addresses: askAddresses,
    version: async () => await (version ??= askVersion()),
    close: () => {
      closed = true;
      for (const slot of slots) {
        slot.child?.kill('SIGKILL');
        slot.child = null;
      }
    },
  };
}
