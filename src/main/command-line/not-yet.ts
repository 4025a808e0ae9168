import type { Command } from './command.ts';
import { UsageError } from './command.ts';

/** Commands that are named and do nothing yet. */
const later = [
  ['suggest', 'P', 'attributions found in the text'],
  ['summary', 'P list|new|import|check', 'summaries and what is wrong with them'],
] as const;

/** They answer so, with status 2, whatever they are given. */
export const laterCommands: readonly Command[] = later.map(([name, parameters, summary]) => ({
  name,
  parameters,
  summary: `${summary} (not yet)`,
  arguments: [0, Number.POSITIVE_INFINITY],
  options: {},
  run: () => Promise.reject(new UsageError(`The command ${name} is not there: not yet.`)),
}));
