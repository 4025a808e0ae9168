import type { GradeTarget } from '../../shared/domain/grades/grade.ts';
import type { ReviewTarget } from '../../shared/domain/reviews/verdict.ts';
import { idFromFile, type MarkupSession } from './markup-session.ts';

/** The id of what a grade, verdict or comment of a file is about; null where the project does not have it. */
export function targetOf(
  session: MarkupSession,
  kind: GradeTarget | ReviewTarget,
  given: string | number,
): string | null {
  if (kind === 'source') {
    const source = session.sources.resolve(String(given));
    return typeof source === 'string' ? null : source.id;
  }
  const id = idFromFile<string>(session, kind, given);
  if (session.draft.get(kind, id) !== null) return id;
  return kind === 'actor' ? session.actors.named(String(given)) : null;
}
