import { useQuery } from '@tanstack/react-query';
import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { sourceName } from '../../../shared/domain/sources/source.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { matchesWords } from '../../ui/match-words.ts';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { closeDialog, showDialog } from '../overlays.ts';
import { queryClient, read } from '../queries.ts';
import { useSetting } from '../settings.ts';
import { openSource } from '../workspace.ts';
import { commandGroups, type Command } from './command.ts';
import { hasProject } from './has-project.ts';
import styles from './Palette.module.css';
import { allCommands } from './registry.ts';
import { canRun, runCommand } from './run-command.ts';
import { shortcutSetting, shortcutsOf } from './shortcuts.ts';

const shownSources = 8;

/** Shows everything that can be done now, to find by typing; once it is known whether a project is open. */
export function showPalette(): void {
  const state = read('projects', 'state', {});
  if (queryClient.getQueryData(state.queryKey) !== undefined) showPossible();
  else void queryClient.ensureQueryData(state).then(showPossible, showPossible);
}

function showPossible(): void {
  // Asked before the palette takes the focus: what can run depends on where it was.
  const possible = allCommands().filter(
    (command) => command.id !== 'view.palette' && canRun(command),
  );
  showDialog((close) => <Palette commands={possible} onClose={close} />);
}

function Palette({
  commands,
  onClose,
}: {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const returnFocus = useReturnFocus();
  const changed = useSetting(shortcutSetting);
  const found = commands.filter(({ name, group }) => matchesWords(`${group} ${name}`, typed));
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className={styles.scrim} />
        <Radix.Content
          className={styles.palette}
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
        >
          <Radix.Title className="for-readers">Commands</Radix.Title>
          <Cmdk label="Find a command or a source" shouldFilter={false} loop>
            <div className={styles.field}>
              <Icon of={Search} />
              <Cmdk.Input
                className={styles.input}
                placeholder="Find a command or a source"
                value={typed}
                onValueChange={setTyped}
              />
            </div>
            <Cmdk.List className={styles.list} label="Commands">
              <Cmdk.Empty className={styles.empty}>Nothing is called that.</Cmdk.Empty>
              {commandGroups.map((group) => {
                const rows = found.filter((command) => command.group === group);
                if (rows.length === 0) return null;
                return (
                  <Cmdk.Group key={group} heading={group} className={styles.group}>
                    {rows.map((command) => (
                      <Cmdk.Item
                        key={command.id}
                        value={command.id}
                        className={styles.row}
                        onSelect={() => afterClosing(() => void runCommand(command))}
                      >
                        <span className={styles.name}>{command.name}</span>
                        {shortcutsOf(command, changed)
                          .slice(0, 2)
                          .map((shortcut) => (
                            <Kbd key={shortcut} shortcut={shortcut} />
                          ))}
                      </Cmdk.Item>
                    ))}
                  </Cmdk.Group>
                );
              })}
              {hasProject() && typed.trim() !== '' && <FoundSources typed={typed} />}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function FoundSources({ typed }: { readonly typed: string }) {
  const { data: sources = [] } = useQuery(read('sources', 'list', {}));
  const found = sources
    .filter((source) => matchesWords(`${sourceName(source)} ${source.outlet ?? ''}`, typed))
    .slice(0, shownSources);
  if (found.length === 0) return null;
  return (
    <Cmdk.Group heading="Open a source" className={styles.group}>
      {found.map((source) => (
        <Cmdk.Item
          key={source.id}
          value={source.id}
          className={styles.row}
          onSelect={() => afterClosing(() => openSource(source.id))}
        >
          <span className={styles.name}>{sourceName(source)}</span>
          {source.outlet && <span className={styles.detail}>{source.outlet}</span>}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

/** Closes the palette, lets the focus go back to where it was, and then does it. */
function afterClosing(run: () => void): void {
  closeDialog();
  setTimeout(run);
}
