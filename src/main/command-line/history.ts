import type { ChangeRow } from '../../shared/contract/history.ts';
import type { App } from '../app.ts';
import type { Command } from './command.ts';
import { limitOf } from './search.ts';
import { withProject } from './with-project.ts';

const page = 1_000;

/** `history`: the change log, newest first. */
export const historyCommand: Command = {
  name: 'history',
  parameters: 'P',
  summary: 'lists the change log, newest first',
  arguments: [1, 1],
  options: {
    limit: { type: 'string', value: 'N', help: 'at most so many changes; all otherwise' },
  },
  run: (invocation) =>
    withProject(invocation, 'read', async (app) => {
      const limit = limitOf(invocation, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      const rows = await changes(app, limit);
      if (invocation.io.isJson) await invocation.io.jsonList(rows);
      else {
        await invocation.io.lines(
          rows.map((row) => {
            const action = row.action === 'edit' ? '' : `${row.action}: `;
            const undone = row.undone ? ' (taken back)' : '';
            return `${row.number}\t${row.at}\t${row.analyst}\t${action}${row.label}${undone}`;
          }),
        );
      }
      return 0;
    }),
};

async function changes(app: App, limit: number): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = [];
  while (rows.length < limit) {
    const before = rows.at(-1)?.number;
    const next = await app.api.history.list({
      limit: Math.min(page, limit - rows.length),
      ...(before === undefined ? {} : { before }),
    });
    rows.push(...next);
    if (next.length === 0) break;
  }
  return rows;
}
