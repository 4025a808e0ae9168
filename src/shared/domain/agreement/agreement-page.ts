import type { RichTextNode } from '../summaries/summary.ts';
import { agreementLine } from './agreement-cells.ts';
import type { Measure } from './measure.ts';

/** The figures of a comparison as a part of a summary: a heading, what was compared, and a list for all marks and for each tag. */
export function agreementPage(
  measures: readonly Measure[],
  analysts: readonly string[],
  sources: readonly string[],
): readonly RichTextNode[] {
  const names = analysts.join(' and ');
  const onWhat =
    sources.length === 0
      ? `${names} share no source: there is no number.`
      : `${names}, on ${sources.length === 1 ? 'one source' : `${sources.length} sources`} that each of them worked on: ${sources.join('; ')}. Intervals are 95 %, by bootstrap over sources.`;
  const scopes = [...new Set(measures.map(({ tag }) => tag))];
  return [
    heading(2, `Agreement of ${names}`),
    paragraph(onWhat),
    ...scopes.flatMap((scope) => [
      heading(3, scope ?? 'All marks'),
      list(measures.filter(({ tag }) => tag === scope).map(agreementLine)),
    ]),
  ];
}

function heading(level: number, text: string): RichTextNode {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

function paragraph(text: string): RichTextNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function list(lines: readonly string[]): RichTextNode {
  return {
    type: 'bulletList',
    content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })),
  };
}
