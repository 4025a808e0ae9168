import type { UndoResult } from '../../shared/contract/history.ts';
import { api } from '../app/connect.ts';
import { notify, notifyError } from '../app/overlays.ts';
import { commitNudge } from '../highlights/move-mark.ts';
import { canOpenPlace, openChangedPlace } from './changed-place.ts';

let dismissLast: () => void = () => undefined;

/** Takes the analyst's latest change back and says which; in a text field or an editor that is the field's own. */
export async function undoChange(): Promise<void> {
  if (askField('undo')) return;
  await commitNudge();
  show('Undone', await api.history.undo({}), 'Nothing of yours is left to undo.');
}

/** Brings back what was undone last and says which. */
export async function redoChange(): Promise<void> {
  if (askField('redo')) return;
  await commitNudge();
  show('Redone', await api.history.redo({}), 'Nothing is left to redo.');
}

/**
 * Undo from the menu or the palette while a text is being written belongs to that text. An editor with changes of
 * its own hears `attest-undo` or `attest-redo` and prevents the default.
 */
function askField(what: 'undo' | 'redo'): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    return document.execCommand(what);
  }
  const event = new CustomEvent(`attest-${what}`, { bubbles: true, cancelable: true });
  return active !== null && !active.dispatchEvent(event);
}

function show(done: string, { label, change }: UndoResult, nothing: string): void {
  dismissLast();
  if (label === null) {
    dismissLast = notify('info', nothing);
    return;
  }
  const sentence = `${done}: ${label}`;
  const first = change?.first ?? null;
  dismissLast = notify(
    'info',
    sentence,
    first !== null && canOpenPlace(first)
      ? { name: 'Show', run: () => void openChangedPlace(first).catch(notifyError) }
      : undefined,
  );
}
