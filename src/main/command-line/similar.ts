import type { Span } from '../../shared/domain/highlights/span.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { sharedPassages, type ComparedText } from '../../shared/domain/sources/shared-passages.ts';
import { UsageError, type Command } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

const usualWords = 8;
const fewestWords = 3;

/** `similar`: passages that two sources share. */
export const similarCommand: Command = {
  name: 'similar',
  parameters: 'P',
  summary: 'passages that two sources share, word for word or nearly',
  details:
    'Capitals, accents and signs make no difference, and a few other words in between are passed over: score says how many of the words of the longer passage both have. Page furniture is left out.',
  arguments: [1, 1],
  options: {
    source: { type: 'string', value: 'SOURCE', help: 'only what this source shares with others' },
    'min-words': {
      type: 'string',
      value: 'N',
      help: `only passages of at least N shared words (${usualWords})`,
    },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const leastWords = leastWordsOf(invocation.text('min-words'));
      const label = invocation.text('source');
      const sources: readonly Source[] = await app.api.sources.list({});
      const onlyId = label === undefined ? null : sourceNamed(app.context.seen(), label).id;
      const texts: ComparedText[] = [];
      for (const { id } of sources) {
        const { text, blocks } = await app.api.sources.content({ sourceId: id });
        const body = blocks.filter(({ boilerplate }) => !boilerplate);
        texts.push({ text, stretches: body.map(({ start, end }): Span => [start, end]) });
      }
      const only = onlyId === null ? null : sources.findIndex(({ id }) => id === onlyId);
      const side = (at: number, [start, end]: Span) => ({
        sourceId: sources[at]?.id ?? '',
        start,
        end,
        quote: texts[at]?.text.slice(start, end) ?? '',
      });
      const found = sharedPassages(texts, leastWords, only).map((passage) => ({
        a: side(passage.a, passage.spanA),
        b: side(passage.b, passage.spanB),
        score: Math.round(passage.score * 1_000) / 1_000,
        words: passage.words,
      }));
      if (invocation.io.isJson) await invocation.io.jsonList(found);
      else {
        await invocation.io.lines(
          found.map(
            ({ a, b, words, score }) =>
              `${words} words\t${Math.round(score * 100)} %\t${a.sourceId} ${a.start}-${a.end}\t${b.sourceId} ${b.start}-${b.end}\t${a.quote.replaceAll(/\s+/g, ' ')}`,
          ),
        );
      }
      return 0;
    }),
};

function leastWordsOf(written: string | undefined): number {
  if (written === undefined) return usualWords;
  const count = Number(written);
  if (Number.isInteger(count) && count >= fewestWords) return count;
  throw new UsageError(`--min-words “${written}” is no whole number from ${fewestWords} on.`);
}
