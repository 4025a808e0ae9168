import type { SourceId } from '../../shared/domain/ids.ts';
import { createStore } from '../app/store.ts';

/** The sources in the order in which the list shows them now; empty while it was never drawn. */
export const shownSources = createStore<{ readonly ids: readonly SourceId[] }>({ ids: [] });
