import type { Command } from './command.ts';
import { withProject } from './with-project.ts';

/** `actors`: who speaks or passes on. */
export const actorsCommand: Command = {
  name: 'actors',
  parameters: 'P',
  summary: 'lists the registry of actors',
  arguments: [1, 1],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const analysts = new Map(
        (await app.api.project.analysts({})).map(({ id, name }) => [id, name]),
      );
      const rows = (await app.api.actors.list({})).map(({ analystId, ...actor }) => ({
        ...actor,
        analyst: analysts.get(analystId) ?? '',
      }));
      if (invocation.io.isJson) await invocation.io.jsonList(rows);
      else {
        await invocation.io.lines(
          rows.map((row) => {
            const aliases = row.aliases.length === 0 ? '' : ` (${row.aliases.join(', ')})`;
            const unnamed = row.unnamed ? ' (unnamed)' : '';
            return `${row.id}\t${row.kind}\t${row.mentions} mentions\t${row.reliability ?? ''}\t${row.name}${unnamed}${aliases}`;
          }),
        );
      }
      return 0;
    }),
};
