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
    const labels = repeat(app, invocation, once, times);
    if (invocation.io.isJson) await invocation.io.json(labels.map((label) => ({ label })));
    else if (labels.length === 0) await invocation.io.lines([nothing]);
    else await invocation.io.lines(labels.map((label) => `${done}: ${label}`));
    return 0;
  });
}

function repeat(app: App, invocation: Invocation, once: typeof undo, times: number): string[] {
  const { db, changes, analyst } = app.context;
  const analystId = invocation.text('analyst') === undefined ? null : analyst().id;
  const labels: string[] = [];
  while (labels.length < times) {
    const change = once(db, changes, { analystId, summaryId: null });
    if (change === null) break;
    labels.push(change.label);
  }
  return labels;
}

function timesOf(invocation: Invocation): number {
  const typed = invocation.positionals[1] ?? '1';
  const times = Number(typed);
  if (!Number.isInteger(times) || times < 1) {
    throw new UsageError(`“${typed}” is no number of changes; it is a whole number from 1.`);
  }
  return times;
}
