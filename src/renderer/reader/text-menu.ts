import { allCommands } from '../app/commands/registry.ts';
import { canRun, runCommand } from '../app/commands/run-command.ts';
import { shortcutNow } from '../app/commands/shortcuts.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';

/** What the second mouse button offers in the text: commands by their ids, in groups. */
const groups = [
  ['highlight.create', 'highlight.claim', 'highlight.sameClaim', 'highlight.mention', 'tag.pick'],
  ['attribution.edit', 'highlight.sameAttribution', 'grade.mark', 'mark.note'],
  ['highlight.addSpan', 'highlight.cutSpan', 'highlight.remove'],
  ['link.open'],
  ['furniture.toggle', 'furniture.fold', 'furniture.text'],
] as const;

/** The commands that can run now, with their shortcuts. */
export function textMenu(): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  for (const ids of groups) {
    const commands = ids.flatMap((id) => allCommands().find((command) => command.id === id) ?? []);
    const possible = commands.filter(canRun);
    if (possible.length > 0 && entries.length > 0) entries.push({ line: true });
    for (const command of possible) {
      entries.push({
        name: command.name,
        shortcut: shortcutNow(command.id),
        danger: command.id === 'highlight.remove',
        // The menu gives the focus back first; the command may move it elsewhere.
        run: () => void setTimeout(() => void runCommand(command)),
      });
    }
  }
  return entries;
}
