import type { GradesApi } from '../../shared/contract/attributions.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import { axisOf, type Grade } from '../../shared/domain/grades/grade.ts';
import type { GradeId } from '../../shared/domain/ids.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { gradesOf } from './grades-store.ts';

/** Judgements of sources, actors, mentions and claims. */
export function createGrades(context: ServiceContext): Handlers<GradesApi> {
  return {
    add(input) {
      const axis = axisOf(input.targetKind);
      const other = axis === 'reliability' ? 'credibility' : 'reliability';
      if (input[axis] === null || input[other] !== null) {
        throw new AttestError(
          'invalid-input',
          axis === 'reliability'
            ? 'A source or an actor is graded by reliability, A to F. Nothing was changed.'
            : 'A mention or a claim is graded by credibility, 1 to 6. Nothing was changed.',
        );
      }
      if (recordStores[input.targetKind].get(context.db, input.targetId) === null) {
        throw new AttestError(
          'not-found',
          'What you grade is not in this project any more. Nothing was changed.',
        );
      }
      const grade: Grade = {
        id: context.newId() as GradeId,
        ...input,
        reason: input.reason || null,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      const words = {
        source: 'a source',
        actor: 'an actor',
        highlight: 'a mention',
        claim: 'a claim',
      };
      context.changes.record(`Grade ${words[input.targetKind]} ${input[axis]}`, (draft) =>
        draft.put('grade', grade),
      );
      return grade;
    },
    history: ({ targetId }) => gradesOf(context.db, targetId),
  };
}
