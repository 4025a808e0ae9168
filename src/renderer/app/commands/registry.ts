import type { Command } from './command.ts';

let registered: readonly Command[] = [];

/** Makes the commands known to the palette, the keys and the menu; done once, at the start. */
export function registerCommands(commands: readonly Command[]): void {
  registered = commands;
}

/** Everything an analyst can do. */
export function allCommands(): readonly Command[] {
  return registered;
}
