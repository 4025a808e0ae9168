import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReaderId } from '../app/workspace.ts';
import { useDrawnIn, type ActiveReader } from './active-reader.ts';
import { hasPages, pageAt } from './page-at.ts';

/** The page at the top of what is read; nothing where the file has no pages. */
export function PageNumber({ readerId }: { readonly readerId: ReaderId }) {
  const drawn = useDrawnIn(readerId);
  const paged = useMemo(() => drawn !== null && hasPages(drawn.content.blocks), [drawn]);
  return paged && drawn !== null ? <FollowedPage drawn={drawn} /> : null;
}

function FollowedPage({ drawn }: { readonly drawn: ActiveReader }) {
  const place = useRef<HTMLSpanElement>(null);
  const [page, setPage] = useState<number | null>(null);
  useEffect(() => {
    const reader = place.current?.closest('.reader');
    let frame = 0;
    function follow(): void {
      if (frame !== 0) return;
      // The reader notes where it is when the event has reached it.
      frame = requestAnimationFrame(() => {
        frame = 0;
        setPage(pageAt(drawn.content.blocks, drawn.view.top()));
      });
    }
    follow();
    reader?.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      reader?.removeEventListener('scroll', follow, { capture: true });
    };
  }, [drawn]);
  return (
    <span ref={place} className="reader-page-number" title={page === null ? '' : `Page ${page}`}>
      {page !== null && `p. ${page}`}
    </span>
  );
}
