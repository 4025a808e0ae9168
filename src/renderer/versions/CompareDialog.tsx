import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { announce, showDialog } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { openBeside } from '../app/readers.ts';
import { openSource } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState, Busy } from '../ui/States.tsx';
import { changesText, shownPieces, type ShownPiece } from './compare-form.ts';
import { calledApart } from './called-apart.ts';
import styles from './Versions.module.css';

/** So many changes are drawn at a time. */
const drawnAtOnce = 400;

/** Compares an older and a newer text word by word. */
export function showCompare(oldSourceId: SourceId, newSourceId: SourceId): void {
  showDialog((close) => (
    <CompareDialog oldSourceId={oldSourceId} newSourceId={newSourceId} onClose={close} />
  ));
}

function CompareDialog({
  oldSourceId,
  newSourceId,
  onClose,
}: {
  readonly oldSourceId: SourceId;
  readonly newSourceId: SourceId;
  readonly onClose: () => void;
}) {
  const older = useQuery(read('sources', 'content', { sourceId: oldSourceId }));
  const newer = useQuery(read('sources', 'content', { sourceId: newSourceId }));
  const parts = useQuery(read('versions', 'compare', { oldSourceId, newSourceId }));
  const error = older.error ?? newer.error ?? parts.error;
  const pieces = useMemo(
    () =>
      older.data && newer.data && parts.data
        ? shownPieces(parts.data, older.data.text, newer.data.text)
        : null,
    [older.data, newer.data, parts.data],
  );
  function sideBySide(): void {
    onClose();
    openSource(newSourceId);
    openBeside(oldSourceId, 'left');
  }
  return (
    <Dialog
      title="What changed"
      size="wide"
      description={
        older.data && newer.data
          ? `From ${calledApart(older.data.source)} to ${calledApart(newer.data.source)}. Removed words are struck through, new ones underlined.`
          : undefined
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={sideBySide}>Open side by side</Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {error ? (
        <ErrorState error={error} />
      ) : pieces === null ? (
        <Busy label="Comparing the texts" />
      ) : (
        <Comparison pieces={pieces} />
      )}
    </Dialog>
  );
}

function Comparison({ pieces }: { readonly pieces: readonly ShownPiece[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  const [most, setMost] = useState(drawnAtOnce);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const count = pieces.filter(({ kind }) => kind === 'change').length;
  const cut = pieces.findIndex((piece) => piece.kind === 'change' && piece.index >= most);
  const drawn = cut === -1 ? pieces : pieces.slice(0, cut);

  function go(step: 1 | -1): void {
    const shown = Math.min(count, most);
    if (shown === 0) return;
    const next = current === -1 ? (step === 1 ? 0 : shown - 1) : (current + step + shown) % shown;
    setCurrent(next);
    frame.current?.querySelector<HTMLElement>(`[data-change="${next}"]`)?.focus();
    announce(`Change ${next + 1} of ${count}`, 'place');
  }
  // The focus may be anywhere in the dialog.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : null;
      if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      go(step);
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  });
  return (
    <div className={styles.comparison}>
      <div className={styles.bar}>
        <span className={styles.grow} role="status">
          {current === -1 ? changesText(count) : `Change ${current + 1} of ${count}`}
        </span>
        <Button small shortcut="p" disabled={count === 0} onClick={() => go(-1)}>
          Previous change
        </Button>
        <Button small shortcut="n" disabled={count === 0} onClick={() => go(1)} data-autofocus>
          Next change
        </Button>
      </div>
      <div
        ref={frame}
        className={styles.text}
        role="region"
        aria-label="Both texts"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
        tabIndex={0}
        dir="auto"
      >
        {drawn.map((piece) => (
          <Piece
            key={piece.key}
            piece={piece}
            open={open.has(piece.key)}
            onOpen={() => setOpen(new Set(open).add(piece.key))}
          />
        ))}
        {cut !== -1 && (
          <button type="button" className={styles.fold} onClick={() => setMost(most + drawnAtOnce)}>
            Show more of {changesText(count - most)}
          </button>
        )}
      </div>
    </div>
  );
}

function Piece({
  piece,
  open,
  onOpen,
}: {
  readonly piece: ShownPiece;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  if (piece.kind === 'same' || (piece.kind === 'folded' && open)) return piece.text;
  if (piece.kind === 'folded') {
    return (
      <button type="button" className={styles.fold} onClick={onOpen}>
        {piece.text.length.toLocaleString('en')} characters are the same: show them
      </button>
    );
  }
  return (
    <span className={styles.change} data-change={piece.index} tabIndex={-1}>
      {piece.removed !== '' && <del>{piece.removed}</del>}
      {piece.added !== '' && <ins>{piece.added}</ins>}
    </span>
  );
}
