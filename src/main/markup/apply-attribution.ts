import type {
  Attribution,
  AttributionLink,
  Origin,
} from '../../shared/domain/attributions/attribution.ts';
import type { Highlight } from '../../shared/domain/highlights/highlight.ts';
import { spanProblem, type Span } from '../../shared/domain/highlights/span.ts';
import type { ActorId, OriginId } from '../../shared/domain/ids.ts';
import { attributionOf } from '../attributions/attributions-store.ts';
import type { Introducer } from './apply-claim.ts';
import { checkedDate, namedSource } from './checked-fields.ts';
import { actorIdAt, attributionIdOf, originIdAt } from './derived-ids.ts';
import type { LinkItem } from './markup-item.ts';
import { idFromFile, putRecord, type MarkupSession } from './markup-session.ts';
import type { Outcome } from './report-builder.ts';

/** A mark whose chain is brought in. */
export interface AttributedMark {
  readonly highlight: Highlight;
  readonly text: string;
  /** How far the mark was moved, in UTF-16 code units; null where it stands as the file says. */
  readonly movedBy: number | null;
  readonly by: Introducer;
}

/** Sets the chain behind a mark to that of its line; null takes it away. */
export function applyAttribution(
  session: MarkupSession,
  line: number,
  given: readonly LinkItem[] | null | undefined,
  mark: AttributedMark,
): Outcome {
  if (given === undefined) return 'unchanged';
  const { highlight, by } = mark;
  const before = attributionOf(session.db, highlight.id);
  if (given === null) {
    if (before === null) return 'unchanged';
    session.draft.remove('attribution', before.id);
    return 'changed';
  }
  const own = session.attributionLines.get(highlight.id);
  const attribution: Attribution = {
    id:
      before?.id ??
      (own === undefined
        ? attributionIdOf(highlight.id)
        : idFromFile(session, 'attribution', own.id)),
    highlightId: highlight.id,
    links: given.map((item, place) => linkOf(session, line, item, place, before, mark)),
    analystId:
      before?.analystId ??
      (own?.analyst === undefined ? by.analystId : session.analysts.resolve(own.analyst).id),
    createdAt: before?.createdAt ?? own?.createdAt ?? by.createdAt,
  };
  return putRecord(session, 'attribution', attribution, before);
}

function linkOf(
  session: MarkupSession,
  line: number,
  item: LinkItem,
  place: number,
  before: Attribution | null,
  mark: AttributedMark,
): AttributionLink {
  const cueSpan = keptSpan(session, line, item.cueSpan, mark, `attribution.${place}.cueSpan`);
  const span = keptSpan(session, line, item.span, mark, `attribution.${place}.span`);
  const moved = mark.movedBy !== null && (span !== null || cueSpan !== null);
  const sure = moved ? spansAfterMove(mark, item, span, cueSpan) : { span, cueSpan };
  if (moved && sure.span === null && sure.cueSpan === null) {
    session.report.reanchored(
      line,
      'the places of speaker and cue are not sure; they were left out',
    );
  }
  const present = before?.links[place];
  return {
    actorIds: [
      ...new Set(
        item.actors.map((actor, index) =>
          actorOf(
            session,
            actor,
            present?.actorIds[index],
            actorIdsAt(mark, place, index),
            mark.by,
          ),
        ),
      ),
    ],
    role: item.role ?? null,
    forms: [...new Set(item.form ?? [])],
    cue: item.cue ?? null,
    span: sure.span,
    cueSpan: sure.cueSpan,
    originId: originOf(session, line, item.origin, place, mark),
    inferred: item.inferred ?? false,
  };
}

function keptSpan(
  session: MarkupSession,
  line: number,
  given: Span | null | undefined,
  mark: AttributedMark,
  field: string,
): Span | null {
  if (given == null) return null;
  if (mark.movedBy !== null || spanProblem(mark.text, given) === null) return given;
  session.report.problem(line, `“${field}” does not fit the text; the mark was kept without it`);
  return null;
}

/** Where the speaker and the cue of a moved mark stand: the cue's words decide whether they moved along. */
function spansAfterMove(
  mark: AttributedMark,
  item: LinkItem,
  span: Span | null,
  cueSpan: Span | null,
): Pick<AttributionLink, 'span' | 'cueSpan'> {
  for (const by of [mark.movedBy ?? 0, 0]) {
    const cue = shifted(mark.text, cueSpan, by);
    if (cue !== null && mark.text.slice(cue[0], cue[1]) === item.cue) {
      return { span: shifted(mark.text, span, by), cueSpan: cue };
    }
  }
  return { span: null, cueSpan: null };
}

function shifted(text: string, span: Span | null, by: number): Span | null {
  if (span === null) return null;
  const moved: Span = [span[0] + by, span[1] + by];
  return spanProblem(text, moved) === null ? moved : null;
}

function actorIdsAt(mark: AttributedMark, link: number, place: number): (name: string) => ActorId {
  return (name) => actorIdAt<ActorId>(mark.highlight.id, link, place, name);
}

function actorOf(
  session: MarkupSession,
  given: LinkItem['actors'][number],
  present: ActorId | undefined,
  idFor: (name: string) => ActorId,
  by: Introducer,
): ActorId {
  const signed = { analystId: by.analystId, createdAt: by.createdAt };
  if (typeof given === 'string') {
    return (
      session.actors.named(given) ??
      session.actors.introduce({ id: idFor(given), name: given, unnamed: false, ...signed })
    );
  }
  const unnamed = 'unnamed' in given;
  const name = unnamed ? given.unnamed : given.name;
  if (given.id !== undefined) {
    const id = idFromFile<ActorId>(session, 'actor', given.id);
    return session.actors.introduce({ id, name, unnamed, ...signed });
  }
  if (!unnamed) return actorOf(session, name, present, idFor, by);
  // An unnamed one is never found by its words, but it is the one that stands there already.
  const there = present === undefined ? null : session.draft.get('actor', present);
  if (there?.unnamed === true && there.name === name) return there.id;
  return session.actors.introduce({ id: idFor(name), name, unnamed, ...signed });
}

function originOf(
  session: MarkupSession,
  line: number,
  given: LinkItem['origin'],
  place: number,
  mark: AttributedMark,
): OriginId | null {
  if (given == null) return null;
  const { by } = mark;
  const origin: Origin = {
    id: originIdAt(mark.highlight.id, place, given.title),
    kind: given.kind,
    title: given.title,
    issuer: given.issuer ?? null,
    date: checkedDate(session, line, 'origin.date', given.date ?? null),
    sourceId: namedSource(session, line, 'origin.source', given.source ?? null),
    analystId: by.analystId,
    createdAt: by.createdAt,
  };
  if (given.id === undefined) return session.origins.findOrAdd(origin);
  const id = idFromFile<OriginId>(session, 'origin', given.id);
  if (session.draft.get('origin', id) === null) session.draft.put('origin', { ...origin, id });
  return id;
}
