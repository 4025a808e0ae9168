import { parseArgs } from 'node:util';
import { AttestError, type ErrorCode } from '../../shared/contract/errors.ts';
import {
  commonOptions,
  OpenError,
  UsageError,
  type Command,
  type ExitStatus,
  type Surroundings,
} from './command.ts';
import { createIo, type CommandIo } from './command-io.ts';
import { commands } from './commands.ts';
import { commandHelp, overview, usage } from './help.ts';
import { nearestName } from './nearest-name.ts';
import { laterCommands } from './not-yet.ts';

/** The process as the command line needs it. */
export interface CommandLineProcess {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Runs one command line and gives its exit status; it never throws, and nobody ever sees a stack. */
export async function runCommandLine(
  words: readonly string[],
  surroundings: Surroundings,
  { stdout, stderr }: CommandLineProcess,
): Promise<ExitStatus> {
  const showsProgress = words.includes('--progress') || stderr.isTTY === true;
  const isJson = words.includes('--json');
  const io = createIo({ isJson, showsProgress, output: stdout, errors: stderr });
  const status = await statusOf(words, surroundings, io);
  const failure = io.failure();
  if (failure === null) return status;
  const isFull = 'code' in failure && failure.code === 'ENOSPC';
  const reason = isFull ? 'the disk is full' : `it cannot be written (${failure.message})`;
  io.problem('standard output', `${reason}; what was written is not whole`);
  return 1;
}

async function statusOf(
  words: readonly string[],
  surroundings: Surroundings,
  io: CommandIo,
): Promise<ExitStatus> {
  const [name, ...rest] = words;
  try {
    if (name === undefined) {
      for (const line of overview(commands)) io.note(line);
      return 2;
    }
    if (name === 'help' || name === '--help' || name === '-h') return await help(rest, io);
    return await runCommand(commandNamed(name), rest, surroundings, io);
  } catch (error) {
    return explain(error, name ?? '', rest, io);
  }
}

async function help(words: readonly string[], io: CommandIo): Promise<ExitStatus> {
  const name = words.find((word) => !word.startsWith('-'));
  await io.lines(name === undefined ? overview(commands) : commandHelp(commandNamed(name)));
  return 0;
}

function commandNamed(name: string): Command {
  const command = commands.find((known) => known.name === name);
  if (command !== undefined) return command;
  const nearest = nearestName(name, ['help', ...commands.map((known) => known.name)]);
  const hint = nearest === null ? 'See attest help.' : `Did you mean “${nearest}”?`;
  throw new UsageError(`There is no command “${name}”. ${hint}`);
}

async function runCommand(
  command: Command,
  words: readonly string[],
  surroundings: Surroundings,
  io: CommandIo,
): Promise<ExitStatus> {
  // What these will take is not known yet.
  const isLater = laterCommands.includes(command) && !words.includes('--help');
  const { values, positionals } = isLater
    ? { values: {}, positionals: [] }
    : parsed(command, words);
  if (values['help'] === true) {
    await io.lines(commandHelp(command));
    return 0;
  }
  const [least, most] = command.arguments;
  if (positionals.length < least) throw new UsageError(`Too little was given: ${usage(command)}`);
  if (positionals.length > most) throw new UsageError(`Too much was given: ${usage(command)}`);
  return command.run({
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    has: (option) => values[option] === true,
    io,
    surroundings,
  });
}

function parsed(
  command: Command,
  words: readonly string[],
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: string[] } {
  const options = { ...command.options, ...commonOptions };
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type }]) => [name, { type }]),
      ),
      allowPositionals: true,
      strict: true,
    });
    return { values, positionals };
  } catch (error) {
    throw new UsageError(optionProblem(error, command, Object.keys(options)));
  }
}

function optionProblem(error: unknown, command: Command, options: readonly string[]): string {
  const message = error instanceof Error ? error.message : '';
  const unknown = /^Unknown option '-*([^'=]+)/.exec(message)?.[1];
  if (unknown === undefined) return `${message.split('\n')[0] ?? ''} (${usage(command)})`;
  const nearest = nearestName(unknown, options);
  const hint =
    nearest === null ? `See attest help ${command.name}.` : `Did you mean “--${nearest}”?`;
  return `The command ${command.name} has no option “${unknown}”. ${hint}`;
}

function explain(error: unknown, name: string, rest: readonly string[], io: CommandIo): ExitStatus {
  const file = rest.find((word) => !word.startsWith('-')) ?? name;
  if (error instanceof UsageError) {
    io.problem(name === '' ? 'attest' : name, error.message);
    return 2;
  }
  if (error instanceof OpenError) {
    io.problem(file, error.message);
    return 3;
  }
  if (error instanceof AttestError) {
    io.problem(file, error.message);
    return statuses[error.code];
  }
  // A mistake of ours: its details would help nobody who reads this.
  const message = error instanceof Error ? error.message : String(error);
  io.problem(
    file,
    `Something went wrong inside Attest (${message}). What was saved before is kept.`,
  );
  return 1;
}

/** What a failed call means where the project itself could be opened. */
const statuses: Readonly<Record<ErrorCode, ExitStatus>> = {
  'invalid-input': 2,
  'not-found': 2,
  conflict: 1,
  'read-only': 3,
  'in-use': 3,
  'not-a-project': 3,
  'newer-version': 3,
  damaged: 3,
  exists: 2,
  disk: 1,
  cancelled: 1,
  'no-project': 3,
  'not-allowed': 2,
  internal: 1,
};
