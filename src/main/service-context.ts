import type { AttestEvent } from '../shared/contract/events.ts';
import type { Analyst } from '../shared/domain/analyst.ts';
import type { Changes } from './changes/changes.ts';
import type { ReadDb } from './database/types.ts';

/** What every service of an open project is given. */
export interface ServiceContext {
  /** The whole project; rules look here, also at what is blind for the analyst at work. */
  readonly db: ReadDb;
  /** What the analyst at work may see of it: whatever they are answered with is read here. */
  readonly seen: () => ReadDb;
  readonly changes: Changes;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  /** Who is at work. */
  readonly analyst: () => Analyst;
  /** Tells every window. */
  readonly emit: (event: AttestEvent) => void;
}

/** The present moment as it is stored: ISO 8601 in UTC. */
export function nowIso(context: Pick<ServiceContext, 'clock'>): string {
  return new Date(context.clock()).toISOString();
}
