import { Editor, getSchema, type JSONContent } from '@tiptap/core';
import type { Node as TextNode, Schema } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';
import type { CitationTarget, RichTextNode } from '../../shared/domain/summaries/summary.ts';
import { createStore, type Store } from '../app/store.ts';
import {
  chosenCitation,
  citationProps,
  insertCitation,
  type CitationListener,
} from './citation-events.ts';
import { createCitationLabels, targetKey, type CitationLabel } from './citation-labels.ts';
import { targetOf, targetsIn } from './citation-node.ts';
import {
  citationSearchPlugin,
  closeSearch,
  searchIn,
  type CitationSearch,
} from './citation-suggestion.ts';
import { applyFormat, plainFormats, readFormats, type Format, type Formats } from './formats.ts';
import { plainHtml } from './pasted-html.ts';
import { editorKeys, type KeyListener } from './editor-keys.ts';
import { summaryExtensions } from './text-schema.ts';
import { createTextSync } from './text-sync.ts';

/** The text on the screen, for what is drawn around it. */
export interface SummaryEditorState {
  readonly formats: Formats;
  /** Every citation, in order, repeated ones each time; the same list while none comes, goes or moves. */
  readonly citations: readonly CitationTarget[];
  /** The citation that is selected. */
  readonly chosen: CitationTarget | null;
  readonly search: CitationSearch | null;
  readonly empty: boolean;
}

/** What the editor tells. */
export interface SummaryEditorListener extends CitationListener, KeyListener {
  /** The analyst changed the text. */
  typed(): void;
  /** The focus left the text. */
  left(): void;
}

/** Where the caret or the selection is, in positions of the document. */
export interface EditorPlace {
  readonly anchor: number;
  readonly head: number;
}

/** A summary's text in an editor. */
export interface SummaryEditor {
  readonly dom: HTMLElement;
  readonly state: Store<SummaryEditorState>;
  /** The text as it is now, also after the editor is gone; `onDisk` is called once it is saved. */
  take(): { readonly content: RichTextNode; onDisk(): void };
  /** Another text is on disk now; `kept` where it stands in the way of what was typed. An undo moves the caret there. */
  arrive(content: RichTextNode, moveCaret: boolean): 'same' | 'taken' | 'kept';
  /** Puts a text in as if it were typed. */
  replace(content: RichTextNode): void;
  /** Cites at the caret, in place of a search that is open. */
  cite(target: CitationTarget): void;
  /** Closes the search that is open; it does not come back by typing on. */
  closeSearch(): void;
  showLabels(byTarget: ReadonlyMap<string, CitationLabel>): void;
  format(format: Format): void;
  /** Names the text for screen readers by its title. */
  setTitle(title: string): void;
  place(): EditorPlace;
  /** Moves the caret to a place, as far as the text still has it. */
  goTo(place: EditorPlace): void;
  focus(): void;
  /** Where a position of the document is on the screen. */
  boxAt(position: number): DOMRect;
  /** The element of the citation that is selected. */
  chosenElement(): HTMLElement | null;
  destroy(): void;
}

/** Says that a stored text cannot be shown; it is left as it is. */
export const unreadableMessage =
  'This summary holds something that this version of Attest cannot show. Nothing was changed. Open it with the version that wrote it.';

function readText(schema: Schema, content: RichTextNode): TextNode {
  try {
    const doc = schema.nodeFromJSON(content);
    doc.check();
    return doc;
  } catch (error) {
    throw new Error(unreadableMessage, { cause: error });
  }
}

