import { expect, test, vi } from 'vitest';
import { applicationMenu, menuCommands } from '../../../src/shared/contract/menu.ts';

// The commands' modules listen to the window as soon as they are loaded.
const listening = { addEventListener: () => undefined };
vi.stubGlobal('window', { ...listening, attest: { onEvent: () => () => undefined } });
vi.stubGlobal('matchMedia', () => ({ ...listening, matches: true }));
vi.stubGlobal('document', { ...listening, documentElement: { style: {} } });
const { everyCommand } = await import('../../../src/renderer/app/commands/all-commands.ts');

test('every command of the application menu is one of the window', () => {
  const known = new Set(everyCommand.map(({ id }) => id));
  expect(menuCommands().filter((id) => !known.has(id))).toEqual([]);
});

test('the menu shows the shortcut that the window hears', () => {
  const shown = applicationMenu.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      if (entry.kind !== 'command') return [];
      const keys = entry.accelerator?.replace('CmdOrCtrl', 'mod').toLowerCase();
      return [[entry.command, keys] as const];
    }),
  );
  const heard = shown.map(([id]) => {
    const shortcuts = everyCommand.find((command) => command.id === id)?.shortcuts ?? [];
    // A single letter is none that a menu could show.
    return [id, shortcuts.map((keys) => keys.toLowerCase()).find((keys) => keys.length > 1)];
  });
  expect(shown).toEqual(heard);
});
