import { keptShare } from '../../shared/domain/sources/word-diff.ts';
import type { Command } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `compare`: two sources word by word. */
export const compareCommand: Command = {
  name: 'compare',
  parameters: 'P SOURCE SOURCE',
  summary: 'compares an older and a newer text word by word',
  details:
    'Prints the parts that differ: [-removed-] and {+added+}, with what is the same between them. With --json: all parts, with UTF-16 offsets.',
  arguments: [3, 3],
  options: {},
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const db = app.context.seen();
      const [, oldLabel = '', newLabel = ''] = invocation.positionals;
      const oldSourceId = sourceNamed(db, oldLabel).id;
      const newSourceId = sourceNamed(db, newLabel).id;
      const parts = await app.api.versions.compare({ oldSourceId, newSourceId });
      if (invocation.io.isJson) {
        await invocation.io.json({ oldSourceId, newSourceId, kept: keptShare(parts), parts });
        return 0;
      }
      const old = (await app.api.sources.content({ sourceId: oldSourceId })).text;
      const now = (await app.api.sources.content({ sourceId: newSourceId })).text;
      const words = parts.map((part) => {
        if (part.kind === 'added') return `{+${now.slice(part.newStart, part.newEnd)}+}`;
        const removed = old.slice(part.oldStart, part.oldEnd);
        return part.kind === 'removed' ? `[-${removed}-]` : removed;
      });
      await invocation.io.lines([words.join('')]);
      return 0;
    }),
};