/** Shows a stored text in an element. Throws where it holds what the editor does not know. */
export function createSummaryEditor(
  element: HTMLElement,
  options: { readonly content: RichTextNode; readonly title: string; readonly editable: boolean },
  listener: SummaryEditorListener,
): SummaryEditor {
  const labels = createCitationLabels();
  const extensions = summaryExtensions(labels);
  readText(getSchema(extensions), options.content);
  const state = createStore<SummaryEditorState>({
    formats: plainFormats,
    citations: [],
    chosen: null,
    search: null,
    empty: true,
  });

  const editor = new Editor({
    element,
    extensions,
    content: options.content as JSONContent,
    editable: options.editable,
    injectCSS: false,
    // What is pasted stays as it was.
    enablePasteRules: false,
    editorProps: {
      ...citationProps(listener),
      transformPastedHTML: plainHtml,
      attributes: attributesFor(options.title, options.editable),
    },
    onTransaction: ({ transaction, appendedTransactions }) => {
      for (const each of [transaction, ...appendedTransactions]) note(each);
    },
    onBlur: listener.left,
  });
  const { view, schema } = editor;
  let doc = view.state.doc;
  const sync = createTextSync(doc);
  editor.registerPlugin(citationSearchPlugin(listener.searchKey), (own, others) => [
    own,
    ...others,
  ]);
  editor.registerPlugin(editorKeys(listener), (own, others) => [own, ...others]);
  show();

  function note(transaction: Transaction): void {
    if (transaction.docChanged) {
      doc = transaction.doc;
      if (transaction.getMeta('arrived') !== true) {
        sync.typed(transaction.mapping as Mapping);
        listener.typed();
      }
    }
    show();
  }

  function show(): void {
    const before = state.get();
    const chosen = chosenCitation(view.state);
    const search = searchIn(view.state);
    state.set({
      formats: readFormats(editor, before.formats),
      citations: sameTargets(before.citations, targetsIn(doc)),
      chosen: chosen === null ? null : sameTarget(before.chosen, targetOf(chosen.node)),
      search: sameSearch(before.search, search),
      empty: doc.childCount === 1 && doc.firstChild?.isTextblock === true && doc.content.size === 2,
    });
  }

  return {
    dom: view.dom,
    state,
    take() {
      const taken = doc;
      return { content: taken.toJSON() as RichTextNode, onDisk: sync.sending(taken) };
    },
    arrive(content, moveCaret) {
      if (editor.isDestroyed) return 'same';
      const arrival = sync.arrived(view.state, readText(schema, content));
      if (arrival.outcome !== 'taken') return arrival.outcome;
      const { transaction, end } = arrival;
      if (moveCaret) {
        transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
        transaction.scrollIntoView();
      }
      view.dispatch(transaction);
      return 'taken';
    },
    replace(content) {
      const next = readText(schema, content);
      view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, next.content));
    },
    cite(target) {
      const { from, to } = searchIn(view.state) ?? view.state.selection;
      insertCitation(view, from, to, target);
      view.focus();
    },
    closeSearch: () => view.dispatch(closeSearch(view.state.tr)),
    showLabels: (byTarget) => labels.set({ byTarget }),
    format: (format) => applyFormat(editor, format),
    setTitle: (title) => view.setProps({ attributes: attributesFor(title, options.editable) }),
    place() {
      const { anchor, head } = view.state.selection;
      return { anchor, head };
    },
    goTo({ anchor, head }) {
      const { size } = view.state.doc.content;
      const at = (position: number) => view.state.doc.resolve(Math.min(position, size));
      view.dispatch(
        view.state.tr.setSelection(TextSelection.between(at(anchor), at(head))).scrollIntoView(),
      );
    },
    focus: () => view.focus(),
    boxAt(position) {
      const { left, top, bottom } = view.coordsAtPos(position);
      return new DOMRect(left, top, 0, bottom - top);
    },
    chosenElement() {
      const chosen = chosenCitation(view.state);
      const node = chosen === null ? null : view.nodeDOM(chosen.from);
      return node instanceof HTMLElement ? node : null;
    },
    destroy: () => editor.destroy(),
  };
}

function attributesFor(title: string, editable: boolean): Record<string, string> {
  return {
    class: 'summary-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': `Text of “${title}”`,
    ...(editable ? {} : { 'aria-readonly': 'true' }),
    spellcheck: 'false',
    'data-pane-focus': '',
  };
}

function sameTarget(before: CitationTarget | null, now: CitationTarget): CitationTarget {
  return before !== null && targetKey(before) === targetKey(now) ? before : now;
}

function sameTargets(
  before: readonly CitationTarget[],
  now: readonly CitationTarget[],
): readonly CitationTarget[] {
  const same =
    before.length === now.length &&
    before.every((target, index) => {
      const other = now[index];
      return other !== undefined && targetKey(target) === targetKey(other);
    });
  return same ? before : now;
}

function sameSearch(
  before: CitationSearch | null,
  now: CitationSearch | null,
): CitationSearch | null {
  const same = before?.from === now?.from && before?.to === now?.to && before?.query === now?.query;
  return same ? before : now;
}
