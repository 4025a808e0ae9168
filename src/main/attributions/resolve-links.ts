import type { LinkDraft } from '../../shared/contract/attributions.ts';
import { AttestError } from '../../shared/contract/errors.ts';
import { dateProblem } from '../../shared/domain/dates/edtf.ts';
import type { AttributionLink } from '../../shared/domain/attributions/attribution.ts';
import { describeSpanProblem, spanProblem } from '../../shared/domain/highlights/span.ts';
import type { ActorId, OriginId } from '../../shared/domain/ids.ts';
import { actorsNamed } from '../actors/actors-store.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import { firstSeenActor } from '../reviews/sight-views-store.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { findOrigin } from './attributions-store.ts';

function resolveActor(
  context: ServiceContext,
  draft: ChangeDraft,
  reference: LinkDraft['actors'][number],
): ActorId {
  if ('actorId' in reference) {
    if (draft.get('actor', reference.actorId) === null) {
      throw new AttestError(
        'not-found',
        'An actor of the chain is not in the registry any more. Nothing was changed.',
      );
    }
    return reference.actorId;
  }
  const unnamed = 'unnamed' in reference;
  const name = unnamed ? reference.unnamed : reference.name;
  const known = unnamed ? undefined : firstSeenActor(context, actorsNamed(context.db, name));
  if (known !== undefined) return known.id;
  const id = context.newId() as ActorId;
  draft.put('actor', {
    id,
    name,
    kind: 'unknown',
    unnamed,
    role: null,
    aliases: [],
    note: null,
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  });
  return id;
}

function resolveOrigin(
  context: ServiceContext,
  draft: ChangeDraft,
  reference: LinkDraft['origin'],
): OriginId | null {
  if (reference === null) return null;
  if ('originId' in reference) {
    if (draft.get('origin', reference.originId) === null) {
      throw new AttestError(
        'not-found',
        'The origin is not in the registry any more. Nothing was changed.',
      );
    }
    return reference.originId;
  }
  const fields = { ...reference, date: reference.date || null };
  checkDate(fields.date);
  const known = findOrigin(context.db, fields);
  if (known !== null) return known.id;
  const id = context.newId() as OriginId;
  draft.put('origin', {
    id,
    ...fields,
    analystId: context.analyst().id,
    createdAt: nowIso(context),
  });
  return id;
}

/** Fails with a sentence where a date is not EDTF. */
export function checkDate(date: string | null | undefined): void {
  const problem = date ? dateProblem(date) : null;
  if (problem !== null) {
    throw new AttestError(
      'invalid-input',
      `The date “${date}” cannot be kept: ${problem} Nothing was changed.`,
    );
  }
}

/** Turns a typed chain into links: names become actors of the registry (found or made), origins likewise; spans must lie in the text. */
export function resolveLinks(
  context: ServiceContext,
  draft: ChangeDraft,
  links: readonly LinkDraft[],
  text: string,
): AttributionLink[] {
  return links.map((link) => {
    for (const span of [link.span, link.cueSpan]) {
      const problem = span === null ? null : spanProblem(text, span);
      if (problem !== null) {
        throw new AttestError(
          'invalid-input',
          `The span of a speaker or cue ${describeSpanProblem(problem)}. Nothing was changed.`,
        );
      }
    }
    return {
      actorIds: [...new Set(link.actors.map((actor) => resolveActor(context, draft, actor)))],
      role: link.role,
      forms: [...new Set(link.forms)],
      cue: link.cue,
      span: link.span,
      cueSpan: link.cueSpan,
      originId: resolveOrigin(context, draft, link.origin),
      inferred: link.inferred,
    };
  });
}
