import {
  describeSuspicious,
  type SuspiciousPlace,
} from '../../shared/domain/sources/suspicious-characters.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { Command } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `suspicious`: characters that may not be what they seem. */
export const suspiciousCommand: Command = {
  name: 'suspicious',
  parameters: 'P [SOURCE]',
  summary: 'lists characters that may not be what they seem',
  details:
    'Letters of another alphabet within a word, invisible characters, direction controls, and characters that stand for lost ones. Nothing is altered.',
  arguments: [1, 2],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const label = invocation.positionals[1];
      const sources: readonly Source[] =
        label === undefined
          ? await app.api.sources.list({})
          : [sourceNamed(app.context.seen(), label)];
      const found: object[] = [];
      const lines: string[] = [];
      for (const source of sources) {
        const { places } = await app.api.sources.suspicious({ sourceId: source.id });
        if (places.length === 0) continue;
        const { text } = await app.api.sources.content({ sourceId: source.id });
        for (const place of places) {
          const what = describeSuspicious(text, place);
          found.push(placeObject(source, place, what));
          lines.push(`${source.file}\t${place.start}-${place.end}\t${what}`);
        }
      }
      if (invocation.io.isJson) await invocation.io.jsonList(found);
      else await invocation.io.lines(lines);
      return 0;
    }),
};

function placeObject(source: Source, place: SuspiciousPlace, what: string): object {
  const { kind, start, end, within } = place;
  return { sourceId: source.id, start, end, kind, within, description: what };
}
