import type { OpenProject } from '../../../shared/contract/projects.ts';
import { queryClient, read } from '../queries.ts';

/** The project that is open in this window, as far as the window knows. */
export function openProjectNow(): OpenProject | null {
  const { queryKey } = read('projects', 'state', {});
  const state = queryClient.getQueryData<{ readonly project: OpenProject | null }>(queryKey);
  return state?.project ?? null;
}

/** Whether a project is open. */
export function hasProject(): boolean {
  return openProjectNow() !== null;
}

/** Whether a project is open that can be changed. */
export function canChangeProject(): boolean {
  return openProjectNow()?.readOnly === false;
}
