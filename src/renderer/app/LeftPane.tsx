import { History, Library, Search } from 'lucide-react';
import { ActivityPane } from '../history/ActivityPane.tsx';
import { SearchPane } from '../search/SearchPane.tsx';
import { SourcesPane } from '../sources/SourcesPane.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useShortcut } from './commands/shortcuts.ts';
import { panes, type LeftTab } from './panes.ts';
import { useStore } from './store.ts';

/** The left pane: the sources, the search over everything, and what was done. */
export function LeftPane() {
  const tab = useStore(panes, (state) => state.leftTab);
  const searchShortcut = useShortcut('search.open');
  const sourcesShortcut = useShortcut('sources.show');
  const historyShortcut = useShortcut('history.show');
  return (
    <Tabs
      label="What the left pane shows"
      value={tab}
      onValue={(leftTab: LeftTab) => panes.set({ leftTab })}
      items={[
        { value: 'sources', name: 'Sources', icon: Library, shortcut: sourcesShortcut },
        { value: 'search', name: 'Search', icon: Search, shortcut: searchShortcut },
        { value: 'activity', name: 'Activity', icon: History, shortcut: historyShortcut },
      ]}
    >
      <LeftPanel tab={tab} />
    </Tabs>
  );
}

function LeftPanel({ tab }: { readonly tab: LeftTab }) {
  switch (tab) {
    case 'sources':
      return <SourcesPane />;
    case 'search':
      return <SearchPane />;
    case 'activity':
      return <ActivityPane />;
  }
}
