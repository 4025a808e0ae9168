import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { activateReader } from '../app/readers.ts';
import { loadSetting } from '../app/settings.ts';
import { useWorkspace, type ReaderId } from '../app/workspace.ts';
import { CompareBar } from '../layers/CompareBar.tsx';
import { HiddenMarkBar } from '../layers/HiddenMarkBar.tsx';
import { Busy, ErrorState } from '../ui/States.tsx';
import './reader.css';
import './comfort.css';
import './reader-header.css';
import { compactHeader } from './compact-header.ts';
import { ReaderHeader } from './ReaderHeader.tsx';
import { readingPlace } from './reading-place.ts';
import { SourceText } from './SourceText.tsx';

/** A source to read and to mark, with what is known of it at the top. What is done in a reader makes it the active one. */
export function Reader({
  readerId,
  sourceId,
  label,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
  /** What it is called for screen readers. */
  readonly label: string;
}) {
  const isActive = useWorkspace((state) => state.beside !== null && state.readerId === readerId);
  const activate = (): void => activateReader(readerId);
  const frame = useRef<HTMLElement>(null);
  // Another source is at its top until it is scrolled.
  useEffect(() => {
    delete frame.current?.dataset['compact'];
  }, [sourceId]);
  return (
    <section
      ref={frame}
      className="reader"
      aria-label={label}
      data-reader-pane
      data-active={isActive || undefined}
      onPointerDownCapture={activate}
      onFocusCapture={activate}
      onScrollCapture={(event) => compactHeader(event.currentTarget, event.target)}
    >
      <ReaderHeader readerId={readerId} sourceId={sourceId} />
      <CompareBar readerId={readerId} sourceId={sourceId} />
      <HiddenMarkBar readerId={readerId} sourceId={sourceId} />
      <ReaderBody key={sourceId} readerId={readerId} sourceId={sourceId} />
    </section>
  );
}

function ReaderBody({
  readerId,
  sourceId,
}: {
  readonly readerId: ReaderId;
  readonly sourceId: SourceId;
}) {
  const content = useQuery(read('sources', 'content', { sourceId }));
  const place = usePlace(readerId, sourceId);
  if (content.error) {
    return <ErrorState error={content.error} onRetry={() => void content.refetch()} />;
  }
  if (content.data === undefined || place === null) return <Busy label="Opening the source" />;
  return <SourceText readerId={readerId} content={content.data} place={place} />;
}

/** The place to begin at; null until it is known, so that nothing jumps. */
function usePlace(readerId: ReaderId, sourceId: SourceId): number | null {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    loadSetting(readingPlace(readerId, sourceId)).then(
      (offset) => current && setPlace(offset),
      (error: unknown) => {
        notifyError(error);
        if (current) setPlace(0);
      },
    );
    return () => {
      current = false;
    };
  }, [readerId, sourceId]);
  return place;
}
