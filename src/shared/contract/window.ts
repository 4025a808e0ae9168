import { z } from 'zod';
import { printOptions, type PrintReport } from './exchange.ts';
import type { MethodTable } from './method-table.ts';
import { idOf, jobIdSchema, pathSchema } from './schemas.ts';

const filters = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) })).optional();
const chooseInput = z.object({
  title: z.string(),
  what: z.enum(['files', 'folder', 'file']),
  filters,
});
const saveInput = z.object({ title: z.string(), defaultName: z.string().max(200), filters });
const printInput = z.object({
  sourceId: idOf<'source'>(),
  options: printOptions,
  jobId: jobIdSchema,
});
const pdfInput = printInput.extend({ path: pathSchema });

/** What only the Electron shell can do; answered there, never by the core. */
export interface WindowApi {
  /** A platform dialog; the chosen paths become ones this window may name. Empty when it was cancelled. */
  choosePaths(input: z.infer<typeof chooseInput>): Promise<readonly string[]>;
  /** A platform dialog for saving; null when it was cancelled. */
  chooseSavePath(input: z.infer<typeof saveInput>): Promise<string | null>;
  /** Opens a web address in the system's browser after asking the analyst; false when they declined. */
  openLink(input: { readonly url: string }): Promise<boolean>;
  showInFolder(input: { readonly path: string }): Promise<null>;
  copyText(input: { readonly text: string }): Promise<null>;
  /** Follows the system, or forces light or dark. */
  setTheme(input: { readonly theme: 'system' | 'light' | 'dark' }): Promise<null>;
  setTitle(input: { readonly title: string }): Promise<null>;
  /** Writes a source with all its marks as PDF; null when it was given up. */
  savePdf(
    input: z.infer<typeof pdfInput>,
  ): Promise<(PrintReport & { readonly bytes: number }) | null>;
  /** Hands a source with all its marks to the platform's dialog for printing; null when it was given up. */
  printSource(input: z.infer<typeof printInput>): Promise<PrintReport | null>;
  /** Gives up a print that is still being made. */
  cancelPrint(input: { readonly jobId: string }): Promise<null>;
  close(input: object): Promise<null>;
}

export const windowMethods = {
  choosePaths: { access: 'window', input: chooseInput },
  chooseSavePath: { access: 'window', input: saveInput },
  openLink: { access: 'window', input: z.object({ url: z.url({ protocol: /^https?$/ }) }) },
  showInFolder: { access: 'window', input: z.object({ path: z.string() }), files: true },
  copyText: { access: 'window', input: z.object({ text: z.string().max(10_000_000) }) },
  setTheme: { access: 'window', input: z.object({ theme: z.enum(['system', 'light', 'dark']) }) },
  setTitle: { access: 'window', input: z.object({ title: z.string().max(300) }) },
  savePdf: { access: 'window', input: pdfInput, files: true, writesFile: true },
  printSource: { access: 'window', input: printInput },
  cancelPrint: { access: 'window', input: z.object({ jobId: jobIdSchema }) },
  close: { access: 'window', input: z.object({}) },
} as const satisfies MethodTable<WindowApi>;
