import type {
  AdjudicatedMark,
  AdjudicatedSource,
  Adjudication,
  AdjudicationsApi,
} from '../../shared/contract/adjudications.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import { agreedAnalyst } from '../../shared/domain/adjudication/agreed-analyst.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { AnnotatedMark } from '../../shared/domain/agreement/annotated-source.ts';
import {
  pairMarks,
  type MarkPairing,
} from '../../shared/domain/adjudication/adjudication-steps.ts';
import type { HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { loadComparison } from '../agreement/load-comparison.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ServiceContext } from '../service-context.ts';
import {
  agreedMarkId,
  partOfBoth,
  settlementOf,
  settlingVerdictId,
  type Place,
} from './agreed-layer.ts';
import { highlightsAmong, verdictsAmong } from './adjudications-store.ts';
import { decisionLabel, latestDecision } from './decisions.ts';
import { findGradeSteps, settleGrade } from './grade-steps.ts';
import { settlePlace } from './settle-place.ts';

interface FoundPlace extends MarkPairing {
  readonly sourceId: SourceId;
}

type Compared = Parameters<AdjudicationsApi['walk']>[0];

/** Adjudication: what two analysts disagree in is settled place by place, and makes the agreed layer. */
export function createAdjudications(context: ServiceContext): Handlers<AdjudicationsApi> {
  const { db, changes } = context;

  function load({ analystIds, sourceIds }: Compared) {
    if (analystIds[0] === analystIds[1]) {
      throw new AttestError('invalid-input', 'An analyst always agrees with themselves: name two.');
    }
    const names = analystIds.map((id) => recordStores.analyst.get(db, id)?.name ?? '');
    const { comparison } = loadComparison(context.seen(), { analystIds, sourceIds }, names);
    const sources = comparison.sources.map((source) => ({
      sourceId: source.id,
      places: pairMarks(source).map((pair): FoundPlace => ({ ...pair, sourceId: source.id })),
    }));
    return { sources, tags: comparison.tags };
  }

  function authorOf(markId: HighlightId | null): string {
    const mark = markId === null ? null : recordStores.highlight.get(db, markId);
    return mark === null ? '' : (recordStores.analyst.get(db, mark.analystId)?.name ?? '');
  }

  function shown(mark: AnnotatedMark | null, tags: readonly string[]): AdjudicatedMark | null {
    if (mark === null) return null;
    const highlight = recordStores.highlight.get(db, mark.id);
    const claim =
      mark.values.claimId === null ? null : recordStores.claim.get(db, mark.values.claimId);
    return {
      id: mark.id,
      spans: mark.spans,
      tags: mark.tags.map((tag) => tags[tag] ?? ''),
      stance: mark.values.stance,
      speaker: mark.values.speaker,
      credibility: mark.values.credibility,
      statement: claim?.statement ?? null,
      note: highlight?.note ?? null,
      quote: highlight?.quote ?? '',
    };
  }

  return {
    walk(input): Adjudication {
      const { sources, tags } = load(input);
      const ids = sources.flatMap(({ places }) => places.map(idsOf));
      const settled = verdictsAmong(db, ids.flatMap(firstVerdictsOf));
      const layer = highlightsAmong(
        db,
        ids.flatMap((place) => parts.map((part) => agreedMarkId(place, part))),
      );
      const isTakenOver = (pair: Place) => layer.has(agreedMarkId(pair, partOfBoth(pair)));
      const stepOf = (place: FoundPlace): AdjudicatedSource['steps'][number] => {
        const pair = idsOf(place);
        const isSettled = firstVerdictsOf(pair).some((id) => settled.has(id));
        return {
          sourceId: place.sourceId,
          span: place.span,
          a: shown(place.a, tags),
          b: shown(place.b, tags),
          differs: place.differs,
          settlement: settlementOf(isSettled, (part) => layer.has(agreedMarkId(pair, part))),
          decision: isSettled ? latestDecision(db, pair) : null,
        };
      };
      return {
        agreedId: agreedAnalyst.id,
        sources: sources.map(({ sourceId, places }) => {
          const agreeing = places.filter(({ differs }) => differs.length === 0);
          return {
            sourceId,
            steps: places.filter(({ differs }) => differs.length > 0).map(stepOf),
            agreeing: agreeing.length,
            takenOver: agreeing.filter((place) => isTakenOver(idsOf(place))).length,
          };
        }),
      };
    },

    grades: ({ analystIds }) => findGradeSteps(context, analystIds),

    settle({ a, b, settlement, mixture, reason }) {
      const place = { a, b };
      const marks = [a, b].flatMap((id) => (id === null ? [] : recordStores.highlight.get(db, id)));
      const [first] = marks;
      if (first === null || first === undefined || marks.includes(null)) {
        throw new AttestError(
          'not-found',
          'A mark of this place is not in this project any more. Nothing was changed.',
        );
      }
      if (settlement === 'edit' && (mixture === undefined || a === null || b === null)) {
        throw new AttestError(
          'invalid-input',
          'Only two versions can be put together to one. Nothing was changed.',
        );
      }
      const why = reason?.trim() || null;
      const names = { a: authorOf(a), b: authorOf(b) };
      changes.record(decisionLabel(first.quote, settlement, names, why), (draft) => {
        settlePlace(context, draft, place, settlement, { mixture: mixture ?? null, reason: why });
      });
      return null;
    },

    settleGrade({ a, b, settlement, reason }) {
      settleGrade(context, { a, b }, settlement, reason?.trim() || null);
      return null;
    },

    takeOver(input) {
      const agreeing = load(input).sources.flatMap(({ places }) =>
        places.filter(({ differs }) => differs.length === 0),
      );
      const known = highlightsAmong(
        db,
        agreeing.map((place) => agreedMarkId(idsOf(place), partOfBoth(idsOf(place)))),
      );
      const missing = agreeing
        .map(idsOf)
        .filter((place) => !known.has(agreedMarkId(place, partOfBoth(place))));
      if (missing.length === 0) return { taken: 0 };
      const what = missing.length === 1 ? 'one mark' : `${missing.length} marks`;
      changes.record(`Take over ${what} that both made`, (draft) => {
        for (const place of missing) {
          settlePlace(context, draft, place, partOfBoth(place), {
            mixture: null,
            reason: null,
            isAgreed: true,
          });
        }
      });
      return { taken: missing.length };
    },
  };
}

const parts = ['a', 'b', 'edit'] as const;

function idsOf({ a, b }: MarkPairing): Place {
  return { a: a?.id ?? null, b: b?.id ?? null };
}

function firstVerdictsOf(place: Place) {
  return [place.a, place.b].flatMap((id) => (id === null ? [] : settlingVerdictId(place, id, 0)));
}
