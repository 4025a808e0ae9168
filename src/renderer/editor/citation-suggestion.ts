import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { findTrigger } from './citation-trigger.ts';

/** A search for something to cite that is being typed in the text. */
export interface CitationSearch {
  /** Positions in the document of the trigger and what was typed behind it. */
  readonly from: number;
  readonly to: number;
  readonly query: string;
}

interface SearchState {
  readonly search: CitationSearch | null;
  /** Where the analyst closed a search with Esc; it stays closed while the trigger stands there. */
  readonly closedAt: number | null;
}

const key = new PluginKey<SearchState>('citationSearch');
const nothing: SearchState = { search: null, closedAt: null };

/** The search that is open; null for none. */
export function searchIn(state: EditorState): CitationSearch | null {
  return key.getState(state)?.search ?? null;
}

/** Closes the search that is open; it does not come back by typing on. */
export function closeSearch(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'close');
}

function readSearch({ selection }: EditorState): CitationSearch | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const trigger = findTrigger(before);
  if (trigger === null) return null;
  return { from: $from.start() + trigger.start, to: $from.pos, query: trigger.query };
}

function nextState(transaction: Transaction, before: SearchState, state: EditorState): SearchState {
  const closedAt = before.closedAt === null ? null : transaction.mapping.map(before.closedAt, -1);
  if (transaction.getMeta(key) === 'close') {
    return { search: null, closedAt: before.search?.from ?? closedAt };
  }
  // Only typing opens a search; moving the caret behind an old @ does not.
  const typed = transaction.docChanged && transaction.getMeta('arrived') !== true;
  if (!typed && before.search === null)
    return closedAt === null ? nothing : { ...before, closedAt };
  const search = readSearch(state);
  if (search === null) return { search: null, closedAt: null };
  return search.from === closedAt ? { search: null, closedAt } : { search, closedAt: null };
}

/**
 * Follows the typing of `[[words` or `@words`. While a search is open, keys go to `onKey` first; it returns whether
 * it took the key.
 */
export function citationSearchPlugin(
  onKey: (event: KeyboardEvent) => boolean,
): Plugin<SearchState> {
  return new Plugin<SearchState>({
    key,
    state: {
      init: () => nothing,
      apply: (transaction, before, _, state) => nextState(transaction, before, state),
    },
    props: {
      handleKeyDown: (view, event) => {
        if (searchIn(view.state) === null || event.isComposing) return false;
        if (onKey(event)) return true;
        if (event.key !== 'Escape') return false;
        view.dispatch(closeSearch(view.state.tr));
        return true;
      },
    },
  });
}
