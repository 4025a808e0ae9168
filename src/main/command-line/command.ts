import type { CommandIo } from './command-io.ts';

/** 0 done; 1 done in part; 2 wrong usage; 3 the project cannot be opened. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** An option of a command, as `help` shows it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** What stands for its value in the usage, such as `FILE`. */
  readonly value?: string;
  readonly help: string;
}

/** What a command is given besides its arguments. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly migrationsDirectory: string;
  /** Where the analyst's profile is kept. */
  readonly profileFolder: string;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
}

/** A command as it was called. */
export interface Invocation {
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  has(option: string): boolean;
  readonly io: CommandIo;
  readonly surroundings: Surroundings;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** Its arguments, such as `P FILE…`. */
  readonly parameters: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly details?: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** How many arguments it takes. */
  readonly arguments: readonly [least: number, most: number];
  readonly run: (invocation: Invocation) => Promise<ExitStatus>;
}

/** Options that every command has. */
export const commonOptions = {
  json: { type: 'boolean', help: 'one JSON document on standard output' },
  help: { type: 'boolean', help: 'this text' },
  progress: { type: 'boolean', help: 'progress on standard error, also without a terminal' },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** The option of commands that write. */
export const analystOption = {
  analyst: { type: 'string', value: 'NAME', help: 'who does it; the profile’s analyst otherwise' },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** The command was called in a way that makes no sense: status 2. */
export class UsageError extends Error {}

/** The project could not be opened: status 3. */
export class OpenError extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
