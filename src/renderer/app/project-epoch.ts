import { api } from './connect.ts';
import { queryClient, read } from './queries.ts';
import { createStore, useStore } from './store.ts';
import { resetWorkspace } from './workspace.ts';

const epoch = createStore<{ readonly count: number }>({ count: 0 });

/** Another project was opened, or it was closed: nothing known of the former one holds any more. */
export async function projectMoved(): Promise<void> {
  // Asked first: what is on the screen goes on as it is until all of it can be replaced at once.
  const state = await api.projects.state({});
  resetWorkspace();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'projects' });
  queryClient.setQueryData(read('projects', 'state', {}).queryKey, state);
  epoch.set({ count: epoch.get().count + 1 });
  await queryClient.invalidateQueries({ queryKey: ['projects', 'recent'] });
}

/** Counts the projects this window has shown; as a key it lets everything about a project begin anew. */
export function useProjectEpoch(): number {
  return useStore(epoch, ({ count }) => count);
}
