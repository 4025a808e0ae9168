import { runCommandById } from './commands/run-command.ts';
import { onEvent } from './connect.ts';
import { noteProgress } from './jobs.ts';
import { notify, notifyError } from './overlays.ts';
import { projectMoved } from './project-epoch.ts';
import { dropStale, queryClient } from './queries.ts';

/** Follows what the core tells for as long as the window lives. */
export function followCore(): void {
  onEvent((event) => {
    switch (event.type) {
      case 'changed':
        dropStale(event);
        return;
      case 'progress':
        noteProgress(event);
        return;
      case 'project':
        projectMoved().catch(notifyError);
        return;
      case 'command':
        void runCommandById(event.name);
        return;
      case 'resumed':
        notify('info', event.message);
        void queryClient.invalidateQueries();
        return;
    }
  });
}
