import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over where the page has put caret and selection. The editor hears of it only a moment after
 * the key; a command that comes in between would start from the place before.
 */
export function takeCaret(view: EditorView): void {
  const shown = document.getSelection();
  if (!view.hasFocus() || shown === null) return;
  const { anchorNode, focusNode } = shown;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  if (anchorNode === null || focusNode === null) return;
  const { doc, selection, tr } = view.state;
  const taken = TextSelection.between(
    doc.resolve(view.posAtDOM(anchorNode, shown.anchorOffset)),
    doc.resolve(view.posAtDOM(focusNode, shown.focusOffset)),
  );
  if (!taken.eq(selection)) view.dispatch(tr.setSelection(taken));
}

/** Puts the page's caret and selection where the editor has them; nothing where the text has no focus. */
export function showCaret(view: EditorView): void {
  if (!view.hasFocus()) return;
  const { anchor, head } = view.state.selection;
  const from = view.domAtPos(anchor);
  const to = view.domAtPos(head);
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * Ctrl/Cmd+Home and End, with Shift to extend. The page's own way does not leave the paragraph where
 * the caret was put by a script.
 */
export function goToEdge(view: EditorView, event: KeyboardEvent): boolean {
  const toStart = event.key === 'Home';
  if ((!toStart && event.key !== 'End') || !(event.ctrlKey || event.metaKey)) return false;
  takeCaret(view);
  const { doc, selection, tr } = view.state;
  const edge = toStart ? TextSelection.atStart(doc).head : TextSelection.atEnd(doc).head;
  const anchor = event.shiftKey ? selection.anchor : edge;
  view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, edge)).scrollIntoView());
  event.preventDefault();
  return true;
}
