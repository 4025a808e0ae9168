import { z } from 'zod';
import type { MethodTable } from './method-table.ts';

const filters = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) })).optional();
const chooseInput = z.object({
  title: z.string(),
  what: z.enum(['files', 'folder', 'file']),
  filters,
});
const saveInput = z.object({ title: z.string(), defaultName: z.string().max(200), filters });

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
  close: { access: 'window', input: z.object({}) },
} as const satisfies MethodTable<WindowApi>;
