import type { z } from 'zod';
import { AttestError } from '../../shared/contract/errors.ts';
import type { claimDraft, HighlightsApi, MarkRow } from '../../shared/contract/highlights.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { Claim } from '../../shared/domain/claims/claim.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import {
  describeSpanProblem,
  formatSpans,
  spansProblem,
} from '../../shared/domain/highlights/span.ts';
import type { AttributionId, ClaimId, HighlightId, SourceId } from '../../shared/domain/ids.ts';
import { sourceName } from '../../shared/domain/sources/source.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import { attributionFor } from '../attributions/copy-attribution.ts';
import { attributionIdOf } from '../markup/derived-ids.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { allUnplaced } from './highlights-store.ts';
import { lastMarkOf, markRow, marksOfSource } from './marks-store.ts';
import { removeHighlight } from './remove-highlight.ts';

/** Marks in sources: making, changing and removing them. */
export function createHighlights(context: ServiceContext): Handlers<HighlightsApi> {
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

  function row(highlightId: HighlightId): MarkRow {
    const found = markRow(context.seen(), highlightId);
    if (found === undefined) {
      throw new AttestError('not-found', 'That mark is not in this project any more.');
    }
    return found;
  }

  function nameOf(sourceId: SourceId): string {
    const source = recordStores.source.get(db, sourceId);
    return source === null ? 'a source' : `“${sourceName(source)}”`;
  }

  function textOf(sourceId: SourceId): string {
    const text = textOfSource(db, sourceId);
    if (text === undefined) {
      throw new AttestError(
        'not-found',
        'That source is not in this project any more. Nothing was marked.',
      );
    }
    return text;
  }

  /** The quote at the spans, or a sentence on why there is none. */
  function quoteAt(sourceId: SourceId, spans: Highlight['spans']): string {
    return quoteIn(textOf(sourceId), spans);
  }

  /** The quote of each of many spans. */
  function quotesAt(sourceId: SourceId, spans: Highlight['spans']): readonly string[] {
    const text = textOf(sourceId);
    return spans.map((span) => quoteIn(text, [span]));
  }

  function newClaim(draft: z.infer<typeof claimDraft>): Claim {
    return {
      id: context.newId() as ClaimId,
      statement: draft.statement,
      kind: draft.kind ?? 'fact',
      status: draft.status ?? 'unverified',
      note: null,
      eventId: null,
      stated: null,
      tagIds: [],
      handling: null,
      analystId: context.analyst().id,
      createdAt: nowIso(context),
    };
  }

  return {
    ofSource: ({ sourceId }) => marksOfSource(db, sourceId),
    get: ({ highlightId }) => row(highlightId),

    create(input) {
      if (input.claim !== undefined && input.claimId !== undefined) {
        throw new AttestError(
          'invalid-input',
          'A mark carries one claim: a new one or one that is there.',
        );
      }
      const quote = quoteAt(input.sourceId, input.spans);
      const id = input.highlightId ?? (context.newId() as HighlightId);
      if (recordStores.highlight.get(db, id) !== null) {
        throw new AttestError('conflict', 'That mark is there already. Nothing was changed.');
      }
      const claim = input.claim === undefined ? null : newClaim(input.claim);
      const claimId = claim?.id ?? input.claimId ?? null;
      const what = claim !== null ? 'Claim' : claimId !== null ? 'Mention' : 'Highlight';
      changes.record(`${what} in ${nameOf(input.sourceId)}`, (draft) => {
        if (claim !== null) draft.put('claim', claim);
        draft.put('highlight', {
          id,
          sourceId: input.sourceId,
          spans: input.spans,
          quote,
          tagIds: [...new Set(input.tagIds ?? [])],
          note: input.note || null,
          claimId,
          stance: input.stance ?? (claimId === null ? null : 'asserts'),
          handling: null,
          analystId: context.analyst().id,
          createdAt: nowIso(context),
          importedId: null,
        });
        const like =
          input.attributionLike === undefined ? null : attributionOf(db, input.attributionLike);
        if (like !== null) {
          draft.put(
            'attribution',
            attributionFor(context, like, id, attributionIdOf<AttributionId>(id)),
          );
        }
      });
      return row(id);
    },

    createAll({ sourceId, spans, tagIds = [] }) {
      const analystId = context.analyst().id;
      const own = marksOfSource(db, sourceId).filter((each) => each.analystId === analystId);
      const marked = new Set(own.map((each) => formatSpans(each.spans)));
      const made = spans.filter((span) => !marked.has(formatSpans([span])));
      if (made.length > 0) {
        const quotes = quotesAt(sourceId, made);
        const what = made.length === 1 ? 'Highlight' : `${made.length} highlights`;
        changes.record(`${what} in ${nameOf(sourceId)}`, (draft) => {
          made.forEach((span, i) => {
            draft.put('highlight', {
              ...plainHighlight,
              id: context.newId() as HighlightId,
              sourceId,
              spans: [span],
              quote: quotes[i] ?? '',
              tagIds: [...new Set(tagIds)],
              analystId,
              createdAt: nowIso(context),
            });
          });
        });
      }
      return { created: made.length, there: spans.length - made.length };
    },

    edit({ highlightId, patch }) {
      const before = marked(highlightId);
      const spans = patch.spans ?? before.spans;
      const quote = patch.spans === undefined ? before.quote : quoteAt(before.sourceId, spans);
      const claimId = patch.claimId === undefined ? before.claimId : patch.claimId;
      const stance =
        patch.stance !== undefined
          ? patch.stance
          : (before.stance ?? (claimId === null ? null : 'asserts'));
      changes.record(`${describePatch(patch)} in ${nameOf(before.sourceId)}`, (draft) => {
        draft.put('highlight', {
          ...before,
          spans,
          quote,
          claimId,
          stance,
          note: patch.note === undefined ? before.note : patch.note || null,
          tagIds: patch.tagIds === undefined ? before.tagIds : [...new Set(patch.tagIds)],
          handling: patch.handling === undefined ? before.handling : patch.handling,
        });
      });
      return row(highlightId);
    },

    makeClaim({ highlightId, claim: claimInput }) {
      const before = marked(highlightId);
      if (before.claimId !== null) {
        throw new AttestError(
          'conflict',
          'This mark carries a claim already. Nothing was changed.',
        );
      }
      const claim = newClaim(claimInput);
      changes.record(`Claim in ${nameOf(before.sourceId)}`, (draft) => {
        draft.put('claim', claim);
        draft.put('highlight', {
          ...before,
          claimId: claim.id,
          stance: before.stance ?? 'asserts',
        });
      });
      return row(highlightId);
    },

    remove({ highlightIds }) {
      const first = recordStores.highlight.get(db, highlightIds[0] ?? '');
      const where = first === null ? '' : ` in ${nameOf(first.sourceId)}`;
      const what =
        highlightIds.length === 1 ? 'Remove a mark' : `Remove ${highlightIds.length} marks`;
      changes.record(`${what}${where}`, (draft) => {
        for (const id of highlightIds) {
          removeHighlight(db, draft, id);
        }
      });
      return null;
    },

    last: ({ having }) => lastMarkOf(db, context.analyst().id, having),
    unplaced: () => allUnplaced(db),
    removeUnplaced({ unplacedIds }) {
      changes.record('Remove unplaced marks', (draft) => {
        for (const id of unplacedIds) draft.remove('unplaced', id);
      });
      return null;
    },
  };
}

function quoteIn(text: string, spans: Highlight['spans']): string {
  const problem = spansProblem(text, spans);
  if (problem !== null) {
    throw new AttestError(
      'invalid-input',
      `The mark ${describeSpanProblem(problem)}. Nothing was changed.`,
    );
  }
  return quoteOf(text, spans);
}

/** What a highlight is before anything is said of it. */
const plainHighlight = {
  note: null,
  claimId: null,
  stance: null,
  handling: null,
  importedId: null,
} as const;

function describePatch(patch: object): string {
  const [name, ...others] = Object.keys(patch);
  if (others.length > 0) return 'Change a mark';
  switch (name) {
    case 'spans':
      return 'Move a mark';
    case 'note':
      return 'Note on a mark';
    case 'stance':
      return 'Stance of a mention';
    case 'tagIds':
      return 'Tag a mark';
    case 'claimId':
      return 'Claim of a mark';
    case 'handling':
      return 'Handling of a mark';
    default:
      return 'Change a mark';
  }
}
