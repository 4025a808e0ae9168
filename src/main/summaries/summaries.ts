import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { SummariesApi } from '../../shared/contract/summaries.ts';
import type { SummaryId } from '../../shared/domain/ids.ts';
import type { Summary } from '../../shared/domain/summaries/summary.ts';
import { summaryFromClaims } from '../../shared/domain/summaries/from-claims.ts';
import { listClaims } from '../claims/claim-rows-store.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { citationCards } from './citation-cards-store.ts';
import { summaryList } from './summaries-store.ts';

/** Summaries and what their citations show. */
export function createSummaries(context: ServiceContext): Handlers<SummariesApi> {
  const { db, changes } = context;

  function summaryOrFail(summaryId: SummaryId): Summary {
    const summary = recordStores.summary.get(db, summaryId);
    if (summary === null) {
      throw new AttestError(
        'not-found',
        'That summary is not in this project any more. Nothing was changed.',
      );
    }
    return summary;
  }

  return {
    list: () => summaryList(db),
    get: ({ summaryId }) => summaryOrFail(summaryId),
    create({ title, fromClaims }) {
      const summary: Summary = {
        id: context.newId() as SummaryId,
        title,
        content:
          fromClaims === true
            ? summaryFromClaims(listClaims(context.seen(), {}))
            : { type: 'doc', content: [{ type: 'paragraph' }] },
        handling: null,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      changes.record(`Summary “${title}”`, (draft) => draft.put('summary', summary));
      return summary;
    },
    save({ summaryId, title, content, handling }) {
      const before = summaryOrFail(summaryId);
      const summary: Summary = {
        ...before,
        title: title ?? before.title,
        content: content ?? before.content,
        handling: handling === undefined ? before.handling : handling,
      };
      changes.record(
        `Edit the summary “${summary.title}”`,
        (draft) => draft.put('summary', summary),
        { summaryId },
      );
      return summary;
    },
    remove({ summaryId }) {
      const summary = summaryOrFail(summaryId);
      changes.record(`Remove the summary “${summary.title}”`, (draft) =>
        draft.remove('summary', summaryId),
      );
      return null;
    },
    citations: ({ targets }) => citationCards(db, targets),
  };
}
