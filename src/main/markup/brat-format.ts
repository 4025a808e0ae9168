import { basename } from 'node:path';
import type { Span } from '../../shared/domain/highlights/span.ts';
import { attributionMarks } from './brat-attributions.ts';
import { claimId, notesOf, quoted, wordsOf, type BratContext } from './brat-context.ts';
import { parseBrat, type BratText } from './brat-lines.ts';
import { bratSpans } from './brat-offsets.ts';
import { readLines } from './line-reader.ts';
import type { MarkItem, MarkupFormat, MarkupItem, MarkupReading } from './markup-item.ts';

/** Lines of a file that are read at most: a standoff file is read whole. */
const mostLines = 2_000_000;

/**
 * brat standoff, `NAME.ann` for the source `NAME.txt`; where each annotator has a file, its name may go on after an
 * underscore, a hyphen or a full stop (`NAME_4b22.ann`). An attribution event (source, cue, content) becomes a claim
 * with its chain; every other annotation a highlight with its type as tag; relations, attributes and notes go into
 * the note. The parts of a discontinuous annotation become mentions of one claim.
 */
export const bratFormat: MarkupFormat = {
  name: 'brat',
  read: (path, wanted, reading) => (wanted === 'typed' ? [] : readMarks(path, reading)),
};

function* readMarks(path: string, reading: MarkupReading): Iterable<MarkupItem> {
  const file = parseBrat(goodLines(path));
  for (const { line, problem } of file.problems) yield { kind: 'problem', line, problem };
  const label = sourceLabel(path, reading);
  const text = reading.textOf(label);
  if (text === null) {
    const problem = `the project has no source “${label}”; nothing of the file was brought in`;
    yield { kind: 'problem', line: 1, problem };
    return;
  }
  const spans = bratSpans(text, file.texts);
  const placed = new Map<string, readonly Span[]>();
  for (const [index, bound] of file.texts.entries()) {
    const own = spans[index] ?? null;
    if (own === null) {
      const problem = `“${bound.id}” lies outside the text; it was left out`;
      yield { kind: 'problem', line: bound.line, problem };
    } else placed.set(bound.id, own);
  }
  const done = new Set<string>();
  const raw = new Map(file.texts.map((bound) => [bound.id, bound]));
  const give = (line: number, mark: MarkItem): MarkupItem => ({
    kind: 'mark',
    line,
    mark: { ...mark, source: label },
    raw: JSON.stringify({ ...mark, source: label }),
    ignored: [],
  });
  const context = {
    file,
    text,
    placed,
    texts: raw,
    noteOf: notesOf(file, raw),
    analyst: reading.analyst,
  };
  for (const { line, marks, used } of attributionMarks(context)) {
    for (const id of used) done.add(id);
    for (const mark of marks) yield give(line, mark);
  }
  for (const bound of file.texts) {
    const own = placed.get(bound.id);
    if (done.has(bound.id) || own === undefined) continue;
    for (const mark of plainMarks(context, bound, own)) yield give(bound.line, mark);
  }
}

function* plainMarks(
  { text, noteOf, analyst }: BratContext,
  bound: BratText,
  spans: readonly Span[],
): Iterable<MarkItem> {
  const shared = { tags: [bound.type], note: noteOf(bound.id) };
  const [only] = spans;
  if (spans.length === 1 && only !== undefined) {
    yield { ...shared, ...quoted(text, only, bound) };
    return;
  }
  const claim = {
    id: claimId(analyst, bound.id, spans, text),
    statement: wordsOf(text, spans),
  };
  for (const span of spans) yield { ...shared, ...quoted(text, span, null), claim };
}

function sourceLabel(path: string, reading: MarkupReading): string {
  const stem = basename(path).replace(/\.ann$/i, '');
  const shorter = stem.replace(/[_.-][^_.-]*$/, '');
  const candidates = [`${stem}.txt`, stem, `${shorter}.txt`, shorter];
  return candidates.find((label) => reading.textOf(label) !== null) ?? `${stem}.txt`;
}

function* goodLines(path: string): Iterable<{ readonly number: number; readonly text: string }> {
  for (const line of readLines(path)) {
    if (line.number > mostLines) return;
    yield 'text' in line ? line : { number: line.number, text: '\0' };
  }
}
