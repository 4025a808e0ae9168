import { FileInput, PackageOpen } from 'lucide-react';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { Busy, EmptyState } from '../ui/States.tsx';
import { MergeDone } from './MergeDone.tsx';
import styles from './Merges.module.css';
import { MergeRehearsed } from './MergeRehearsed.tsx';
import { rehearsal } from './rehearsal-store.ts';
import { leaveMerge, rehearse } from './rehearse.ts';

/** Markup that comes in and goes out: what a merge would do, item by item, and what it did. */
export function MergeSection() {
  const state = useStore(rehearsal, (now) => now.state);
  const path = useStore(rehearsal, (now) => now.path);
  const problem = useStore(rehearsal, (now) => now.problem);
  switch (state) {
    case 'none':
      return <NoMerge />;
    case 'reading':
      return <Busy label="Reading the parcel and comparing it" />;
    case 'failed':
      return (
        <div className={styles.section} role="alert">
          <EmptyState
            title="Nothing was merged"
            actions={
              <>
                <Button onClick={leaveMerge}>Put it aside</Button>
                {path !== null && <Button onClick={() => void rehearse(path)}>Try again</Button>}
              </>
            }
          >
            {problem}
          </EmptyState>
        </div>
      );
    case 'ready':
      return <MergeRehearsed />;
    case 'taking':
      return <Busy label="Merging" />;
    case 'done':
      return <MergeDone />;
  }
}

function NoMerge() {
  return (
    <EmptyState
      icon={PackageOpen}
      title="No merge on its way"
      actions={
        <>
          {canChangeProject() && (
            <Button
              variant="primary"
              icon={FileInput}
              onClick={() => void runCommandById('merges.open')}
            >
              Merge a parcel or project…
            </Button>
          )}
          <Button onClick={() => void runCommandById('merges.pack')}>Hand over a parcel…</Button>
        </>
      }
    >
      Hand your markup over as one file, and take a colleague’s in. A merge is rehearsed first: you
      see every item and choose what is taken. Files can also be dropped on the window.
    </EmptyState>
  );
}
