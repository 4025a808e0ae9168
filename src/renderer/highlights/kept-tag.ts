import type { TagId } from '../../shared/domain/ids.ts';
import { createStore } from '../app/store.ts';

/** The tag that every new mark gets until it is let go; kept in memory only. */
export const keptTag = createStore<{ readonly tagId: TagId | null }>({ tagId: null });
