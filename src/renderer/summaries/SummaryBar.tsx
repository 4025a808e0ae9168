import { Ellipsis, FileOutput, Plus } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { SummaryRow } from '../../shared/contract/summaries.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { shortcutNow } from '../app/commands/shortcuts.ts';
import { useStore } from '../app/store.ts';
import { workspace } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { Select } from '../ui/Select.tsx';
import { openSummary } from './open-summary.ts';
import { askToRemoveSummary, renameSummary } from './summary-actions.tsx';
import type { SummaryKeeper } from './summary-keeper.ts';
import styles from './Summary.module.css';

/** Which summary is shown, whether it is saved, and what can be done with it. */
export function SummaryBar({
  row,
  rows,
}: {
  readonly row: SummaryRow;
  readonly rows: readonly SummaryRow[];
}) {
  const keeper = useStore(openSummary, ({ open }) => (open?.id === row.id ? open.keeper : null));
  return (
    <div className={styles.bar}>
      <div className={styles.choice}>
        <Select
          label="Summary"
          hideLabel
          small
          value={row.id}
          options={rows.map(({ id, title }) => ({ value: id, name: title }))}
          onValue={(summaryId) => workspace.set({ summaryId })}
        />
      </div>
      <Menu
        trigger={
          <IconButton icon={Plus} label="New summary" disabled={!canChangeProject()} small />
        }
        entries={newEntries}
      />
      <div className={styles.gap} />
      {keeper && <SaveState keeper={keeper} />}
      <Button
        variant="quiet"
        small
        icon={FileOutput}
        onClick={() => void runCommandById('summary.export')}
      >
        Export
      </Button>
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} label="More about this summary" small />}
        entries={() => moreEntries(row)}
      />
    </div>
  );
}

function newEntries(): readonly MenuEntry[] {
  return [
    {
      name: 'Empty',
      shortcut: shortcutNow('summary.new'),
      run: () => void runCommandById('summary.new'),
    },
    { name: 'From all claims', run: () => void runCommandById('summary.newFromClaims') },
  ];
}

function moreEntries(row: SummaryRow): readonly MenuEntry[] {
  const disabled = !canChangeProject();
  return [
    // The menu gives the focus back first.
    { name: 'Rename', disabled, run: () => void setTimeout(renameSummary) },
    { name: 'Remove', danger: true, disabled, run: () => askToRemoveSummary(row) },
  ];
}

function SaveState({ keeper }: { readonly keeper: SummaryKeeper }) {
  const { saved, problem } = useSyncExternalStore(keeper.subscribe, keeper.get);
  if (problem !== null) return <span className={styles.notSaved}>Not saved</span>;
  if (saved === 'clean') return null;
  return <span className={styles.saved}>{saved === 'saved' ? 'Saved' : 'Saving…'}</span>;
}
