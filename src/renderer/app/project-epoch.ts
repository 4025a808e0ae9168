import { queryClient } from './queries.ts';
import { createStore, useStore } from './store.ts';
import { resetWorkspace } from './workspace.ts';

const epoch = createStore<{ readonly count: number }>({ count: 0 });

/** Another project was opened, or it was closed: nothing known of the former one holds any more. */
export function projectMoved(): void {
  resetWorkspace();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'projects' });
  epoch.set({ count: epoch.get().count + 1 });
  void queryClient.invalidateQueries({ queryKey: ['projects', 'state'] });
  void queryClient.invalidateQueries({ queryKey: ['projects', 'recent'] });
}

/** Counts the projects this window has shown; as a key it lets everything about a project begin anew. */
export function useProjectEpoch(): number {
  return useStore(epoch, ({ count }) => count);
}
