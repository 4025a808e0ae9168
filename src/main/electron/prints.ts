import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, type Session } from 'electron';
import type { ExchangeApi, PrintOptions, PrintReport } from '../../shared/contract/exchange.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { PageFurniture } from '../../shared/domain/exports/print-style.ts';
import { writeFileWhole } from '../exports/write-file.ts';
import type { Platform } from './platform.ts';
import { sheetTemplates } from './print-sheet.ts';
import { createPrintSession, printAddress } from './print-session.ts';

/** What is printed, and the name of the job it is given up by. */
export interface PrintJob {
  readonly sourceId: SourceId;
  readonly options: PrintOptions;
  readonly jobId: string;
}

/** Sources on paper: each is laid out in a hidden window that runs no script and reaches nothing. */
export interface Prints {
  /** Null when it was given up. */
  savePdf(
    job: PrintJob & { readonly path: string },
  ): Promise<(PrintReport & { readonly bytes: number }) | null>;
  /** Null when it was given up, here or in the platform's dialog. */
  print(job: PrintJob): Promise<PrintReport | null>;
  cancel(jobId: string): void;
  cancelAll(): void;
}

/** What printing needs; `folder` holds pages while they are printed, `pageFolder` the application's own faces. */
export interface PrintsOptions {
  readonly exchange: () => ExchangeApi;
  readonly folder: string;
  readonly pageFolder: string;
  readonly platform: Platform;
  readonly newId: () => string;
}

/** With more marks, the structure for screen readers makes a PDF take twice the time and seven times the room. */
const mostTaggedMarks = 2_000;

interface Running {
  cancelled: boolean;
  window: BrowserWindow | null;
}

/** Nothing is printed at first; what a run before left behind is removed. */
export function createPrints(options: PrintsOptions): Prints {
  const { exchange, folder, platform, newId } = options;
  const running = new Map<string, Running>();
  let printSession: Session | null = null;
  rmSync(folder, { recursive: true, force: true });

  async function withPage<T>(
    { sourceId, options: look, jobId }: PrintJob,
    marginBoxes: boolean,
    work: (window: BrowserWindow, report: PrintReport, page: PageFurniture) => Promise<T | null>,
  ): Promise<T | null> {
    const job: Running = { cancelled: false, window: null };
    running.set(jobId, job);
    const name = newId();
    const path = join(folder, `${name}.html`);
    try {
      mkdirSync(folder, { recursive: true });
      const { page, ...report } = await exchange().writePrintPage({
        sourceId,
        options: look,
        marginBoxes,
        path,
      });
      if (job.cancelled) return null;
      printSession ??= createPrintSession(folder, options.pageFolder);
      job.window = hiddenWindow(printSession);
      await job.window.loadURL(printAddress(name));
      return await work(job.window, report, page);
    } catch (error) {
      // Whatever breaks off because its window went is no failure.
      if (job.cancelled) return null;
      throw error;
    } finally {
      running.delete(jobId);
      if (job.window?.isDestroyed() === false) job.window.destroy();
      rmSync(path, { force: true });
    }
  }

  function cancel(jobId: string): void {
    const job = running.get(jobId);
    if (job === undefined) return;
    job.cancelled = true;
    if (job.window?.isDestroyed() === false) job.window.destroy();
  }

  return {
    savePdf: (job) =>
      withPage(job, false, async ({ webContents }, report, page) => {
        const isTagged = report.marks <= mostTaggedMarks;
        const pdf = await webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: true,
          ...sheetTemplates(page),
          generateTaggedPDF: isTagged,
          generateDocumentOutline: isTagged,
        });
        writeFileWhole(job.path, [pdf], newId);
        return { ...report, bytes: pdf.length };
      }),
    print: (job) =>
      withPage(job, true, async ({ webContents }, report) =>
        (await platform.print(webContents)) ? report : null,
      ),
    cancel,
    cancelAll() {
      for (const jobId of running.keys()) cancel(jobId);
    },
  };
}

function hiddenWindow(printSession: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 794,
    height: 1_123,
    webPreferences: {
      session: printSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      images: false,
      spellcheck: false,
    },
  });
}
