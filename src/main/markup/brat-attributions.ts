import type { Span } from '../../shared/domain/highlights/span.ts';
import { claimId, quoted, wordsOf, type BratContext } from './brat-context.ts';
import type { BratEvent } from './brat-lines.ts';
import type { LinkItem, MarkItem } from './markup-item.ts';

/** The marks of one attribution, and the annotations that they say all of. */
export interface AttributionMarks {
  readonly line: number;
  readonly marks: readonly MarkItem[];
  readonly used: readonly string[];
}

const contentRole = /^content$/i;
const sourceRole = /^(source|speaker|holder)$/i;
const cueRole = /^cue$/i;

/** Words that stand for somebody without naming them. */
const unnamed =
  /^(?:an?|the|some|many|several|most|other|another|one|two|his|her|its|their|my|our|your|he|she|it|they|we|you|i|who|which|that|this|these|those)\b/i;

/**
 * Attributions in the manner of PARC 3.0 and PolNeAR: content becomes a highlight with a claim, source and cue the
 * first link of its chain. An event without content or without both of the others is none.
 */
export function* attributionMarks(context: BratContext): Iterable<AttributionMarks> {
  for (const event of context.file.events) {
    const contents = idsOf(event, contentRole);
    const sources = idsOf(event, sourceRole);
    const cues = idsOf(event, cueRole);
    const isAttribution = sources.length > 0 || cues.length > 0;
    const spans = contents.flatMap((id) => context.placed.get(id) ?? []).toSorted(byStart);
    if (!isAttribution || spans.length === 0) continue;
    const note = context.noteOf(...contents, event.id);
    const link = linkOf(context, sources, cues);
    const [content = ''] = contents;
    const claim = {
      id: claimId(context.analyst, event.id, spans, context.text),
      statement: wordsOf(context.text, spans),
    };
    const bound = spans.length === 1 ? (context.texts.get(content) ?? null) : null;
    yield {
      line: context.texts.get(content)?.line ?? event.line,
      marks: spans.map((span) => ({
        ...quoted(context.text, span, bound),
        tags: [event.type],
        note,
        claim,
        ...(link === null ? {} : { attribution: [link] }),
      })),
      used: [event.id, event.trigger, ...contents, ...sources, ...cues],
    };
  }
}

function idsOf(event: BratEvent, role: RegExp): string[] {
  return event.roles.flatMap((one) => (role.test(one.role) ? [one.id] : []));
}

function linkOf(
  { text, placed }: BratContext,
  sources: readonly string[],
  cues: readonly string[],
): LinkItem | null {
  const speakers = sources.flatMap((id) => {
    const spans = placed.get(id);
    return spans === undefined ? [] : [{ name: wordsOf(text, spans).slice(0, 2_000), spans }];
  });
  const cueSpans = cues.flatMap((id) => placed.get(id) ?? []).toSorted(byStart);
  const cue = cueSpans.length === 0 ? null : wordsOf(text, cueSpans).slice(0, 2_000);
  const named = speakers.filter(({ name }) => name !== '');
  return {
    // A cue without a source ("it is said that") has a speaker all the same, who is not told.
    actors:
      named.length === 0
        ? [{ unnamed: 'not named' }]
        : named.map(({ name }) => (unnamed.test(name) ? { unnamed: name } : name)),
    cue,
    span: envelope(named.flatMap(({ spans }) => spans)),
    cueSpan: envelope(cueSpans),
  };
}

function envelope(spans: readonly Span[]): [number, number] | null {
  if (spans.length === 0) return null;
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

function byStart(a: Span, b: Span): number {
  return a[0] - b[0];
}
