import { linkKinds } from '../../shared/domain/claims/claim.ts';
import { analystOption, UsageError, type Command } from './command.ts';
import { claimNamed } from './find-object.ts';
import { withProject } from './with-project.ts';

/** `link`: how one claim stands to another. */
export const linkCommand: Command = {
  name: 'link',
  parameters: `P CLAIM ${linkKinds.join('|')} CLAIM`,
  summary: 'links two claims',
  arguments: [4, 4],
  options: {
    reason: { type: 'string', value: 'TEXT', help: 'why' },
    ...analystOption,
  },
  run: (invocation) =>
    withProject(invocation, 'write', async (app) => {
      const [, from = '', typed = '', to = ''] = invocation.positionals;
      const kind = linkKinds.find((known) => known === typed);
      if (kind === undefined) {
        throw new UsageError(`“${typed}” is no link; there are ${linkKinds.join(', ')}.`);
      }
      const db = app.context.seen();
      const link = await app.api.claims.addLink({
        fromClaimId: claimNamed(db, from),
        kind,
        toClaimId: claimNamed(db, to),
        reason: invocation.text('reason') ?? null,
      });
      if (invocation.io.isJson) await invocation.io.json(link);
      else {
        await invocation.io.lines([`Linked ${link.fromClaimId} ${link.kind} ${link.toClaimId}`]);
      }
      return 0;
    }),
};
