import type { ReactNode } from 'react';
import { Busy, ErrorState } from './States.tsx';

/** The part of a query's result that decides what is drawn. */
interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Draws a query's value once it is there, the busy state before, and its failure with a way to try again. A value that is known stays while it is read anew. */
export function Loaded<T>({
  query,
  busyLabel,
  children,
}: {
  readonly query: Loadable<T>;
  readonly busyLabel?: string;
  readonly children: (value: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Busy {...(busyLabel ? { label: busyLabel } : {})} />;
}
