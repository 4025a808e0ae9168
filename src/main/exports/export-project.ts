import { AttestError } from '../../shared/contract/errors.ts';
import type { ExportOptions, ExportReport } from '../../shared/contract/exchange.ts';
import { highestHandling } from '../../shared/domain/handling/handling.ts';
import { withDescendants } from '../../shared/domain/tags/tag-paths.ts';
import { projectRow } from '../database/project-store.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { allTags } from '../tags/tags-store.ts';
import type { ExportTally } from './exporter.ts';
import { exporters } from './exporters.ts';
import type { MarkFilter } from './mark-rows-store.ts';
import { pinnedSnapshot } from './snapshot-registry-store.ts';
import { snapshotRegistry } from './snapshot-registry.ts';

/** An export under way: its bytes in parts, and, when they are all taken, what it holds. */
export interface RunningExport {
  readonly chunks: Iterable<Uint8Array>;
  report(): ExportReport;
}

const chunkUnits = 128 * 1024;

/**
 * Exports the project as it is at the moment when the first part is taken; changes by others are not seen.
 * Until the last part is taken, nothing can be written through this connection.
 * @throws {AttestError} `not-found` when a source, tag, analyst or summary of the options is not there
 */
export function exportProject(
  db: ReadDb,
  options: ExportOptions,
  exportedAt: string,
  /** Of so many sources `db` holds only the reader's own layer. */
  blindSources = 0,
): RunningExport {
  checkOptions(db, options);
  const tally = createTally();
  let bytes = 0;

  function* chunks(): Generator<Uint8Array, void, undefined> {
    const pin = pinnedSnapshot(db);
    try {
      const job = {
        db,
        registry: snapshotRegistry(db),
        header: { projectName: projectRow(db).name, exportedAt },
        filter: filterOf(db, options),
        options,
        tally,
      };
      let buffer = '';
      for (const part of exporters[options.format](job)) {
        buffer += part;
        if (buffer.length < chunkUnits) continue;
        const chunk = Buffer.from(buffer, 'utf8');
        buffer = '';
        bytes += chunk.length;
        yield chunk;
      }
      if (buffer !== '') {
        const chunk = Buffer.from(buffer, 'utf8');
        bytes += chunk.length;
        yield chunk;
      }
    } finally {
      pin.return?.();
    }
  }

  return {
    chunks: chunks(),
    report: () => ({
      rows: tally.rows,
      bytes,
      guardedCells: tally.guardedCells,
      handling: tally.handling(),
      blindSources,
    }),
  };
}

function createTally(): ExportTally {
  const held = new Set<string>();
  return {
    rows: 0,
    guardedCells: 0,
    hold: (handling) => {
      if (handling !== null) held.add(handling);
    },
    handling: () => highestHandling([...held]),
  };
}

function filterOf(db: ReadDb, options: ExportOptions): MarkFilter {
  return {
    sourceId: options.sourceId,
    analystId: options.analystId,
    tagIds:
      options.tagId === undefined ? undefined : [...withDescendants(allTags(db), options.tagId)],
  };
}

function checkOptions(db: ReadDb, options: ExportOptions): void {
  const named = [
    ['source', options.sourceId],
    ['tag', options.tagId],
    ['analyst', options.analystId],
    ['summary', options.summaryId],
  ] as const;
  for (const [kind, id] of named) {
    if (id !== undefined && recordStores[kind].get(db, id) === null) {
      throw new AttestError(
        'not-found',
        `That ${kind} is not in this project. Nothing was written.`,
      );
    }
  }
}
