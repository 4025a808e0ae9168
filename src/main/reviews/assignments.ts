import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { AssignmentRow, ReviewsApi } from '../../shared/contract/reviews.ts';
import type { AssignmentId, HandInId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { derivedId } from '../markup/derived-ids.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { sourceOrFail } from '../sources/remove-source.ts';
import { allAssignments, allHandIns } from './assignments-store.ts';
import { analystNames } from './waiting.ts';

/** Every assignment with who has handed in. */
export function assignmentRows(db: ReadDb): AssignmentRow[] {
  const nameOf = analystNames(db);
  const done = new Set(allHandIns(db).map((row) => `${row.assignmentId} ${row.analystId}`));
  return allAssignments(db).map(({ id, sourceId, analystIds }) => {
    const source = recordStores.source.get(db, sourceId);
    const analysts = analystIds.map((analystId) => ({
      id: analystId,
      name: nameOf(analystId),
      handedIn: done.has(`${id} ${analystId}`),
    }));
    return {
      id,
      sourceId,
      sourceTitle: source === null ? '' : sourceName(source),
      analysts,
      isOpen: analysts.every(({ handedIn }) => handedIn),
    };
  });
}

/** Blind marking: who marks what without seeing the others, and who is done. */
export function createAssignments(
  context: ServiceContext,
): Pick<Handlers<ReviewsApi>, 'assign' | 'unassign' | 'assignments' | 'handIn'> {
  const { db, changes } = context;
  return {
    assignments: () => assignmentRows(db),

    assign({ sourceIds, analystIds }) {
      const members = [...new Set(analystIds)];
      if (members.length < 2) {
        throw new AttestError(
          'invalid-input',
          'Blind marking needs two analysts or more. Nothing was changed.',
        );
      }
      for (const id of members) {
        if (recordStores.analyst.get(db, id) === null && id !== context.analyst().id) {
          throw new AttestError(
            'not-found',
            'One of the analysts is not known in this project yet. Nothing was changed.',
          );
        }
      }
      const sources = [...new Set(sourceIds)].map((id) => sourceOrFail(db, id));
      const waiting = new Set(
        assignmentRows(db).flatMap(({ sourceId, isOpen }) => (isOpen ? [] : [sourceId])),
      );
      const taken = sources.find(({ id }) => waiting.has(id));
      if (taken !== undefined) {
        throw new AttestError(
          'conflict',
          `“${sourceName(taken)}” is assigned already, and not everybody has handed in. Nothing was changed.`,
        );
      }
      const [only] = sources;
      const what =
        sources.length === 1 && only !== undefined
          ? `“${sourceName(only)}”`
          : `${sources.length} sources`;
      changes.record(`Assign ${what} for blind marking`, (draft) => {
        for (const { id: sourceId } of sources) {
          draft.put('assignment', {
            id: context.newId() as AssignmentId,
            sourceId,
            analystIds: members,
            analystId: context.analyst().id,
            createdAt: nowIso(context),
          });
        }
      });
      const assigned = new Set(sources.map(({ id }) => id));
      return assignmentRows(db).filter(({ sourceId }) => assigned.has(sourceId));
    },

    unassign({ assignmentId }) {
      const before = recordStores.assignment.get(db, assignmentId);
      if (before === null) {
        throw new AttestError(
          'not-found',
          'That assignment is not in this project any more. Nothing was changed.',
        );
      }
      if (before.analystId !== context.analyst().id) {
        throw new AttestError(
          'not-allowed',
          'An assignment is taken back by the one who made it. Nothing was changed.',
        );
      }
      changes.record('Take an assignment back', (draft) => {
        for (const { id, assignmentId: of } of allHandIns(db)) {
          if (of === assignmentId) draft.remove('hand-in', id);
        }
        draft.remove('assignment', assignmentId);
      });
      return null;
    },

    handIn({ sourceId }) {
      const source = sourceOrFail(db, sourceId);
      const analystId = context.analyst().id;
      const own = assignmentRows(db).filter(
        (row) => row.sourceId === sourceId && row.analysts.some(({ id }) => id === analystId),
      );
      if (own.length === 0) {
        throw new AttestError(
          'not-allowed',
          `“${sourceName(source)}” is not assigned to you, so there is nothing to hand in.`,
        );
      }
      changes.record(`Hand “${sourceName(source)}” in`, (draft) => {
        for (const { id: assignmentId } of own) {
          const id = derivedId<HandInId>('hand-in', assignmentId, analystId);
          if (draft.get('hand-in', id) !== null) continue;
          draft.put('hand-in', { id, assignmentId, analystId, createdAt: nowIso(context) });
        }
      });
      return assignmentRows(db).filter((row) => row.sourceId === sourceId);
    },
  };
}
