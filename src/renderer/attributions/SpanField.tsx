import { TextSelect, X } from 'lucide-react';
import { useId } from 'react';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { openPlace, useWorkspace, workspace } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Chain.module.css';

/** A place in the source, taken from the selection in the reader and shown as the words that stand there. */
export function SpanField({
  label,
  sourceId,
  text,
  span,
  onSpan,
}: {
  readonly label: string;
  readonly sourceId: SourceId;
  readonly text: string;
  readonly span: Span | null;
  readonly onSpan: (span: Span | null) => void;
}) {
  const id = useId();
  const selected = useWorkspace(({ selection }) =>
    selection?.sourceId === sourceId ? (selection.spans[0] ?? null) : null,
  );
  return (
    <div className={styles.span} role="group" aria-labelledby={id}>
      <span id={id} className={styles.spanLabel}>
        {label}
      </span>
      {span !== null && (
        <>
          <button
            type="button"
            className={styles.words}
            title="Show in the reader"
            onClick={() => openPlace(sourceId, workspace.get().highlightId, span)}
          >
            {text.slice(span[0], span[1])}
          </button>
          <IconButton small icon={X} label={`Clear: ${label}`} onClick={() => onSpan(null)} />
        </>
      )}
      {(span === null || selected !== null) && (
        <Button
          small
          icon={TextSelect}
          disabled={selected === null}
          title={selected === null ? 'Select the words in the reader first' : undefined}
          // The reader keeps its selection: the button does not take the focus from it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (selected === null) return;
            onSpan([selected[0], selected[1]]);
            workspace.set({ selection: null });
          }}
        >
          Use the reader’s selection
        </Button>
      )}
    </div>
  );
}
