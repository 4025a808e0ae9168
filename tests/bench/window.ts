import type { CDPSession, Page } from '@playwright/test';
import { launchAttest, type LaunchedAttest } from '../electron/launch.ts';

/** How big the window is: the size that measurements are made at. */
export const windowSize = { width: 1440, height: 900 } as const;

/** What the page's renderer holds, after a collection of garbage. */
export interface PageLoad {
  readonly nodes: number;
  readonly heapBytes: number;
}

/** The built application with a project open, and the tools of its page. */
export interface BenchWindow {
  readonly attest: LaunchedAttest;
  readonly page: Page;
  readonly tools: CDPSession;
  load(): Promise<PageLoad>;
}

/** Opens a project in the real window. */
export async function openBenchWindow(project: string): Promise<BenchWindow> {
  const attest = await launchAttest({ args: [project], size: windowSize });
  const { page } = attest;
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  return {
    attest,
    page,
    tools,
    async load() {
      await tools.send('HeapProfiler.collectGarbage');
      const { metrics } = await tools.send('Performance.getMetrics');
      const value = (name: string): number =>
        metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { nodes: value('Nodes'), heapBytes: value('JSHeapUsedSize') };
    },
  };
}

/** Waits until the page has nothing to do: it was idle in ten frames that followed one another. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0;
        let last = performance.now();
        const look = (): void => {
          const now = performance.now();
          calm = now - last < 40 ? calm + 1 : 0;
          last = now;
          if (calm >= 10) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}
