import { NodeSelection, Selection, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { isUuid } from '../../shared/domain/ids.ts';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { draggedCitation } from './citation-drag.ts';
import { citationName, readTarget, targetOf } from './citation-node.ts';

/** What is done with the citations of a text. */
export interface CitationListener {
  /** A citation was clicked, or Enter was pressed on it. */
  open(target: CitationTarget): void;
  /** The pointer or the focus came to a citation; null when it left. */
  pointed(at: { readonly target: CitationTarget; readonly element: HTMLElement } | null): void;
}

/** The citation that is selected; null where there is none. */
export function chosenCitation(state: EditorState): NodeSelection | null {
  const { selection } = state;
  const isCitation =
    selection instanceof NodeSelection && selection.node.type.name === citationName;
  return isCitation ? selection : null;
}

function citationAt(event: Event): HTMLElement | null {
  const element = event.target instanceof Element ? event.target : null;
  return element?.closest<HTMLElement>('[data-citation]') ?? null;
}

/** Puts a citation between two positions; where no text can stand there, at the nearest place where it can. */
export function insertCitation(
  view: EditorView,
  from: number,
  to: number,
  target: CitationTarget,
): void {
  const { doc, schema, tr } = view.state;
  const type = schema.nodes[citationName];
  if (type === undefined) return;
  const inText = doc.resolve(from).parent.isTextblock;
  const start = inText ? from : Selection.near(doc.resolve(from)).from;
  tr.replaceWith(start, inText ? to : start, type.create({ ...target }));
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
  view.dispatch(tr.scrollIntoView());
}

/** How clicks, keys and drops on citations work. */
export function citationProps(listener: CitationListener): EditorProps {
  return {
    handleClickOn(_view, _pos, node, _nodePos, event) {
      const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (node.type.name !== citationName || !plain || event.button !== 0) return false;
      listener.open(targetOf(node));
      return true;
    },
    handleKeyDown(view, event) {
      const chosen = chosenCitation(view.state);
      if (chosen === null || event.key !== 'Enter' || event.isComposing) return false;
      listener.open(targetOf(chosen.node));
      return true;
    },
    // Typing beside a citation that the arrow keys came to must not replace it.
    handleTextInput(view, _from, to, text) {
      if (chosenCitation(view.state) === null) return false;
      view.dispatch(view.state.tr.insertText(text, to).scrollIntoView());
      return true;
    },
    handleDrop(view, event) {
      const target = draggedCitation(event.dataTransfer);
      if (target === null) return false;
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (view.editable && place !== null && isUuid(target.targetId)) {
        insertCitation(view, place.pos, place.pos, target);
        view.focus();
      }
      return true;
    },
    handleDOMEvents: {
      dragover(_view, event) {
        if (draggedCitation(event.dataTransfer) === null) return false;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
        return false;
      },
      keydown(view, event) {
        const element = view.editable || event.key !== 'Enter' ? null : citationAt(event);
        const target = element && readTarget(element);
        if (!target) return false;
        event.preventDefault();
        listener.open(target);
        return true;
      },
      mouseover: (_view, event) => point(event, listener),
      mouseout: (_view, event) => unpoint(event, event.relatedTarget, listener),
      focusin: (_view, event) => point(event, listener),
      focusout: (_view, event) => unpoint(event, event.relatedTarget, listener),
    },
  };
}

function point(event: Event, listener: CitationListener): boolean {
  const element = citationAt(event);
  const target = element && readTarget(element);
  if (element && target) listener.pointed({ target, element });
  return false;
}

function unpoint(event: Event, to: EventTarget | null, listener: CitationListener): boolean {
  const element = citationAt(event);
  const stays = to instanceof Element && element?.contains(to);
  if (element && !stays) listener.pointed(null);
  return false;
}
