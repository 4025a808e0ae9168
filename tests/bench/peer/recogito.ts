import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { electronRuntime } from '../../../scripts/electron-runtime.mjs';
import type { Span } from '../../../src/shared/domain/highlights/span.ts';
import { memoryOf } from '../memory.ts';

/** Its two ways to show marks; the first is its default. */
export type Renderer = 'SPANS' | 'CSS_HIGHLIGHTS';

/** What the peer did with a text and its marks; times in milliseconds, sizes in bytes. */
export interface PeerReading {
  /** From handing over the text to a frame with marks on the screen. */
  readonly paintedMs: number;
  /** From handing over one mark more to the frame that shows it; the middle one of some. */
  readonly addedMs: number;
  readonly nodes: number;
  readonly heapBytes: number;
  /** Of all its processes; null where the system does not tell. */
  readonly memoryBytes: number | null;
}

// Playwright's own loader, without which the launch may hang (as in tests/electron/launch.ts).
const loader = join(
  import.meta.dirname,
  '../../../node_modules/playwright-core/lib/server/electron/loader.js',
);

interface Given {
  readonly text: string;
  readonly marks: readonly (readonly Span[])[];
  readonly renderer: Renderer;
}

/** Shows a text with marks in the peer; null when it was not done in the time it was given. */
export async function readWithPeer(given: Given, mostMs: number): Promise<PeerReading | null> {
  const runtime = electronRuntime();
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: ['-r', loader, ...runtime.arguments, import.meta.dirname],
    chromiumSandbox: runtime.chromiumSandbox,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, mostMs, null);
  });
  const reading = readOnce(app, given);
  try {
    return await Promise.race([reading, tooLate]);
  } finally {
    clearTimeout(timer);
    // A page that is busy does not answer any more; what was asked of it fails, and that is known.
    reading.catch(() => undefined);
    app.process().kill('SIGKILL');
  }
}

async function readOnce(app: ElectronApplication, given: Given): Promise<PeerReading> {
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const times = await page.evaluate(showAndAdd, given);
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  await tools.send('HeapProfiler.collectGarbage');
  const { metrics } = await tools.send('Performance.getMetrics');
  const value = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    ...times,
    nodes: value('Nodes'),
    heapBytes: value('JSHeapUsedSize'),
    memoryBytes: await memoryOf(app),
  };
}

/** Runs in the page. */
async function showAndAdd({ text, marks, renderer }: Given) {
  interface Annotation {
    readonly id: string;
    readonly bodies: readonly [];
    readonly target: {
      readonly annotation: string;
      readonly selector: readonly { readonly quote: string; start: number; end: number }[];
    };
  }
  interface Annotator {
    setAnnotations(annotations: readonly Annotation[]): void;
    addAnnotation(annotation: Annotation): void;
  }
  interface Library {
    createTextAnnotator(root: HTMLElement, options: { renderer?: string }): Annotator;
  }
  const { RecogitoJS } = window as unknown as { readonly RecogitoJS: Library };
  const annotationOf = (spans: Given['marks'][number], id: string): Annotation => ({
    id,
    bodies: [],
    target: {
      annotation: id,
      selector: spans.map(([start, end]) => ({ quote: text.slice(start, end), start, end })),
    },
  });
  const isShown = (id: string | null): boolean => {
    if (renderer === 'CSS_HIGHLIGHTS') {
      return id === null ? CSS.highlights.size > 0 : CSS.highlights.has(`_${id}`);
    }
    const which = id === null ? '' : `[data-annotation="${id}"]`;
    return document.querySelector(`.r6o-annotation${which}`) !== null;
  };
  const afterFrame = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      requestAnimationFrame(() => port2.postMessage(null));
    });
  const untilShown = async (since: number, id: string | null): Promise<number> => {
    do await afterFrame();
    while (!isShown(id));
    return performance.now() - since;
  };

  const annotations = marks.map((spans, number) => annotationOf(spans, `m${number}`));
  const begun = performance.now();
  const root = document.createElement('div');
  for (const line of text.split(/(?<=\n)/)) {
    root.appendChild(document.createElement('p')).textContent = line;
  }
  document.body.append(root);
  const annotator = RecogitoJS.createTextAnnotator(root, renderer === 'SPANS' ? {} : { renderer });
  annotator.setAnnotations(annotations);
  const paintedMs = await untilShown(begun, null);
  const added: number[] = [];
  for (let number = 0; number < 5; number += 1) {
    const id = `added${number}`;
    const since = performance.now();
    annotator.addAnnotation(annotationOf([[number * 150 + 10, number * 150 + 100]], id));
    added.push(await untilShown(since, id));
  }
  return { paintedMs, addedMs: added.toSorted((a, b) => a - b)[2] ?? Number.NaN };
}
