import { AttestError } from '../../shared/contract/errors.ts';
import type { App } from '../app.ts';
import { redo, undo } from '../changes/undo.ts';
import { analystOption, UsageError, type Command, type Invocation } from './command.ts';
import { withProject } from './with-project.ts';

const options = {
  analyst: {
    ...analystOption.analyst,
    help: 'only changes of this analyst; the latest of anybody otherwise',
  },
};

/** `undo`: takes the latest changes back, as new changes. */
export const undoCommand: Command = {
  name: 'undo',
  parameters: 'P [N]',
  summary: 'takes the latest change back, or the latest N',
  arguments: [1, 2],
  options,
  run: (invocation) => step(invocation, undo, 'Taken back', 'Nothing to undo'),
};

/** `redo`: brings back what the latest undo took back. */
export const redoCommand: Command = {
  name: 'redo',
  parameters: 'P [N]',
  summary: 'brings back what the latest undo took back, or the latest N',
  arguments: [1, 2],
  options,
  run: (invocation) => step(invocation, redo, 'Brought back', 'Nothing to redo'),
};

function step(
  invocation: Invocation,
  once: typeof undo,
  done: string,
  nothing: string,
): ReturnType<Command['run']> {
  const times = timesOf(invocation);
  return withProject(invocation, 'write', async (app) => {
    const { labels, problem } = repeat(app, invocation, once, times);
    const { io } = invocation;
    if (problem !== null) io.problem(invocation.positionals[0] ?? '', problem);
    if (io.isJson) await io.json(labels.map((label) => ({ label })));
    else if (labels.length > 0) await io.lines(labels.map((label) => `${done}: ${label}`));
    else if (problem === null) await io.lines([nothing]);
    return problem === null ? 0 : 1;
  });
}

/** The steps that were made, and why there were no more of them where one was refused. */
function repeat(
  app: App,
  invocation: Invocation,
  once: typeof undo,
  times: number,
): { readonly labels: readonly string[]; readonly problem: string | null } {
  const { db, seen, changes, analyst } = app.context;
  const analystId = invocation.text('analyst') === undefined ? null : analyst().id;
  const labels: string[] = [];
  try {
    while (labels.length < times) {
      const change = once(db, changes, { analystId, summaryId: null }, seen());
      if (change === null) break;
      labels.push(change.label);
    }
  } catch (error) {
    if (!(error instanceof AttestError) || error.code !== 'conflict') throw error;
    return { labels, problem: error.message };
  }
  return { labels, problem: null };
}

function timesOf(invocation: Invocation): number {
  const typed = invocation.positionals[1] ?? '1';
  const times = Number(typed);
  if (!Number.isInteger(times) || times < 1) {
    throw new UsageError(`“${typed}” is no number of changes; it is a whole number from 1.`);
  }
  return times;
}
