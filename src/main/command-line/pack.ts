import { UsageError, type Command } from './command.ts';
import { analystNamed } from './find-object.ts';
import { fullPath, withProject } from './with-project.ts';

/** `pack`: a parcel for a colleague. */
export const packCommand: Command = {
  name: 'pack',
  parameters: 'P --out FILE',
  summary:
    'writes a parcel: markup, tags, actors, verdicts and comments, with the hashes of the texts',
  details:
    'Whoever merges it needs the same sources, or --with-sources. With --analyst the parcel holds what that analyst made, changed or took out, and what it refers to.',
  arguments: [1, 1],
  options: {
    out: { type: 'string', value: 'FILE', help: 'where the parcel goes' },
    analyst: { type: 'string', value: 'A', help: 'only this analyst’s markup' },
    'with-sources': { type: 'boolean', help: 'the texts and originals of the sources too' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const out = invocation.text('out');
      if (out === undefined) throw new UsageError('Say where the parcel goes: --out FILE.');
      const name = invocation.text('analyst');
      const report = await app.api.merges.pack({
        path: fullPath(invocation, out),
        analystId: name === undefined ? null : analystNamed(app.context.seen(), name).id,
        withSources: invocation.has('with-sources'),
      });
      const { io } = invocation;
      if (report.blindSources > 0) {
        io.note(
          `${report.blindSources === 1 ? '1 source is' : `${report.blindSources} sources are`} still blind: only your own layer there was packed`,
        );
      }
      if (io.isJson) await io.json({ ...report, path: out });
      else {
        await io.lines([
          `${out}: ${counted(report.highlights, 'highlight')}, ${counted(report.claims, 'claim')}, ${counted(report.sources, 'source')}`,
        ]);
      }
      return 0;
    }),
};

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
