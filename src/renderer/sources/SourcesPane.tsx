import { useQuery } from '@tanstack/react-query';
import { ArrowUpDown, FilePlus2, Inbox } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { shortcutNow } from '../app/commands/shortcuts.ts';
import { read } from '../app/queries.ts';
import { useStore } from '../app/store.ts';
import { foldVersions, unfoldedVersions } from '../versions/folded-versions.ts';
import { saveSetting, useSetting, type Setting } from '../app/settings.ts';
import { openSource, useWorkspace } from '../app/workspace.ts';
import { openBesideAndFocus } from '../reader/readers-commands.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Menu } from '../ui/Menu.tsx';
import { EmptyState } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { UnfinishedImports } from './UnfinishedImports.tsx';
import {
  filterSources,
  searchable,
  sortSources,
  sourceOrderNames,
  sourceOrders,
  type SourceSort,
} from './source-list.ts';
import { shownSources } from './shown-sources.ts';
import { askToRemove, sourceMenu } from './source-menu.ts';
import { SourceItem, sourceItemHeightPx } from './SourceItem.tsx';
import styles from './SourcesPane.module.css';

const sortSetting: Setting<SourceSort> = {
  key: 'sources.sort',
  parse(stored) {
    const { order, reversed } = (stored ?? {}) as Partial<Record<keyof SourceSort, unknown>>;
    return {
      order: sourceOrders.find((known) => known === order) ?? 'imported',
      reversed: reversed === true,
    };
  },
};

/** The sources of the project: to find, to open, and to bring in more. */
export function SourcesPane() {
  const sources = useQuery(read('sources', 'list', {}));
  return (
    <>
      <Loaded query={sources}>{(rows) => <SourceList rows={rows} />}</Loaded>
      <ImportProgress />
      <UnfinishedImports />
    </>
  );
}

function SourceList({ rows }: { readonly rows: readonly SourceRow[] }) {
  const [typed, setTyped] = useState('');
  const deferred = useDeferredValue(typed);
  const sort = useSetting(sortSetting);
  const sourceId = useWorkspace((state) => state.sourceId);
  const painted = usePainted();
  const counts = useCounts(painted);
  const findings = useFindings(painted);
  const frame = useRef<HTMLDivElement>(null);
  const folded = useMemo(() => searchable(rows), [rows]);
  const shown = useMemo(
    () => sortSources(filterSources(folded, deferred), sort),
    [folded, deferred, sort],
  );
  const unfolded = useStore(unfoldedVersions, ({ ids }) => ids);
  const listed = useMemo(
    () => foldVersions(shown, unfolded, sourceId, deferred.trim() !== ''),
    [shown, unfolded, sourceId, deferred],
  );
  useEffect(() => shownSources.set({ ids: listed.map(({ row }) => row.id) }), [listed]);
  return (
    <div className={styles.pane} ref={frame}>
      <div className={styles.tools}>
        <TextInput
          label="Filter the sources"
          hideLabel
          small
          placeholder={placeholderOf(rows.length)}
          value={typed}
          onText={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') setTyped('');
            else if (event.key === 'ArrowDown' || event.key === 'Enter') {
              frame.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
            } else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <Menu
          align="end"
          trigger={<IconButton icon={ArrowUpDown} label="Order of the sources" small />}
          entries={() => [
            ...sourceOrders.map((order) => ({
              name: sourceOrderNames[order],
              checked: order === sort.order,
              run: () => saveSetting(sortSetting, { ...sort, order }),
            })),
            { line: true },
            {
              name: 'Reversed',
              checked: sort.reversed,
              run: () => saveSetting(sortSetting, { ...sort, reversed: !sort.reversed }),
            },
          ]}
        />
        <Menu
          align="end"
          trigger={<IconButton icon={FilePlus2} label="Bring in sources" small />}
          entries={() =>
            (
              [
                ['sources.importFiles', 'Files'],
                ['sources.importFolder', 'A folder'],
                ['sources.importTable', 'A table (CSV, JSON)'],
                ['sources.paste', 'Pasted text'],
                ['sources.importMarkup', 'Markup (JSON lines)'],
              ] as const
            ).map(([id, name]) => ({
              name,
              shortcut: shortcutNow(id),
              disabled: !canChangeProject(),
              run: () => void runCommandById(id),
            }))
          }
        />
      </div>
      {shown.length === 0 ? (
        <NoSources any={rows.length > 0} onClear={() => setTyped('')} />
      ) : (
        <VirtualList
          label="Sources"
          items={listed}
          keyOf={({ row }) => row.id}
          rowHeightPx={sourceItemHeightPx}
          chosenKey={sourceId}
          onChoose={({ row }) => openSource(row.id)}
          onChooseBeside={({ row }) => openBesideAndFocus(row.id)}
          onDelete={({ row }) => canChangeProject() && askToRemove(row)}
          menu={({ row }) => sourceMenu(row)}
        >
          {(listedRow) => (
            <SourceItem
              {...listedRow}
              count={counts?.get(listedRow.row.id)}
              findings={findings?.get(listedRow.row.id)}
            />
          )}
        </VirtualList>
      )}
    </div>
  );
}

function placeholderOf(count: number): string {
  if (count === 0) return 'Filter the sources';
  return count === 1 ? 'Filter 1 source' : `Filter ${count.toLocaleString('en')} sources`;
}

function NoSources({ any, onClear }: { readonly any: boolean; readonly onClear: () => void }) {
  return any ? (
    <EmptyState title="No source fits" actions={<Button onClick={onClear}>Show all</Button>} />
  ) : (
    <EmptyState icon={Inbox} title="No sources yet">
      Bring in files, paste text, or drop articles anywhere on the window.
    </EmptyState>
  );
}

/** Whether the list was drawn once. */
function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
}

/** What was found in the sources; asked for when the list is on screen. */
function useFindings(painted: boolean) {
  const { data } = useQuery({ ...read('sources', 'findings', {}), enabled: painted });
  return useMemo(() => data && new Map(data.map((found) => [found.sourceId, found])), [data]);
}

/** How many marks and claims each source has: asked for when the list is on screen, never before. */
function useCounts(painted: boolean) {
  const { data } = useQuery({ ...read('sources', 'counts', {}), enabled: painted });
  return useMemo(() => data && new Map(data.map((count) => [count.sourceId, count])), [data]);
}
