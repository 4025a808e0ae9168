import { readFileSync } from 'node:fs';

/** The resident memory of a process in bytes, or null where the system does not tell. */
export function residentMemory(processId: number): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'latin1');
    const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}
