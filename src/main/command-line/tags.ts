import type { Command } from './command.ts';
import { withProject } from './with-project.ts';

/** `tags`: the tag tree, parents before children. */
export const tagsCommand: Command = {
  name: 'tags',
  parameters: 'P',
  summary: 'lists the tag tree',
  arguments: [1, 1],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const rows = await app.api.tags.tree({});
      if (invocation.io.isJson) await invocation.io.jsonList(rows);
      else {
        await invocation.io.lines(
          rows.map(
            (row) =>
              `${row.path}\t${row.highlights} highlights\t${row.claims} claims${row.key === null ? '' : `\tkey ${row.key}`}`,
          ),
        );
      }
      return 0;
    }),
};
