import type { Span } from '../../shared/domain/highlights/span.ts';
import { quoteOf } from '../../shared/domain/highlights/quote.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { useWorkspace, workspace } from '../app/workspace.ts';
import { useSourceText } from '../attributions/use-chain.ts';
import { useUnsent } from '../claims/use-unsent.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Reviews.module.css';
import { WordsForm } from './WordsForm.tsx';

/** The words of a source that a comment points to. */
export interface CommentPlace {
  readonly sourceId: SourceId;
  readonly spans: readonly Span[];
}

/** The words that are selected in the reader; null for none. */
export function selectedPlace(): CommentPlace | null {
  const { selection } = workspace.get();
  return selection === null
    ? null
    : { sourceId: selection.sourceId, spans: selection.spans.map(([start, end]) => [start, end]) };
}

/** Asks for a comment, which may point to words: those that were selected when it was begun, or are selected meanwhile. */
export function CommentForm({
  name,
  label,
  actionName,
  onSend,
  onClose,
}: {
  /** Under which what was typed, and where it points, is kept. */
  readonly name: string;
  readonly label: string;
  readonly actionName: string;
  readonly onSend: (text: string, place: CommentPlace | null) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const [place, setPlace, forget] = useUnsent<CommentPlace | null>(
    `${name}/place`,
    selectedPlace(),
  );
  const hasSelection = useWorkspace(({ selection }) => selection !== null);
  return (
    <WordsForm
      name={name}
      label={label}
      actionName={actionName}
      required="Write something first."
      onSend={async (text) => {
        await onSend(text, place);
        forget();
      }}
      onClose={() => {
        forget();
        onClose();
      }}
    >
      <div className={styles.row} role="group" aria-label="Words that it points to">
        {place === null ? (
          <span className={styles.soft}>
            {hasSelection ? 'Points to no words.' : 'To point to words, select them in the text.'}
          </span>
        ) : (
          <>
            <PlaceWords place={place} />
            <Button small variant="quiet" onClick={() => setPlace(null)}>
              Point to nothing
            </Button>
          </>
        )}
        {hasSelection && (
          <Button
            small
            variant="quiet"
            // The reader keeps its selection: the button does not take the focus from it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setPlace(selectedPlace())}
          >
            Point to the selected words
          </Button>
        )}
      </div>
    </WordsForm>
  );
}

function PlaceWords({ place: { sourceId, spans } }: { readonly place: CommentPlace }) {
  const text = useSourceText(sourceId);
  return (
    <span className={styles.placeWords} dir="auto">
      {text === '' ? '' : `“${quoteOf(text, spans)}”`}
    </span>
  );
}
