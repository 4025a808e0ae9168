import type { AnalystId } from '../../shared/domain/ids.ts';
import { connect, type Connection } from '../database/connection.ts';
import type { ReadDb } from '../database/types.ts';
import { addSightViews, blindnessOf, setSight } from './sight-views-store.ts';

/** The project as the analyst at work may see it while something is blind for them. */
export interface SightedDb {
  /** The connection that hides it, always the same; null where nothing is hidden, which costs one look into an index. */
  current(): Connection | null;
  close(): void;
}

/** A second connection to the project's file, opened when something is blind for the first time. */
export function createSightedDb(db: ReadDb, path: string, reader: () => AnalystId): SightedDb {
  let connection: Connection | null = null;
  let sight = '';

  return {
    current() {
      const analystId = reader();
      const blindness = blindnessOf(db, analystId);
      if (blindness === null) return null;
      if (connection === null) {
        connection = connect(path, { mustExist: true });
        addSightViews(connection);
      }
      const wanted = JSON.stringify([analystId, blindness]);
      if (wanted !== sight) {
        setSight(connection, analystId, blindness);
        sight = wanted;
      }
      return connection;
    },
    close: () => connection?.close(),
  };
}
