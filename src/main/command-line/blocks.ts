import { findArticleLine } from '../../shared/domain/sources/article-lines.ts';
import type { Command } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `blocks`: the paragraphs, headings, list items, quotations and captions of a source. */
export const blocksCommand: Command = {
  name: 'blocks',
  parameters: 'P SOURCE',
  summary: 'lists the blocks of a source: kind, start, end, boilerplate',
  arguments: [2, 2],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const { id } = sourceNamed(app.context.seen(), invocation.positionals[1] ?? '');
      const { text, blocks } = await app.api.sources.content({ sourceId: id });
      const rows = blocks.map(
        ({ kind, start, end, level, boilerplate, boilerplateRule, page }) => ({
          kind,
          start,
          end,
          level,
          boilerplate,
          boilerplateRule,
          recognised: boilerplate
            ? null
            : (findArticleLine(text.slice(start, end), kind)?.rule.id ?? null),
          ...(page === undefined ? {} : { page }),
        }),
      );
      if (invocation.io.isJson) await invocation.io.jsonList(rows);
      else {
        await invocation.io.lines(
          rows.map(({ kind, start, end, boilerplate, boilerplateRule, recognised }) => {
            const words = text.slice(start, Math.min(end, start + 60)).replace(/\s+/g, ' ');
            return `${start}-${end}\t${kind}\t${boilerplate ? `furniture: ${boilerplateRule ?? 'folded by hand'}` : (recognised ?? '')}\t${words}`;
          }),
        );
      }
      return 0;
    }),
};
