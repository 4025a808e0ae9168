import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v5, v7 } from 'uuid';
import { createProjectFile, openApp, type App } from '../../src/main/app.ts';
import type { AnalystId } from '../../src/shared/domain/ids.ts';

const root = join(import.meta.dirname, '../..');

/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly what: string;
  readonly value: string;
  readonly floor: string;
  readonly ratio: string;
}

/** A new project in a folder of its own, and what removes both. */
export interface BenchProject {
  readonly app: App;
  readonly path: string;
  readonly folder: string;
  /** Lets the project go, for another process to open. */
  close(): Promise<void>;
  end(): Promise<void>;
}

/** Makes a project with the built import worker, as the command line runs it. */
export function benchProject(): BenchProject {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const path = join(folder, 'bench.attest');
  const options = {
    migrationsDirectory: join(root, 'migrations'),
    clock: Date.now,
    newId: () => v7(),
  };
  createProjectFile({ path, name: 'Bench', ...options });
  const app = openApp({
    ...options,
    projectPath: path,
    mode: 'write',
    analyst: { id: v5('bench', v5.URL) as AnalystId, name: 'Bench', initials: 'B', colour: 0 },
    importWorker: { script: join(root, 'out/main/import-worker.js') },
    report: (error) => console.error(error),
  });
  let closed = false;
  async function close(): Promise<void> {
    if (!closed) await app.close();
    closed = true;
  }
  return {
    app,
    path,
    folder,
    close,
    end: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const words =
  'the port authority said on Tuesday that about four hundred kilograms of ammonia had escaped from a cold store while union leaders demanded an inquiry into valves alarms and sirens near pier seven'.split(
    ' ',
  );

/** Repeatable numbers below a bound (Lehmer's generator). */
export function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

/** A made-up sentence of some words, ending in a full stop. */
export function sentence(random: (bound: number) => number, length: number): string {
  const chosen = Array.from({ length }, () => words[random(words.length)]).join(' ');
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}.`;
}

/** A made-up article of about 3,500 characters in twelve paragraphs, unlike every other number's. */
export function article(number: number): string {
  const random = randomNumbers(number + 1);
  const paragraphs = Array.from({ length: 12 }, () =>
    Array.from({ length: 3 }, () => sentence(random, 12 + random(10))).join(' '),
  );
  return `Report number ${number}\n\n${paragraphs.join('\n\n')}\n`;
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A row that compares two times in milliseconds. */
export function row(what: string, measuredMs: number, floorMs: number): BenchRow {
  const text = (ms: number): string => (ms < 10 ? `${ms.toFixed(2)} ms` : `${Math.round(ms)} ms`);
  return {
    what,
    value: text(measuredMs),
    floor: text(floorMs),
    ratio: `${(measuredMs / floorMs).toFixed(2)} ×`,
  };
}
