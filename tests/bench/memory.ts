import { readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/** The memory of all processes of an application in bytes, what they share counted once (PSS); null where the system does not tell. */
export async function memoryOf(app: ElectronApplication): Promise<number | null> {
  const pids = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  try {
    const sizes = pids.map((pid) => {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]) * 1_024;
    });
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return null;
  }
}
