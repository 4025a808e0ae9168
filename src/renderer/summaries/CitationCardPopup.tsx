import { Popover as Radix } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { CitationCard } from '../../shared/contract/summaries.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { targetKey } from '../editor/citation-labels.ts';
import styles from './Citations.module.css';
import { placeWords } from './summary-form.ts';

/** A citation that the pointer, the focus or the caret is on. */
export interface Pointed {
  readonly target: CitationTarget;
  readonly element: HTMLElement;
}

const delayMs = 250;

/** Shows what a citation stands for beside it, after a moment; Esc takes it away. */
export function CitationCardPopup({
  at,
  card,
}: {
  readonly at: Pointed;
  readonly card: CitationCard | undefined;
}) {
  const [shown, setShown] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown(at.element), delayMs);
    return () => clearTimeout(timer);
  }, [at.element]);
  if (card === undefined) return null;
  return (
    <Radix.Root
      open={shown === at.element && at.element.isConnected}
      onOpenChange={(stays) => !stays && setShown(null)}
    >
      <Radix.Anchor virtualRef={{ current: at.element }} />
      <Radix.Portal>
        <Radix.Content
          key={targetKey(at.target)}
          className={styles.card}
          role="tooltip"
          side="top"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <CardContent card={card} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function CardContent({ card }: { readonly card: CitationCard }) {
  if (!card.found) {
    return (
      <p>
        <strong>What this pointed to was removed.</strong> Undo the removal, or take the citation
        out.
      </p>
    );
  }
  const more = card.sourceIds.length - 1;
  return (
    <>
      {card.statement !== null && <p className={styles.statement}>{card.statement}</p>}
      {card.quote !== null && <blockquote className={styles.quote}>{card.quote}</blockquote>}
      {card.sourceId === null ? (
        <p className={styles.warn}>No source says this claim any more.</p>
      ) : (
        <p className={styles.place}>
          {placeWords(card)}
          {more > 0 && ` and ${more} more ${more === 1 ? 'source' : 'sources'}`}
        </p>
      )}
      {card.sourceId !== null && <p className={styles.hint}>Click or Enter opens the source.</p>}
    </>
  );
}
