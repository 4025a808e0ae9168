import type {
  AdjudicatedMark,
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
import type { SourceId } from '../../shared/domain/ids.ts';
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
    const { comparison } = loadComparison(db, { analystIds, sourceIds }, names);
    const places = comparison.sources.flatMap((source): readonly FoundPlace[] =>
      pairMarks(source).map((pair) => ({ ...pair, sourceId: source.id })),
    );
    return { places, tags: comparison.tags };
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
      const { places, tags } = load(input);
      const ids = places.map(idsOf);
      const settled = verdictsAmong(db, ids.flatMap(firstVerdictsOf));
      const layer = highlightsAmong(
        db,
        ids.flatMap((place) => parts.map((part) => agreedMarkId(place, part))),
      );
      const agreeing = places.filter(({ differs }) => differs.length === 0);
      return {
        agreedId: agreedAnalyst.id,
        steps: places.flatMap((place) => {
          if (place.differs.length === 0) return [];
          const pair = idsOf(place);
          return [
            {
              sourceId: place.sourceId,
              span: place.span,
              a: shown(place.a, tags),
              b: shown(place.b, tags),
              differs: place.differs,
              settlement: settlementOf(
                firstVerdictsOf(pair).some((id) => settled.has(id)),
                (part) => layer.has(agreedMarkId(pair, part)),
              ),
            },
          ];
        }),
        agreeing: agreeing.length,
        takenOver: agreeing.filter((place) =>
          layer.has(agreedMarkId(idsOf(place), partOfBoth(idsOf(place)))),
        ).length,
      };
    },

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
      changes.record('Adjudicate a mark', (draft) => {
        settlePlace(context, draft, place, settlement, {
          mixture: mixture ?? null,
          reason: reason?.trim() || null,
        });
      });
      return null;
    },

    takeOver(input) {
      const agreeing = load(input).places.filter(({ differs }) => differs.length === 0);
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
