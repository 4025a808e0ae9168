import type { Mixture, Settlement } from '../../shared/contract/adjudications.ts';
import { agreedAnalyst } from '../../shared/domain/adjudication/agreed-analyst.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { mergeSpans } from '../../shared/domain/highlights/span.ts';
import type { AttributionId, GradeId, HighlightId } from '../../shared/domain/ids.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import { gradesOf } from '../grades/grades-store.ts';
import { removeHighlight } from '../highlights/remove-highlight.ts';
import { attributionIdOf, derivedId } from '../markup/derived-ids.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { textOfSource } from '../sources/contents-store.ts';
import { agreedMarkId, type AgreedPart, type Place } from './agreed-layer.ts';
import { putSettlingVerdict } from './decisions.ts';

/** How a place is settled besides which version is right. */
export interface SettleOptions {
  readonly mixture: Mixture | null;
  readonly reason: string | null;
  /** Both say the same: both are right. */
  readonly isAgreed?: boolean;
}

/** Writes a settlement: the marks of the agreed layer in place of earlier ones, and a verdict on each of the two. */
export function settlePlace(
  context: ServiceContext,
  draft: ChangeDraft,
  place: Place,
  settlement: Settlement,
  { mixture, reason, isAgreed = false }: SettleOptions,
): void {
  draft.knowAnalyst(agreedAnalyst);
  for (const part of ['a', 'b', 'edit'] as const) {
    removeHighlight(context.db, draft, agreedMarkId(place, part));
  }
  if (settlement === 'edit' && mixture !== null) putMixed(context, draft, place, mixture);
  for (const part of ['a', 'b'] as const) {
    const id = place[part];
    if (id === null) continue;
    const isRight = settlement === part || settlement === 'both';
    if (isRight) putCopy(context, draft, place, part, id);
    putSettlingVerdict(context, draft, place, {
      target: { targetKind: 'highlight', targetId: id },
      isAccepted: isRight || isAgreed,
      reason: reason ?? reasonOf(settlement, part, isAgreed),
    });
  }
}

/** A rejection always says why; this is what it says where the adjudicator wrote nothing. */
function reasonOf(settlement: Settlement, part: 'a' | 'b', isAgreed: boolean): string | null {
  if (isAgreed || settlement === part || settlement === 'both') return null;
  if (settlement === 'neither') return 'Adjudicated: this is not to be marked.';
  if (settlement === 'edit') return 'Adjudicated: the agreed mark takes parts of both versions.';
  return 'Adjudicated: the other version stands.';
}

function putCopy(
  context: ServiceContext,
  draft: ChangeDraft,
  place: Place,
  part: 'a' | 'b',
  id: HighlightId,
): void {
  const mark = recordStores.highlight.get(context.db, id);
  if (mark !== null) putAgreed(context, draft, place, part, mark, { attribution: id, grade: id });
}

function putMixed(
  context: ServiceContext,
  draft: ChangeDraft,
  place: Place,
  { spans, tags, attribution, credibility, stance }: Mixture,
): void {
  const a = recordStores.highlight.get(context.db, place.a ?? '');
  const b = recordStores.highlight.get(context.db, place.b ?? '');
  if (a === null || b === null) return;
  const of = { a, b };
  const union = mergeSpans([...a.spans, ...b.spans].toSorted((x, y) => x[0] - y[0]));
  const where = spans === 'both' ? union : of[spans].spans;
  const text = textOfSource(context.db, a.sourceId) ?? '';
  const mark: Highlight = {
    ...of[spans === 'both' ? 'a' : spans],
    spans: where,
    quote: quoteOf(text, where),
    tagIds: tags === 'both' ? [...new Set([...a.tagIds, ...b.tagIds])] : of[tags].tagIds,
    stance: of[stance].stance,
    claimId: of[stance].claimId ?? a.claimId ?? b.claimId,
  };
  putAgreed(context, draft, place, 'edit', mark, {
    attribution: of[attribution].id,
    grade: of[credibility].id,
  });
}

/** Puts a mark of the agreed layer, with the attribution and the credibility that one of the two marks has. */
function putAgreed(
  context: ServiceContext,
  draft: ChangeDraft,
  place: Place,
  part: AgreedPart,
  like: Highlight,
  from: { readonly attribution: HighlightId; readonly grade: HighlightId },
): void {
  const id = agreedMarkId(place, part);
  const made = { analystId: agreedAnalyst.id, createdAt: nowIso(context) };
  draft.put('highlight', { ...like, id, ...made, importedId: null });
  const attribution = attributionOf(context.db, from.attribution);
  if (attribution !== null) {
    draft.put('attribution', {
      ...attribution,
      id: attributionIdOf<AttributionId>(id),
      highlightId: id,
      ...made,
    });
  }
  const author = recordStores.highlight.get(context.db, from.grade)?.analystId;
  const grade = gradesOf(context.db, from.grade).find(({ analystId }) => analystId === author);
  if (grade !== undefined) {
    draft.put('grade', {
      ...grade,
      id: derivedId<GradeId>('grade', id, grade.id),
      targetId: id,
      ...made,
    });
  }
}
