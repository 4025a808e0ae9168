import type { AttestEvent } from '../../shared/contract/events.ts';
import { createStore, useStore } from './store.ts';

/** How far a long job has come. */
export type Progress = Omit<Extract<AttestEvent, { type: 'progress' }>, 'type'>;

const jobs = createStore<{ readonly byId: Readonly<Record<string, Progress>> }>({ byId: {} });

/** Makes a name for a long job and begins to follow it. */
export function startJob(label: string): string {
  const jobId = crypto.randomUUID();
  noteProgress({ jobId, label, done: 0, total: null });
  return jobId;
}

/** Takes note of what the core tells of a job. */
export function noteProgress({ jobId, label, done, total }: Progress): void {
  jobs.set({ byId: { ...jobs.get().byId, [jobId]: { jobId, label, done, total } } });
}

/** Stops following a job. */
export function endJob(jobId: string): void {
  const { [jobId]: _, ...others } = jobs.get().byId;
  jobs.set({ byId: others });
}

/** The progress of a job; null before it began and after it ended. */
export function useJob(jobId: string | null): Progress | null {
  return useStore(jobs, ({ byId }) => (jobId === null ? null : (byId[jobId] ?? null)));
}
