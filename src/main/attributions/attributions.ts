import type { AttributionDetail, AttributionsApi } from '../../shared/contract/attributions.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import { chainLinks, chainText } from '../../shared/domain/attributions/chain-text.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import type { AttributionId, HighlightId, OriginId } from '../../shared/domain/ids.ts';
import { foldString } from '../../shared/domain/search/fold.ts';
import { recordStores } from '../database/record-stores.ts';
import { attributionIdOf } from '../markup/derived-ids.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { allOrigins, attributionOf } from './attributions-store.ts';
import { attributionFor } from './copy-attribution.ts';
import { checkDate, resolveLinks } from './resolve-links.ts';

/** Chains behind mentions, and the registry of origins. */
export function createAttributions(context: ServiceContext): Handlers<AttributionsApi> {
  const { db, changes } = context;

  function marked(highlightId: HighlightId): Highlight {
    const highlight = recordStores.highlight.get(db, highlightId);
    if (highlight === null) {
      throw new AttestError(
        'not-found',
        'That mark is not in this project any more. Nothing was changed.',
      );
    }
    return highlight;
  }

  function detail(highlightId: HighlightId): AttributionDetail | null {
    const attribution = attributionOf(db, highlightId);
    if (attribution === null) return null;
    const { links } = attribution;
    const actors = [...new Set(links.flatMap((link) => link.actorIds))].flatMap(
      (id) => recordStores.actor.get(db, id) ?? [],
    );
    const origins = [...new Set(links.flatMap((link) => link.originId ?? []))].flatMap(
      (id) => recordStores.origin.get(db, id) ?? [],
    );
    const text = chainText(
      chainLinks(
        links,
        (id) => actors.find((actor) => actor.id === id),
        (id) => origins.find((origin) => origin.id === id),
      ),
    );
    return { attribution, actors, origins, text };
  }

  return {
    of: ({ highlightId }) => detail(highlightId),

    set({ highlightId, links }) {
      const { sourceId } = marked(highlightId);
      const known = attributionOf(db, highlightId);
      const label = links === null ? 'Take an attribution away' : 'Attribute a mark';
      changes.record(label, (draft) => {
        if (links === null) {
          if (known !== null) draft.remove('attribution', known.id);
          return;
        }
        draft.put('attribution', {
          id: known?.id ?? attributionIdOf<AttributionId>(highlightId),
          highlightId,
          links: resolveLinks(context, draft, links, textOfSource(db, sourceId) ?? ''),
          analystId: known?.analystId ?? context.analyst().id,
          createdAt: known?.createdAt ?? nowIso(context),
        });
      });
      return detail(highlightId);
    },

    copy({ fromHighlightId, toHighlightId }) {
      const like = attributionOf(db, marked(fromHighlightId).id);
      if (like === null) {
        throw new AttestError(
          'not-found',
          'The other mark is not attributed yet. Nothing was changed.',
        );
      }
      const known = attributionOf(db, marked(toHighlightId).id);
      changes.record('Same attribution as another mark', (draft) => {
        const id = known?.id ?? attributionIdOf<AttributionId>(toHighlightId);
        draft.put('attribution', attributionFor(context, like, toHighlightId, id));
      });
      return detail(toHighlightId);
    },

    origins({ query }) {
      const wanted = foldString(query ?? '').trim();
      const origins = allOrigins(db);
      if (wanted === '') return origins;
      return origins.filter((origin) =>
        foldString(`${origin.title} ${origin.issuer ?? ''} ${origin.kind}`).includes(wanted),
      );
    },

    createOrigin(fields) {
      checkDate(fields.date);
      const id = context.newId() as OriginId;
      const origin = {
        id,
        ...fields,
        date: fields.date || null,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      };
      changes.record(`Origin “${origin.title}”`, (draft) => draft.put('origin', origin));
      return origin;
    },

    editOrigin({ originId, patch }) {
      const before = recordStores.origin.get(db, originId);
      if (before === null) {
        throw new AttestError(
          'not-found',
          'That origin is not in the registry any more. Nothing was changed.',
        );
      }
      checkDate(patch.date);
      const origin = { ...before, ...patch };
      changes.record(`Origin “${origin.title}”`, (draft) => draft.put('origin', origin));
      return origin;
    },
  };
}
