import { saveSetting, settingNow, useSetting, type Setting } from '../settings.ts';
import { allCommands } from './registry.ts';
import { canonicalChord } from './chord.ts';
import type { Command } from './command.ts';

/** The shortcuts that the analyst gave to commands instead of ours, by the command's id; an empty list takes all away. */
export type ChangedShortcuts = Readonly<Record<string, readonly string[]>>;

/** What a command needs to be told its shortcuts. */
type Named = Pick<Command, 'id' | 'shortcuts'>;

export const shortcutSetting: Setting<ChangedShortcuts> = { key: 'shortcuts', parse: parseChanged };

function parseChanged(stored: unknown): ChangedShortcuts {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, list]) =>
      Array.isArray(list) && list.every((item) => typeof item === 'string') ? [[id, list]] : [],
    ),
  );
}

/** The shortcuts of a command as the analyst has them. */
export function shortcutsOf(command: Named, changed: ChangedShortcuts): readonly string[] {
  return changed[command.id] ?? command.shortcuts ?? [];
}

/** The first shortcut of a command, to stand beside its name. */
export function useShortcut(id: string): string | undefined {
  const changed = useSetting(shortcutSetting);
  return firstShortcut(id, changed);
}

/** The same outside of components. */
export function shortcutNow(id: string): string | undefined {
  return firstShortcut(id, settingNow(shortcutSetting));
}

function firstShortcut(id: string, changed: ChangedShortcuts): string | undefined {
  const command = allCommands().find((each) => each.id === id);
  return command && shortcutsOf(command, changed)[0];
}

/** Gives a command other shortcuts; null goes back to ours. */
export function changeShortcuts(id: string, shortcuts: readonly string[] | null): void {
  const { [id]: _, ...others } = settingNow(shortcutSetting);
  saveSetting(shortcutSetting, shortcuts === null ? others : { ...others, [id]: shortcuts });
}

/** Other commands that have the same keys since the analyst changed some; ours share keys only where they never meet. */
export function conflictsOf(
  command: Command,
  commands: readonly Command[],
  changed: ChangedShortcuts,
): readonly Command[] {
  const own = new Set(shortcutsOf(command, changed).map(canonicalChord));
  return commands.filter(
    (other) =>
      other.id !== command.id &&
      (changed[command.id] !== undefined || changed[other.id] !== undefined) &&
      shortcutsOf(other, changed).some((shortcut) => own.has(canonicalChord(shortcut))),
  );
}
