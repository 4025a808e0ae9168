import { lazy, Suspense } from 'react';
import { Busy } from '../ui/States.tsx';

const Loaded = lazy(async () => ({ default: (await import('./ReviewView.tsx')).ReviewView }));

/** The review view, whose code is loaded when it is opened for the first time. */
export function LazyReview() {
  return (
    <Suspense fallback={<Busy label="Opening the review" />}>
      <Loaded />
    </Suspense>
  );
}
