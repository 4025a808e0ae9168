import type { Command } from './command.ts';
import { sourceNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `text`: the immutable text of a source, to the byte. */
export const textCommand: Command = {
  name: 'text',
  parameters: 'P SOURCE',
  summary: 'writes the immutable text, exactly, to standard output',
  details:
    'SOURCE is an id, a file name or a text hash. The text is UTF-8, and nothing is added at its end.',
  arguments: [2, 2],
  options: {
    'without-boilerplate': { type: 'boolean', help: 'leaves page furniture out' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const { id } = sourceNamed(app.context.seen(), invocation.positionals[1] ?? '');
      const { text, blocks } = await app.api.sources.content({ sourceId: id });
      const shown = invocation.has('without-boilerplate') ? withoutFurniture(text, blocks) : text;
      if (invocation.io.isJson) await invocation.io.json({ sourceId: id, text: shown });
      else await invocation.io.write(Buffer.from(shown, 'utf8'));
      return 0;
    }),
};

/** The text without the blocks of furniture and the line breaks that follow each of them. */
function withoutFurniture(
  text: string,
  blocks: readonly {
    readonly start: number;
    readonly end: number;
    readonly boilerplate: boolean;
  }[],
): string {
  let shown = '';
  let from = 0;
  blocks.forEach((block, index) => {
    if (!block.boilerplate) return;
    shown += text.slice(from, block.start);
    from = blocks[index + 1]?.start ?? text.length;
  });
  return shown + text.slice(from);
}
