import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { CitationTarget, Summary } from '../../shared/domain/summaries/summary.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { announce } from '../app/overlays.ts';
import { useStore } from '../app/store.ts';
import { targetKey } from '../editor/citation-labels.ts';
import '../editor/summary-text.css';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/States.tsx';
import { CitationCardPopup, type Pointed } from './CitationCardPopup.tsx';
import { ClaimSuggestions } from './ClaimSuggestions.tsx';
import { openSummary, showSummary, type OpenSummary } from './open-summary.ts';
import { SourceList } from './SourceList.tsx';
import styles from './Summary.module.css';
import type { SummaryKeeper } from './summary-keeper.ts';
import { SummaryToolbar } from './SummaryToolbar.tsx';
import { useCitations } from './use-citations.ts';

/** The text of a summary, ready to be written in, with its toolbar above and its sources below. */
export function SummaryText({
  summary,
  head,
}: {
  readonly summary: Summary;
  readonly head: ReactNode;
}) {
  // The text that was there first; what comes later reaches the editor by itself.
  const [first] = useState(summary);
  const place = useRef<HTMLDivElement>(null);
  const open = useStore(openSummary, (state) => (state.open?.id === first.id ? state.open : null));
  const problem = useStore(openSummary, (state) => state.problem);
  const [pointed, setPointed] = useState<Pointed | null>(null);

  useEffect(() => {
    if (place.current === null) return undefined;
    return showSummary(place.current, first, canChangeProject(), setPointed);
  }, [first]);
  useEffect(() => open?.setTitle(summary.title), [open, summary.title]);

  return (
    <>
      {open && <SummaryToolbar editor={open.editor} />}
      {open && <SaveProblem keeper={open.keeper} />}
      <div className={styles.scroller}>
        <article className={styles.page}>
          {head}
          {problem !== null && <ErrorState error={problem} />}
          <div ref={place} className={styles.text}>
            {open && <Placeholder open={open} />}
          </div>
          {open && <Cited open={open} pointed={pointed} />}
        </article>
      </div>
      {open && <ClaimSuggestions open={open} />}
    </>
  );
}

function Placeholder({ open }: { readonly open: OpenSummary }) {
  const empty = useStore(open.editor.state, (state) => state.empty);
  if (!empty) return null;
  return (
    <p className={styles.placeholder} aria-hidden="true">
      Write here. Type [[ or @ to cite a claim.
    </p>
  );
}

function SaveProblem({ keeper }: { readonly keeper: SummaryKeeper }) {
  const { problem } = useSyncExternalStore(keeper.subscribe, keeper.get);
  if (problem === null) return null;
  return (
    <div className={styles.banner} role="alert">
      <p>Not saved: {problem} Your text stays here.</p>
      <Button small onClick={() => void keeper.commit()}>
        Try again
      </Button>
    </div>
  );
}

/** What the citations show: their labels in the text, the card of the one pointed at, and the sources. */
function Cited({
  open: { editor, showCitations },
  pointed,
}: {
  readonly open: OpenSummary;
  readonly pointed: Pointed | null;
}) {
  const citations = useStore(editor.state, (state) => state.citations);
  const chosen = useStore(editor.state, (state) => state.chosen);
  const shown = useCitations(citations);
  useEffect(() => showCitations(shown), [showCitations, shown]);
  const chosenLabel = chosen && shown.labels.get(targetKey(chosen));
  useEffect(() => {
    if (chosenLabel) announce(`${chosenLabel.description}. Enter opens it.`);
  }, [chosenLabel]);
  const at = pointed ?? chosenAt(chosen, editor.chosenElement());
  return (
    <>
      <SourceList shown={shown} cites={citations.length > 0} />
      {at && <CitationCardPopup at={at} card={shown.cards.get(targetKey(at.target))} />}
    </>
  );
}

function chosenAt(target: CitationTarget | null, element: HTMLElement | null): Pointed | null {
  return target !== null && element !== null ? { target, element } : null;
}
