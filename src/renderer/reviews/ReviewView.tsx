import { AdjudicateSection } from '../adjudications/AdjudicateSection.tsx';
import { AgreementSection } from '../agreement/AgreementSection.tsx';
import { MergeSection } from '../merges/MergeSection.tsx';
import { useStore } from '../app/store.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { WaitingPane } from './WaitingPane.tsx';
import { reviewPlace, type ReviewSection } from './review-place.ts';

const sections: readonly { readonly value: ReviewSection; readonly name: string }[] = [
  { value: 'waiting', name: 'Waiting' },
  { value: 'merge', name: 'Merge' },
  { value: 'agreement', name: 'Agreement' },
  { value: 'adjudicate', name: 'Adjudicate' },
];

/** A colleague’s work: what came over, how far it agrees, and what is decided of it. Loaded when it is first opened. */
export function ReviewView() {
  const section = useStore(reviewPlace, (state) => state.section);
  return (
    <Tabs
      label="Parts of the review"
      value={section}
      onValue={(next) => reviewPlace.set({ section: next })}
      items={sections}
    >
      <SectionPanel section={section} />
    </Tabs>
  );
}

function SectionPanel({ section }: { readonly section: ReviewSection }) {
  switch (section) {
    case 'waiting':
      return <WaitingPane />;
    case 'merge':
      return <MergeSection />;
    case 'agreement':
      return <AgreementSection />;
    case 'adjudicate':
      return <AdjudicateSection />;
    case 'layers':
      return null;
  }
}
