import { settingNow } from '../settings.ts';
import { allCommands } from './registry.ts';
import { canonicalChord, chordsOf } from './chord.ts';
import type { Command } from './command.ts';
import { canRun, runCommand } from './run-command.ts';
import { shortcutSetting, shortcutsOf } from './shortcuts.ts';
import { isInDialog, isInReader, isPressable, isTextField } from './text-field.ts';

const isMac = navigator.userAgent.includes('Mac');

/** Nearest first: what counts in the reader alone goes before what counts everywhere. */
const scopes = ['reader', 'outside-fields', 'everywhere'] as const satisfies Command['scope'][];

/** Runs commands by their shortcuts, with one listener for the whole window. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event);
    if (command === undefined) return;
    event.preventDefault();
    void runCommand(command);
  });
}

function commandFor(event: KeyboardEvent): Command | undefined {
  const chords = chordsOf(event, isMac);
  if (chords.length === 0 || isInDialog(event.target)) return undefined;
  const open = openScopes(event);
  const changed = settingNow(shortcutSetting);
  const commands = allCommands();
  for (const chord of chords) {
    for (const scope of open) {
      const found = commands.find(
        (command) =>
          command.scope === scope &&
          shortcutsOf(command, changed).some((shortcut) => canonicalChord(shortcut) === chord) &&
          canRun(command),
      );
      if (found) return found;
    }
  }
  return undefined;
}

function openScopes({ target, key }: KeyboardEvent): readonly Command['scope'][] {
  const pressed = (key === 'Enter' || key === ' ') && isPressable(target);
  return scopes.filter((scope) => {
    switch (scope) {
      case 'everywhere':
        return true;
      case 'outside-fields':
        return !isTextField(target) && !pressed;
      case 'reader':
        return isInReader(target) || target === document.body;
    }
  });
}
