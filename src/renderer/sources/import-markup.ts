import { api } from '../app/connect.ts';
import { showMarkupDialog } from './MarkupDialog.tsx';

/** Whether a file is told to be markup by its ending. */
export function isMarkup(path: string): boolean {
  return /\.(jsonl|ann)$/i.test(path);
}

/** Asks for a file with markup, rehearses it, and shows what it would do. */
export async function importChosenMarkup(): Promise<void> {
  const [path] = await api.window.choosePaths({
    title: 'Bring in markup',
    what: 'file',
    filters: [{ name: 'Markup (JSON lines, brat)', extensions: ['jsonl', 'ann'] }],
  });
  if (path !== undefined) showMarkupDialog(path);
}
