import { UsageError, type Command, type Invocation } from './command.ts';
import { withProject } from './with-project.ts';

const places = ['text', 'claims', 'notes'] as const;
const usualLimit = 100;
const mostHits = 10_000;

/** `search`: words in the texts, statements or notes. */
export const searchCommand: Command = {
  name: 'search',
  parameters: 'P QUERY',
  summary: 'searches texts, claims or notes; the best hits first',
  details:
    'Case, accents, typographic quotes and look-alike letters are not told apart. Words must all be there; "words in quotes" must stand together. Furniture of pages is left out unless it is asked for.',
  arguments: [2, 2],
  options: {
    in: { type: 'string', value: places.join('|'), help: 'where to search; text otherwise' },
    regex: { type: 'boolean', help: 'the query is a regular expression' },
    'with-boilerplate': { type: 'boolean', help: 'furniture of pages is searched too' },
    limit: { type: 'string', value: 'N', help: `at most so many hits; ${usualLimit} otherwise` },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const hits = await app.api.search.find({
        query: invocation.positionals[1] ?? '',
        in: placeOf(invocation),
        regex: invocation.has('regex'),
        withBoilerplate: invocation.has('with-boilerplate'),
        limit: limitOf(invocation, usualLimit, mostHits),
      });
      if (invocation.io.isJson) await invocation.io.jsonList(hits);
      else {
        await invocation.io.lines(
          hits.map(({ sourceId, claimId, highlightId, start, end, before, match, after }) => {
            const where = sourceId ?? claimId ?? highlightId ?? '';
            const words = `${before}[${match}]${after}`.replace(/\s+/g, ' ');
            return `${where}\t${start}-${end}\t${words}`;
          }),
        );
      }
      return 0;
    }),
};

function placeOf(invocation: Invocation): (typeof places)[number] {
  const typed = invocation.text('in') ?? 'text';
  const found = places.find((place) => place === typed);
  if (found === undefined) throw new UsageError(`--in is one of ${places.join(', ')}.`);
  return found;
}

/** The whole number of `--limit`. */
export function limitOf(invocation: Invocation, usual: number, most: number): number {
  const typed = invocation.text('limit');
  if (typed === undefined) return usual;
  const limit = Number(typed);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw new UsageError(`--limit is a whole number from 1 to ${most}.`);
  }
  return limit;
}
