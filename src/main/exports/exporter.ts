import type { ExportOptions } from '../../shared/contract/exchange.ts';
import type { SnapshotHeader } from '../../shared/domain/exports/project-snapshot.ts';
import type { ReadDb } from '../database/types.ts';
import type { MarkFilter } from './mark-rows-store.ts';
import type { SnapshotRegistry } from './snapshot-registry.ts';

/** What an exporter works with: the project as it is at one moment. */
export interface ExportJob {
  readonly db: ReadDb;
  readonly registry: SnapshotRegistry;
  readonly header: SnapshotHeader;
  readonly filter: MarkFilter;
  readonly options: ExportOptions;
  readonly tally: ExportTally;
}

/** What an export counts while it is written. */
export interface ExportTally {
  /** Rows, lines or mentions. */
  rows: number;
  guardedCells: number;
  /** Notes the handling of something that the export holds. */
  hold(handling: string | null): void;
  /** The highest of them. */
  handling(): string | null;
}

/** Writes one format: gives the text in parts, one after another, and holds little. */
export type Exporter = (job: ExportJob) => Iterable<string>;
