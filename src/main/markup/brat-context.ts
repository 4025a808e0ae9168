import type { Span } from '../../shared/domain/highlights/span.ts';
import type { BratFile, BratText } from './brat-lines.ts';
import type { MarkItem } from './markup-item.ts';

/** What every mark of a file is made from. */
export interface BratContext {
  readonly file: BratFile;
  /** The immutable text of the source. */
  readonly text: string;
  /** Spans by annotation, in UTF-16 code units. */
  readonly placed: ReadonlyMap<string, readonly Span[]>;
  readonly texts: ReadonlyMap<string, BratText>;
  /** What else the file says of an annotation or event. */
  readonly noteOf: (...ids: readonly string[]) => string | null;
  /** Whose markup it is. */
  readonly analyst: string;
}

/** Place and quote of a mark: as the file quotes it where the annotation is one stretch, so that a moved text is noticed. */
export function quoted(text: string, [start, end]: Span, bound: BratText | null): MarkItem {
  const here = text.slice(start, end);
  const isSame = bound === null || bound.quote === '' || here.replaceAll('\n', ' ') === bound.quote;
  return { start, end, quote: isSame ? here : bound.quote };
}

/** The words of some spans as one line. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans
    .map(([start, end]) => text.slice(start, end))
    .join(' … ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name for the claim of an annotation that is the same whenever the same file comes in. */
export function claimId(analyst: string, id: string, spans: readonly Span[], text: string): string {
  return ['brat', analyst, id, spans.join(';'), wordsOf(text, spans).slice(0, 200)]
    .join(' ')
    .slice(0, 500);
}

/** Gathers what a file says of its annotations and events, as lines for their notes. */
export function notesOf(
  file: BratFile,
  texts: ReadonlyMap<string, BratText>,
): BratContext['noteOf'] {
  const lines = new Map<string, string[]>();
  const add = (about: string, words: string): void => {
    const readable = words.replace(/\{(\S+?)\}/g, (_, id: string) => {
      const trigger = file.events.find((event) => event.id === id)?.trigger;
      return `“${texts.get(trigger ?? id)?.quote ?? id}”`;
    });
    lines.set(about, [...(lines.get(about) ?? []), readable]);
  };
  for (const { about, words } of file.remarks) add(about, words);
  for (const { trigger, type, roles } of file.events) {
    for (const { role, id } of roles) add(trigger, `${type}, ${role}: {${id}}`);
  }
  return (...ids) => {
    const found = ids.flatMap((id) => lines.get(id) ?? []);
    return found.length === 0 ? null : found.join('\n').slice(0, 100_000);
  };
}
