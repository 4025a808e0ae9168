import { BookOpen, FilePenLine, ListChecks, MessagesSquare } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ClaimsView } from '../claims/ClaimsView.tsx';
import { Readers } from '../reader/Readers.tsx';
import { LazyReview } from '../reviews/LazyReview.tsx';
import { imports } from '../sources/import-files.ts';
import { EmptyProject } from '../sources/EmptyProject.tsx';
import { SummaryView } from '../summaries/SummaryView.tsx';
import { EmptyState } from '../ui/States.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useShortcut } from './commands/shortcuts.ts';
import { read } from './queries.ts';
import { useStore } from './store.ts';
import { useWorkspace, workspace, type View } from './workspace.ts';

/** The middle of the window: one of the four views of the project. */
export function Middle() {
  const view = useWorkspace((state) => state.view);
  const shortcuts = {
    reader: useShortcut('view.reader'),
    claims: useShortcut('view.claims'),
    review: useShortcut('view.review'),
    summary: useShortcut('view.summary'),
  };
  return (
    <Tabs
      label="Views"
      value={view}
      onValue={(next: View) => workspace.set({ view: next })}
      items={[
        { value: 'reader', name: 'Reader', icon: BookOpen, shortcut: shortcuts.reader },
        { value: 'claims', name: 'Claims', icon: ListChecks, shortcut: shortcuts.claims },
        { value: 'review', name: 'Review', icon: MessagesSquare, shortcut: shortcuts.review },
        { value: 'summary', name: 'Summary', icon: FilePenLine, shortcut: shortcuts.summary },
      ]}
    >
      <ViewPanel view={view} />
    </Tabs>
  );
}

function ViewPanel({ view }: { readonly view: View }) {
  switch (view) {
    case 'reader':
      return <ReaderPanel />;
    case 'claims':
      return <ClaimsView />;
    case 'review':
      return <LazyReview />;
    case 'summary':
      return <SummaryView />;
  }
}

function ReaderPanel() {
  const sourceId = useWorkspace((state) => state.sourceId);
  const sources = useQuery(read('sources', 'list', {}));
  const importing = useStore(imports, ({ jobIds }) => jobIds.length > 0);
  const first = sources.data?.[0]?.id;
  useEffect(() => {
    // The first source of an import can be read while the others come in.
    if (importing && sourceId === null && first !== undefined) workspace.set({ sourceId: first });
  }, [importing, sourceId, first]);
  return (
    <Loaded query={sources}>
      {(rows) => {
        if (rows.length === 0) return <EmptyProject />;
        if (sourceId !== null) return <Readers />;
        return (
          <EmptyState icon={BookOpen} title="No source is open">
            Choose one on the left to read it.
          </EmptyState>
        );
      }}
    </Loaded>
  );
}
