import { closeDialog, notify, notifyError, overlays } from '../overlays.ts';
import { allCommands } from './registry.ts';
import type { Command } from './command.ts';
import { openProjectNow } from './has-project.ts';

/** Whether a command can run now. */
export function canRun(command: Command): boolean {
  return command.when?.() ?? true;
}

/** Runs a command if it can run now; what fails is shown as a sentence. */
export async function runCommand(command: Command): Promise<void> {
  if (!canRun(command)) return;
  try {
    await command.run();
  } catch (error) {
    notifyError(error);
  }
}

/** Runs the command of an id, as the application menu and buttons ask for it; the dialog that is open gives way, and what cannot run now says why. */
export async function runCommandById(id: string): Promise<void> {
  const command = allCommands().find((each) => each.id === id);
  if (command === undefined) return;
  if (overlays.get().dialog !== null) closeDialog();
  if (canRun(command)) await runCommand(command);
  else notify('info', `“${command.name}” cannot be done now${whyNot()}`);
}

function whyNot(): string {
  const project = openProjectNow();
  if (project === null) return ': no project is open.';
  return project.readOnly ? ': this project is open for reading only.' : '.';
}
