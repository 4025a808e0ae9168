import { useQuery } from '@tanstack/react-query';
import { FilePenLine } from 'lucide-react';
import { useEffect } from 'react';
import type { SummaryRow } from '../../shared/contract/summaries.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { queryClient, read } from '../app/queries.ts';
import { useWorkspace, workspace } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EmptyState } from '../ui/States.tsx';
import { SummaryPage } from './SummaryPage.tsx';

/** The summary view: one summary's text with its citations and sources, and the way to the others. */
export function SummaryView() {
  const summaries = useQuery(read('summaries', 'list', {}));
  return <Loaded query={summaries}>{(rows) => <Shown rows={rows} />}</Loaded>;
}

function Shown({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const summaryId = useWorkspace((state) => state.summaryId);
  const row = rows.find(({ id }) => id === summaryId) ?? rows.at(-1);
  useEffect(() => {
    if (row === undefined || row.id === summaryId) return;
    // One that was just made may be known already and not drawn yet.
    const known = queryClient.getQueryData<typeof rows>(read('summaries', 'list', {}).queryKey);
    if (!known?.some(({ id }) => id === summaryId)) workspace.set({ summaryId: row.id });
  }, [row, summaryId]);
  if (row === undefined) return <NoSummary />;
  return <SummaryPage key={row.id} row={row} rows={rows} />;
}

function NoSummary() {
  const shortcut = useShortcut('summary.new');
  const fixed = !canChangeProject();
  return (
    <EmptyState
      icon={FilePenLine}
      title="No summary yet"
      actions={
        <>
          <Button
            variant="primary"
            disabled={fixed}
            shortcut={shortcut}
            onClick={() => void runCommandById('summary.new')}
          >
            New summary
          </Button>
          <Button disabled={fixed} onClick={() => void runCommandById('summary.newFromClaims')}>
            Start from all claims
          </Button>
        </>
      }
    >
      <p>
        A summary is your text. Each citation in it is a link back to the words of a source, and the
        list of sources at its foot writes itself.
      </p>
    </EmptyState>
  );
}
