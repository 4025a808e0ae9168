import { rmSync } from 'node:fs';
import { AttestError } from '../../shared/contract/errors.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { sourceName, type Source } from '../../shared/domain/sources/source.ts';
import { eraseFromLog, loggedObjectsOfSource } from '../changes/change-log-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { listBackups } from '../database/backup.ts';
import type { Connection } from '../database/connection.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { removeHighlight } from '../highlights/remove-highlight.ts';
import { hangingOn } from '../reviews/reviews-store.ts';
import type { ServiceContext } from '../service-context.ts';
import { withErasure } from './purge-store.ts';
import { eraseContent } from './contents-store.ts';
import { dependentsOfSource, sourceOfContent } from './source-list-store.ts';

/** The source of an id, or a sentence. */
export function sourceOrFail(db: ReadDb, sourceId: SourceId): Source {
  const source = recordStores.source.get(db, sourceId);
  if (source === null) {
    throw new AttestError(
      'not-found',
      'That source is not in this project any more. Nothing was changed.',
    );
  }
  return source;
}

/** Takes a source out with all that refers to it; gives the ids of everything it took out or changed. */
function takeOut(db: ReadDb, draft: ChangeDraft, source: Source): string[] {
  const dependents = dependentsOfSource(db, source.id);
  const taken: string[] = [source.id];
  for (const id of dependents.highlightIds) taken.push(...removeHighlight(db, draft, id));
  for (const id of dependents.boilerplateIds) {
    draft.remove('boilerplate', id);
    taken.push(id);
  }
  for (const kind of ['hand-in', 'assignment'] as const) {
    for (const id of kind === 'hand-in' ? dependents.handInIds : dependents.assignmentIds) {
      draft.remove(kind, id);
      taken.push(id);
    }
  }
  for (const id of dependents.originIds) {
    const origin = draft.get('origin', id);
    if (origin !== null) draft.put('origin', { ...origin, sourceId: null });
  }
  for (const id of dependents.replacingIds) {
    const newer = draft.get('source', id);
    if (newer !== null) draft.put('source', { ...newer, replacesId: source.replacesId });
  }
  for (const item of hangingOn(db, source.id)) {
    draft.remove(item.kind, item.id);
    taken.push(item.id);
  }
  draft.remove('source', source.id);
  return taken;
}

/** Takes a source and its marks out as one change that can be undone; claims stay, without those mentions. */
export function removeSource(context: ServiceContext, sourceId: SourceId): void {
  const source = sourceOrFail(context.db, sourceId);
  context.changes.record(`Remove “${sourceName(source)}”`, (draft) => {
    takeOut(context.db, draft, source);
  });
}

/**
 * Takes a source out for good: its marks, text, bytes, every trace in the change log, and the
 * backups that may hold it. Its pages are overwritten. The log keeps that something was purged, not what.
 */
export function purgeSource(
  context: ServiceContext,
  connection: Connection,
  sourceId: SourceId,
): void {
  const source = sourceOrFail(context.db, sourceId);
  const backups = listBackups(connection.path);
  withErasure(connection, () => {
    let taken: string[] = [];
    context.changes.record('Purge a source', (draft) => {
      taken = takeOut(context.db, draft, source);
    });
    eraseFromLog(connection, [...taken, ...loggedObjectsOfSource(connection, sourceId)]);
    if (sourceOfContent(connection, source.contentId) === undefined) {
      eraseContent(connection, source.contentId);
    }
  });
  for (const path of backups) rmSync(path, { force: true });
}
