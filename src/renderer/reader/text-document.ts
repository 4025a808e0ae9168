import { Editor, Extension, Node, type JSONContent } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { goToEdge, showCaret, takeCaret } from './caret.ts';
import type { ReaderLine } from './lines.ts';
import { lineEnd, lineStart, type LineTable } from './positions.ts';

const TextDocument = Node.create({ name: 'doc', topNode: true, content: 'line+' });
const TextNode = Node.create({ name: 'text' });

/** One line of the source's text; its attributes only say how it looks. */
const Line = Node.create({
  name: 'line',
  content: 'text*',
  marks: '',
  whitespace: 'pre',
  addAttributes: () => ({
    index: { default: 0, rendered: false },
    look: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: '[data-line]' }],
  renderHTML: ({ node }) => {
    const look = node.attrs.look as ReaderLine;
    return [tagOf(look), lineAttributes(node.attrs.index as number, look, node.textContent), 0];
  },
});

/** A heading and a quotation are so for screen readers too, headings below those of the window. A list item would need a list around it, which a flat document has not: its marker and its indent say what it is. */
function tagOf(line: ReaderLine): string {
  if (line.kind === 'quotation' && !line.blank) return 'blockquote';
  if (line.kind !== 'heading' || line.blank) return 'div';
  return `h${Math.min(6, Math.max(3, (line.level ?? 2) + 1))}`;
}

/** What a list item begins with where the text has its number or its sign itself. */
const ownMarker = /^\s*(?:[•◦‣▪▫●○■□–—*+-]\s|\(?[\p{L}\p{N}]{1,4}[.)、])/u;

function lineAttributes(index: number, line: ReaderLine, text: string): Record<string, string> {
  const isUnmarked = line.kind === 'list-item' && line.opens && !ownMarker.test(text);
  return {
    'data-line': String(index),
    class: [
      'reader-line',
      ...(line.blank ? ['reader-line-blank'] : [`reader-line-${line.kind}`]),
      ...(line.opens ? ['reader-line-opens'] : []),
      ...(isUnmarked ? ['reader-line-bullet'] : []),
    ].join(' '),
    ...(line.level === null ? {} : { 'data-level': String(line.level) }),
    dir: line.direction,
  };
}

/** The text as the document's JSON. HTML would lose characters. */
function documentOf(text: string, table: LineTable, lines: readonly ReaderLine[]): JSONContent {
  return {
    type: 'doc',
    content: lines.map((look, index) => {
      const content = text.slice(lineStart(table, index), lineEnd(table, index));
      const node: JSONContent = { type: 'line', attrs: { index, look } };
      return content === '' ? node : { ...node, content: [{ type: 'text', text: content }] };
    }),
  };
}

const refusedEvents = ['beforeinput', 'keypress', 'cut', 'paste', 'dragstart', 'drop'] as const;

/** Keys that move the caret; every other key is none of the document's business. */
const caretKeys = /^(?:Arrow|Home$|End$|Page)/;

/** Refuses every change of the document, though its caret and its keyboard selection work. */
function readOnlyPlugin({
  selectedText,
  onCompositionEnd,
}: Pick<TextDocumentOptions, 'selectedText' | 'onCompositionEnd'>): Plugin {
  const refuse = (_: unknown, event: Event): boolean => {
    event.preventDefault();
    return true;
  };
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      handleDOMEvents: {
        ...Object.fromEntries(refusedEvents.map((name) => [name, refuse])),
        keydown(view, event) {
          if (goToEdge(view, event)) return true;
          const movesCaret = caretKeys.test(event.key) && !event.altKey;
          if (!movesCaret) takeCaret(view);
          return !movesCaret;
        },
        copy(_, event) {
          const text = selectedText();
          if (text === null) return false;
          event.clipboardData?.setData('text/plain', text);
          event.preventDefault();
          return true;
        },
        // The editor counts three slow presses as a triple click; the page counts right.
        mousedown: () => true,
        compositionend: () => {
          onCompositionEnd();
          return false;
        },
        focus(view) {
          // The page puts the caret at the start; the editor would correct that too late for the next key.
          queueMicrotask(() => showCaret(view));
          return false;
        },
      },
    },
  });
}

/** What the reader's document is made of. */
export interface TextDocumentOptions {
  readonly element: HTMLElement;
  readonly text: string;
  readonly table: LineTable;
  readonly lines: readonly ReaderLine[];
  /** What a screen reader calls it. */
  readonly label: string;
  /** A BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
  readonly plugins: readonly Plugin[];
  readonly onSelection: () => void;
  /** What is selected, as the source has it; null where nothing is. The page would add line feeds to it. */
  readonly selectedText: () => string | null;
  /** An input method wrote into the document; what it wrote must be taken out again. */
  readonly onCompositionEnd: () => void;
}

/** Shows a text in an editor that nothing can change. */
export function createTextDocument(options: TextDocumentOptions): Editor {
  const { element, text, table, lines, label, language, plugins } = options;
  const ReadOnly = Extension.create({
    name: 'readOnly',
    addProseMirrorPlugins: () => [readOnlyPlugin(options), ...plugins],
  });
  return new Editor({
    element,
    extensions: [TextDocument, TextNode, Line, ReadOnly],
    content: documentOf(text, table, lines),
    editable: true,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, delete: false, drop: false, paste: false },
    editorProps: {
      attributes: {
        class: 'reader-text',
        'data-reader': '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': label,
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        translate: 'no',
        ...(language === null ? {} : { lang: language }),
      },
    },
    onSelectionUpdate: options.onSelection,
  });
}
