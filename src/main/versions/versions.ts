import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { VersionsApi } from '../../shared/contract/versions.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { diffWords } from '../../shared/domain/sources/word-diff.ts';
import type { ServiceContext } from '../service-context.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { sourceOrFail } from '../sources/remove-source.ts';
import { sourceRow } from '../sources/source-list-store.ts';
import { olderVersionIds } from '../sources/versions-store.ts';
import { carryMarks, rehearseCarry } from './carry-marks.ts';

/** Versions of one article: which source replaces which, what changed, and marks that go along. */
export function createVersions(context: ServiceContext): Handlers<VersionsApi> {
  const { db, changes } = context;
  return {
    compare({ oldSourceId, newSourceId }) {
      const older = sourceOrFail(db, oldSourceId);
      const newer = sourceOrFail(db, newSourceId);
      return diffWords(textOfSource(db, older.id) ?? '', textOfSource(db, newer.id) ?? '');
    },
    rehearse: ({ oldSourceId, newSourceId }) => rehearseCarry(db, oldSourceId, newSourceId),
    carry: ({ oldSourceId, newSourceId }) => carryMarks(context, oldSourceId, newSourceId),
    setReplaced({ sourceId, replacesId }) {
      const source = sourceOrFail(db, sourceId);
      if (replacesId !== null) {
        const older = sourceOrFail(db, replacesId);
        if (olderVersionIds(db, older.id).includes(source.id)) {
          throw new AttestError(
            'conflict',
            `“${sourceName(older)}” is itself a newer version of “${sourceName(source)}”. Nothing was changed.`,
          );
        }
      }
      const label =
        replacesId === null
          ? `“${sourceName(source)}” is an article of its own`
          : `New version of “${sourceName(sourceOrFail(db, replacesId))}”`;
      changes.record(label, (draft) => draft.put('source', { ...source, replacesId }));
      return sourceRow(context.seen(), sourceId)!;
    },
  };
}
