import type { CarriedMark, CarryReport } from '../../shared/contract/versions.ts';
import { formatSpans } from '../../shared/domain/highlights/span.ts';
import { analystOption, type Command } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `carry`: marks of an older version go over to a newer one. */
export const carryCommand: Command = {
  name: 'carry',
  parameters: 'P OLD NEW',
  summary: 'carries the marks of an older version over to a newer one',
  details:
    'A mark goes with the words around it, or to where its quote stands exactly once; the others are kept in the list of marks without a place. One undo step; a second time does nothing.',
  arguments: [3, 3],
  options: {
    'dry-run': {
      type: 'boolean',
      help: 'says what would become of each mark, and changes nothing',
    },
    ...analystOption,
  },
  run: (invocation) =>
    withProject(invocation, invocation.has('dry-run') ? 'read' : 'write', async (app) => {
      const db = app.context.seen();
      const [, older = '', newer = ''] = invocation.positionals;
      const pair = {
        oldSourceId: sourceNamed(db, older).id,
        newSourceId: sourceNamed(db, newer).id,
      };
      const report = invocation.has('dry-run')
        ? await app.api.versions.rehearse(pair)
        : await app.api.versions.carry(pair);
      if (invocation.io.isJson) await invocation.io.json(report);
      else await invocation.io.lines([...report.marks.map(markText), totals(report)]);
      return 0;
    }),
};

function markText({ highlightId, quote, place }: CarriedMark): string {
  const where = place.kind === 'unplaced' ? '' : formatSpans(place.spans);
  return `${place.kind}\t${highlightId}\t${where}\t${quote.replace(/\s+/g, ' ')}`;
}

function totals({ unchanged, moved, unplaced, alreadyThere }: CarryReport): string {
  const before = alreadyThere === 0 ? '' : `, ${alreadyThere} of them carried over before`;
  return `${unchanged} unchanged, ${moved} moved, ${unplaced} unplaced${before}`;
}
