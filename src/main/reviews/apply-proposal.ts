import { AttestError } from '../../shared/contract/errors.ts';
import { proposalFields } from '../../shared/contract/reviews.ts';
import type { z } from 'zod';
import type { AttributionLink } from '../../shared/domain/attributions/attribution.ts';
import { axisOf } from '../../shared/domain/grades/grade.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import { describeSpanProblem, spansProblem } from '../../shared/domain/highlights/span.ts';
import type { GradeId } from '../../shared/domain/ids.ts';
import type { Proposal } from '../../shared/domain/reviews/proposal.ts';
import type { ReviewTarget, Verdict } from '../../shared/domain/reviews/verdict.ts';
import { checkDate, resolveLinks } from '../attributions/resolve-links.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { recordStores } from '../database/record-stores.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { actorsOf, carrying, eventOf, originOf, tagsOf } from './proposed-objects.ts';
import { textOfSource } from '../sources/contents-store.ts';

/** A proposal in the shape that its target asks for, or a sentence on why it makes no sense there. */
export function checkedProposal(
  context: Pick<ServiceContext, 'db'>,
  kind: ReviewTarget,
  targetId: string,
  fields: Readonly<Record<string, unknown>>,
): Proposal {
  if (kind === 'source') {
    throw new AttestError(
      'invalid-input',
      'Nothing can be proposed for a source; write a comment. Nothing was changed.',
    );
  }
  const parsed = proposalFields[kind].safeParse(fields);
  const isEmpty = parsed.success && Object.keys(parsed.data).length === 0;
  const unknown = Object.keys(fields).filter((name) => !(name in proposalFields[kind].shape));
  if (!parsed.success || isEmpty || unknown.length > 0) {
    throw new AttestError(
      'invalid-input',
      `The proposal says nothing that ${kind === 'attribution' ? 'an' : 'a'} ${kind} could have; it may hold ${Object.keys(proposalFields[kind].shape).join(', ')}. Nothing was changed.`,
    );
  }
  if (kind === 'highlight') {
    const { spans } = parsed.data as z.infer<typeof proposalFields.highlight>;
    const mark = recordStores.highlight.get(context.db, targetId);
    if (spans !== undefined && mark !== null) {
      quoteAt(textOfSource(context.db, mark.sourceId) ?? '', spans);
    }
  }
  if (kind === 'claim') checkDate((parsed.data as z.infer<typeof proposalFields.claim>).stated);
  if (kind === 'attribution') {
    const { links } = parsed.data as z.infer<typeof proposalFields.attribution>;
    const attribution = recordStores.attribution.get(context.db, targetId);
    const text = attribution && textOfMark(context, attribution.highlightId);
    for (const { span, cueSpan } of links) {
      if (text !== null && span !== null) quoteAt(text, [span]);
      if (text !== null && cueSpan !== null) quoteAt(text, [cueSpan]);
    }
  }
  return { version: 1, fields: parsed.data };
}

/** The text of the source that a mark is in. */
function textOfMark({ db }: Pick<ServiceContext, 'db'>, highlightId: string): string {
  const mark = recordStores.highlight.get(db, highlightId);
  return mark === null ? '' : (textOfSource(db, mark.sourceId) ?? '');
}

function quoteAt(text: string, spans: readonly (readonly [number, number])[]): string {
  const problem = spansProblem(text, spans);
  if (problem === null) return quoteOf(text, spans);
  throw new AttestError(
    'invalid-input',
    `The proposed span ${describeSpanProblem(problem)}. Nothing was changed.`,
  );
}

/** Gives a target the values that were proposed for it. */
export function applyProposal(context: ServiceContext, draft: ChangeDraft, verdict: Verdict): void {
  const { targetKind, targetId, proposal } = verdict;
  const { fields } = checkedProposal(context, targetKind, targetId, proposal?.fields ?? {});
  switch (targetKind) {
    case 'highlight':
      return changeMark(context, draft, targetId, proposalFields.highlight.parse(fields));
    case 'claim': {
      const before = draft.get('claim', targetId);
      if (before === null) return;
      const { tags, event, ...rest } = proposalFields.claim.parse(fields);
      draft.put('claim', {
        ...before,
        ...defined(rest),
        ...(tags === undefined ? {} : { tagIds: tagsOf(context, draft, tags) }),
        ...(event === undefined ? {} : { eventId: eventOf(context, draft, event, before) }),
      });
      return;
    }
    case 'attribution': {
      const before = draft.get('attribution', targetId);
      if (before === null) return;
      const { links: given } = proposalFields.attribution.parse(fields);
      const text = textOfMark(context, before.highlightId);
      const drafts = given.map((link) => ({
        ...link,
        actors: actorsOf(draft, link.actors, before.links),
        origin: originOf(draft, link.origin ?? null, before.links),
      }));
      const links = resolveLinks(context, draft, drafts, text);
      const saysOrigins = given.some(({ origin }) => origin !== undefined);
      draft.put('attribution', {
        ...before,
        links: saysOrigins ? links : withOrigins(links, before.links),
      });
      return;
    }
    case 'grade': {
      const before = draft.get('grade', targetId);
      if (before === null) return;
      const given = proposalFields.grade.parse(fields);
      const axis = axisOf(before.targetKind);
      const value = given[axis] ?? before[axis];
      // A judgement is made anew; the earlier one stays as history.
      draft.put('grade', {
        ...before,
        id: context.newId() as GradeId,
        [axis]: value,
        reason: given.reason === undefined ? before.reason : given.reason,
        analystId: context.analyst().id,
        createdAt: nowIso(context),
      });
      return;
    }
    case 'source':
  }
}

function changeMark(
  context: ServiceContext,
  draft: ChangeDraft,
  highlightId: string,
  given: z.infer<typeof proposalFields.highlight>,
): void {
  const before = draft.get('highlight', highlightId);
  if (before === null) return;
  const { spans, tags, claim, ...rest } = given;
  const text = spans === undefined ? '' : (textOfSource(context.db, before.sourceId) ?? '');
  draft.put('highlight', {
    ...before,
    ...defined(rest),
    ...(spans === undefined ? {} : { spans, quote: quoteAt(text, spans) }),
    ...(tags === undefined ? {} : { tagIds: tagsOf(context, draft, tags) }),
    ...(claim === undefined
      ? {}
      : carrying(context, draft, claim, { ...before, ...defined(rest) })),
  });
}

/** Where the chain stays as long as it was, each link rests on what it rested on. */
function withOrigins(
  links: readonly AttributionLink[],
  before: readonly AttributionLink[],
): readonly AttributionLink[] {
  if (links.length !== before.length) return links;
  return links.map((link, index) => ({ ...link, originId: before[index]?.originId ?? null }));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(given: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
