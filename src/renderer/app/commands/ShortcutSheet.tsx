import { Keyboard, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { matchesWords } from '../../ui/match-words.ts';
import { shortcutText } from '../../ui/shortcut-text.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { showDialog } from '../overlays.ts';
import { useSetting } from '../settings.ts';
import { chordsOf } from './chord.ts';
import { commandGroups, type Command } from './command.ts';
import { allCommands } from './registry.ts';
import styles from './ShortcutSheet.module.css';
import { changeShortcuts, conflictsOf, shortcutSetting, shortcutsOf } from './shortcuts.ts';

const isMac = navigator.userAgent.includes('Mac');

/** Shows every command with its keys, which can be changed there. */
export function showShortcutSheet(): void {
  showDialog((close) => <ShortcutSheet onClose={close} />);
}

function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const commands = allCommands();
  const found = commands.filter(({ name, group }) => matchesWords(`${group} ${name}`, typed));
  return (
    <Dialog
      title="Shortcuts"
      description="Single letters count while nothing is being typed. Esc closes what is open."
      size="wide"
      onClose={onClose}
    >
      <TextInput
        label="Find a shortcut"
        hideLabel
        placeholder="Find a shortcut"
        value={typed}
        onText={setTyped}
      />
      <div className={styles.groups}>
        {commandGroups.map((group) => {
          const rows = found.filter((command) => command.group === group);
          if (rows.length === 0) return null;
          return (
            <section key={group} className={styles.group} aria-label={group}>
              <h3 className={styles.heading}>{group}</h3>
              <ul>
                {rows.map((command) => (
                  <ShortcutRow key={command.id} command={command} commands={commands} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

function ShortcutRow({
  command,
  commands,
}: {
  readonly command: Command;
  readonly commands: readonly Command[];
}) {
  const [recording, setRecording] = useState(false);
  const changed = useSetting(shortcutSetting);
  const keys = shortcutsOf(command, changed);
  const conflicts = conflictsOf(command, commands, changed);
  return (
    <li className={styles.row}>
      <span className={styles.name}>{command.name}</span>
      {recording ? (
        <KeyRecorder
          onKeys={(keysPressed) => {
            setRecording(false);
            if (keysPressed !== null) changeShortcuts(command.id, [keysPressed]);
          }}
        />
      ) : (
        <>
          <span className={styles.keys}>
            {keys.length === 0 && <span className={styles.none}>none</span>}
            {keys.map((shortcut) => (
              <Kbd key={shortcut} shortcut={shortcut} />
            ))}
          </span>
          <span className={styles.tools}>
            <IconButton
              icon={Keyboard}
              label={`Change the keys of “${command.name}”`}
              small
              onClick={() => setRecording(true)}
            />
            {keys.length > 0 && (
              <IconButton
                icon={X}
                label={`Take the keys of “${command.name}” away`}
                small
                onClick={() => changeShortcuts(command.id, [])}
              />
            )}
            {changed[command.id] !== undefined && (
              <IconButton
                icon={RotateCcw}
                label={`Back to the first keys of “${command.name}”`}
                small
                onClick={() => changeShortcuts(command.id, null)}
              />
            )}
          </span>
        </>
      )}
      {conflicts.length > 0 && (
        <span className={styles.conflict}>
          Same keys as {conflicts.map(({ name }) => `“${name}”`).join(', ')}
        </span>
      )}
    </li>
  );
}

/** Waits for the keys of a new shortcut; Esc leaves all as it was. */
function KeyRecorder({ onKeys }: { readonly onKeys: (shortcut: string | null) => void }) {
  return (
    <Button
      small
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the analyst has just asked to press keys here
      autoFocus
      data-keeps-escape
      onBlur={() => onKeys(null)}
      onKeyDown={(event) => {
        if (event.key === 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') return onKeys(null);
        const [chord] = chordsOf(event.nativeEvent, isMac);
        if (chord !== undefined) onKeys(chord);
      }}
    >
      Press the new keys, or {shortcutText('escape')}
    </Button>
  );
}
