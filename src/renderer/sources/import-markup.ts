import { api } from '../app/connect.ts';
import { showMarkupDialog } from './MarkupDialog.tsx';

/** The ending of a file with markup. */
export const markupEnding = '.jsonl';

/** Asks for a file with markup, rehearses it, and shows what it would do. */
export async function importChosenMarkup(): Promise<void> {
  const [path] = await api.window.choosePaths({
    title: 'Bring in markup',
    what: 'file',
    filters: [{ name: 'Markup as JSON lines', extensions: ['jsonl'] }],
  });
  if (path !== undefined) showMarkupDialog(path);
}
