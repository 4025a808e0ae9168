import type { AdjudicatedGrade, GradeStep } from '../../shared/contract/adjudications.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import { agreedAnalyst } from '../../shared/domain/adjudication/agreed-analyst.ts';
import { axisOf, type Grade } from '../../shared/domain/grades/grade.ts';
import type { AnalystId, GradeId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { agreedGradeId, settlingVerdictId, type Pair } from './agreed-layer.ts';
import { decisionLabel, latestDecision, putSettlingVerdict } from './decisions.ts';
import { latestGrades } from './grade-steps-store.ts';

const order = ['source', 'actor', 'claim'] as const;

/** Sources, actors and claims that two analysts graded, and not alike; what the analyst at work may not see yet is left out. */
export function findGradeSteps(
  { db }: ServiceContext,
  [first, second]: readonly [AnalystId, AnalystId],
): readonly GradeStep[] {
  const grades = latestGrades(db, [first, second]);
  const others = new Map(
    grades.flatMap((grade) => (grade.analystId === second ? [[grade.targetId, grade]] : [])),
  );
  const steps = grades.flatMap((a): readonly GradeStep[] => {
    const b = a.analystId === first ? others.get(a.targetId) : undefined;
    if (b === undefined || letterOf(a) === letterOf(b)) return [];
    const { targetKind: kind, targetId: id } = a;
    const name = nameOf(db, a);
    if (kind === 'highlight' || name === null) return [];
    const pair = { a: a.id, b: b.id };
    const settlement = settlementOf(db, pair);
    return [
      {
        target: { kind, id, name },
        a: shown(a),
        b: shown(b),
        differs: [axisOf(kind)],
        settlement,
        decision: settlement === null ? null : latestDecision(db, pair),
      },
    ];
  });
  return steps.toSorted(
    (one, other) =>
      order.indexOf(one.target.kind) - order.indexOf(other.target.kind) ||
      one.target.name.localeCompare(other.target.name, 'en'),
  );
}

/** Settles two grades of one thing: a verdict on each, and in the agreed layer the one that stands. */
export function settleGrade(
  context: ServiceContext,
  pair: { readonly a: GradeId; readonly b: GradeId },
  settlement: 'a' | 'b' | 'neither',
  reason: string | null,
): void {
  const { db, changes } = context;
  const a = recordStores.grade.get(db, pair.a);
  const b = recordStores.grade.get(db, pair.b);
  if (a === null || b === null) {
    throw new AttestError(
      'not-found',
      'A grade is not in this project any more. Nothing was changed.',
    );
  }
  if (a.targetId !== b.targetId || a.targetKind === 'highlight') {
    throw new AttestError(
      'invalid-input',
      'These are no two grades of one source, actor or claim. Nothing was changed.',
    );
  }
  const names = { a: authorOf(db, a), b: authorOf(db, b) };
  const what = `${nameOf(db, a) ?? ''}: ${letterOf(a)} or ${letterOf(b)}`;
  changes.record(decisionLabel(what, settlement, names, reason), (draft) => {
    draft.knowAnalyst(agreedAnalyst);
    for (const part of ['a', 'b'] as const) {
      const agreedId = agreedGradeId(pair, part);
      if (draft.get('grade', agreedId) !== null) draft.remove('grade', agreedId);
    }
    for (const part of ['a', 'b'] as const) {
      const isRight = settlement === part;
      const grade = part === 'a' ? a : b;
      if (isRight) {
        draft.put('grade', {
          ...grade,
          id: agreedGradeId(pair, part),
          analystId: agreedAnalyst.id,
          createdAt: nowIso(context),
        });
      }
      putSettlingVerdict(context, draft, pair, {
        target: { targetKind: 'grade', targetId: grade.id },
        isAccepted: isRight,
        reason: reason ?? (isRight ? null : 'Adjudicated: another grade stands.'),
      });
    }
  });
}

function settlementOf(db: ReadDb, pair: Pair<GradeId>): GradeStep['settlement'] {
  const isSettled =
    pair.a !== null && recordStores.verdict.get(db, settlingVerdictId(pair, pair.a, 0)) !== null;
  if (!isSettled) return null;
  const part = (['a', 'b'] as const).find(
    (each) => recordStores.grade.get(db, agreedGradeId(pair, each)) !== null,
  );
  return part ?? 'neither';
}

function nameOf(db: ReadDb, { targetKind, targetId }: Grade): string | null {
  switch (targetKind) {
    case 'source': {
      const source = recordStores.source.get(db, targetId);
      return source === null ? null : sourceName(source);
    }
    case 'actor':
      return recordStores.actor.get(db, targetId)?.name ?? null;
    case 'claim':
      return recordStores.claim.get(db, targetId)?.statement ?? null;
    case 'highlight':
      return null;
  }
}

function authorOf(db: ReadDb, { analystId }: Grade): string {
  return recordStores.analyst.get(db, analystId)?.name ?? '';
}

function letterOf({ reliability, credibility }: Grade): string {
  return String(reliability ?? credibility);
}

function shown(grade: Grade): AdjudicatedGrade {
  return { id: grade.id, grade: letterOf(grade), reason: grade.reason };
}
