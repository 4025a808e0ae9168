import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import { notifyError } from '../app/overlays.ts';
import { read } from '../app/queries.ts';
import { loadSetting } from '../app/settings.ts';
import { Busy, ErrorState } from '../ui/States.tsx';
import './reader.css';
import { ReaderHeader } from './ReaderHeader.tsx';
import { readingPlace } from './reading-place.ts';
import { SourceText } from './SourceText.tsx';

/** A source to read and to mark, with what is known of it at the top. */
export function Reader({ sourceId }: { readonly sourceId: SourceId }) {
  return (
    <section className="reader" aria-label="Reader">
      <ReaderHeader sourceId={sourceId} />
      <ReaderBody key={sourceId} sourceId={sourceId} />
    </section>
  );
}

function ReaderBody({ sourceId }: { readonly sourceId: SourceId }) {
  const content = useQuery(read('sources', 'content', { sourceId }));
  const place = usePlace(sourceId);
  if (content.error) {
    return <ErrorState error={content.error} onRetry={() => void content.refetch()} />;
  }
  if (content.data === undefined || place === null) return <Busy label="Opening the source" />;
  return <SourceText content={content.data} place={place} />;
}

/** The place to begin at; null until it is known, so that nothing jumps. */
function usePlace(sourceId: SourceId): number | null {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    loadSetting(readingPlace(sourceId)).then(
      (offset) => current && setPlace(offset),
      (error: unknown) => {
        notifyError(error);
        if (current) setPlace(0);
      },
    );
    return () => {
      current = false;
    };
  }, [sourceId]);
  return place;
}
