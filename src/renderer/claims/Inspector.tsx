import { useEffect, useRef } from 'react';
import { ActorsTab } from '../actors/ActorsTab.tsx';
import { MarkList } from '../highlights/MarkList.tsx';
import { useWorkspace, workspace, type InspectorTab } from '../app/workspace.ts';
import { TagTree } from '../tags/TagTree.tsx';
import { EmptyState } from '../ui/States.tsx';
import { Tabs, type TabItem } from '../ui/Tabs.tsx';
import { ClaimTab } from './ClaimTab.tsx';
import styles from './Inspector.module.css';
import { MarkDetails } from './MarkDetails.tsx';
import { SplitPane } from './SplitPane.tsx';
import { useChosenMark } from './use-chosen-mark.ts';

const tabs: readonly TabItem<InspectorTab>[] = [
  { value: 'marks', name: 'Marks' },
  { value: 'claim', name: 'Claim' },
  { value: 'tags', name: 'Tags' },
  { value: 'actors', name: 'Actors' },
];

/** The right pane: the marks of the source with the chosen one, the chosen claim, the tags, the actors. */
export function Inspector() {
  const tab = useWorkspace((state) => state.inspectorTab);
  useClaimOfChosenMark();
  return (
    <>
      <h2 className="for-readers">Inspector</h2>
      <Tabs
        label="Inspector"
        items={tabs}
        value={tab}
        onValue={(inspectorTab) => workspace.set({ inspectorTab })}
      >
        <Panel tab={tab} />
      </Tabs>
    </>
  );
}

function Panel({ tab }: { readonly tab: InspectorTab }) {
  switch (tab) {
    case 'marks':
      return <MarksPanel />;
    case 'claim':
      return <ClaimTab />;
    case 'tags':
      return <TagTree />;
    case 'actors':
      return <ActorsTab />;
  }
}

function MarksPanel() {
  const sourceId = useWorkspace((state) => state.sourceId);
  const mark = useChosenMark();
  if (sourceId === null) {
    return (
      <EmptyState title="No source is open">
        The marks of the open source stand here, in reading order.
      </EmptyState>
    );
  }
  return (
    <SplitPane
      name="marks"
      upperPercent={38}
      upper={<MarkList sourceId={sourceId} />}
      lower={
        mark && (
          <section className={styles.panel} aria-label="Chosen mark">
            <MarkDetails key={mark.id} mark={mark} />
          </section>
        )
      }
    />
  );
}

/** The claim of the mark that was chosen last is the claim to look at, until another one is asked for. */
function useClaimOfChosenMark(): void {
  const mark = useChosenMark();
  const markId = mark?.id ?? null;
  const claimId = mark?.claimId ?? null;
  const before = useRef<string | null>(null);
  useEffect(() => {
    const now = markId === null ? null : `${markId} ${claimId}`;
    const isNew = now !== null && now !== before.current;
    // What was asked for while this pane was away stays.
    const asked = before.current === null && workspace.get().claimId !== null;
    before.current = now;
    if (isNew && !asked) workspace.set({ claimId });
  }, [markId, claimId]);
}
