import { commonOptions, type Command, type CommandOption } from './command.ts';

/** The list of commands. */
export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'attest COMMAND PROJECT [ARGUMENT …] [--option value]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    `  ${'help'.padEnd(width)}  this list, or more about one command: attest help COMMAND`,
    '',
    'Status: 0 done; 1 done in part, each thing left out is listed; 2 wrong usage; 3 the project cannot be opened.',
  ];
}

/** All about one command. */
export function commandHelp(command: Command): string[] {
  const options = Object.entries({ ...command.options, ...commonOptions });
  const width = Math.max(...options.map((option) => optionUsage(option).length));
  return [
    usage(command),
    '',
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    ...(command.details === undefined ? [] : [command.details]),
    '',
    ...options.map((option) => `  ${optionUsage(option).padEnd(width)}  ${option[1].help}`),
  ];
}

/** How a command is called, in one line. */
export function usage(command: Command): string {
  const hasOptions = Object.keys(command.options).length > 0;
  return `attest ${command.name} ${command.parameters}${hasOptions ? ' [--option value]' : ''}`;
}

function optionUsage([name, option]: readonly [string, CommandOption]): string {
  return `--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
}
