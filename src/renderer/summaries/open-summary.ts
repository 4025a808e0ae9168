import { AttestError } from '../../shared/contract/errors.ts';
import type { SummaryId } from '../../shared/domain/ids.ts';
import type { RichTextNode, Summary } from '../../shared/domain/summaries/summary.ts';
import { api, onEvent } from '../app/connect.ts';
import { announce, notify, notifyError } from '../app/overlays.ts';
import { queryClient, read } from '../app/queries.ts';
import { createStore } from '../app/store.ts';
import type { CitationListener } from '../editor/citation-events.ts';
import { targetKey } from '../editor/citation-labels.ts';
import {
  createSummaryEditor,
  type EditorPlace,
  type SummaryEditor,
} from '../editor/summary-editor.ts';
import { openCitation } from './open-citation.ts';
import type { ShownCitations } from './summary-form.ts';
import { createSummaryKeeper, type SummaryKeeper } from './summary-keeper.ts';

/** The summary on the screen. */
export interface OpenSummary {
  readonly id: SummaryId;
  readonly editor: SummaryEditor;
  readonly keeper: SummaryKeeper;
  /** The summary was renamed. */
  setTitle(title: string): void;
  /** Takes over what the citations show. */
  showCitations(shown: ShownCitations): void;
  /** Who gets the keys while a search for something to cite is open. */
  setSearchKey(take: (event: KeyboardEvent) => boolean): void;
  /** Saves what is not saved yet and takes the text off the screen. */
  close(): void;
}

/** The summary whose text is on the screen, for commands; null while there is none, or why there is none. */
export const openSummary = createStore<{
  readonly open: OpenSummary | null;
  readonly problem: string | null;
}>({ open: null, problem: null });

/** Texts that could not be saved when they left the screen; they come back with their summary. */
const unsaved = new Map<SummaryId, RichTextNode>();

/** Where the caret was in each summary that was open since the start. */
const places = new Map<SummaryId, EditorPlace>();

function wait(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Saves what was typed in the summary on the screen; false where that failed. */
export async function commitSummary(): Promise<boolean> {
  return (await openSummary.get().open?.keeper.commit()) ?? true;
}

window.addEventListener('pagehide', () => void commitSummary());
window.addEventListener('blur', () => void commitSummary());

/** Brings a summary's text to the screen and keeps it on disk; gives what takes it away. A text that cannot be shown stays on disk as it is. */
export function showSummary(
  element: HTMLElement,
  summary: Summary,
  editable: boolean,
  pointed: CitationListener['pointed'],
): () => void {
  try {
    const open = connect(element, summary, editable, pointed);
    openSummary.set({ open, problem: null });
    return () => open.close();
  } catch (error) {
    openSummary.set({
      open: null,
      problem: error instanceof Error ? error.message : String(error),
    });
    return () => openSummary.set({ problem: null });
  }
}

function connect(
  element: HTMLElement,
  summary: Summary,
  editable: boolean,
  pointed: CitationListener['pointed'],
): OpenSummary {
  const { id } = summary;
  let { title } = summary;
  let cards: ShownCitations['cards'] = new Map();
  let takeSearchKey = (_event: KeyboardEvent): boolean => false;
  const editor = createSummaryEditor(
    element,
    { content: summary.content, title, editable },
    {
      pointed,
      open: (target) => openCitation(target, cards.get(targetKey(target))),
      typed: () => keeper.typed(),
      left: () => void keeper.commit(),
      undo: () => void step(keeper, 'undo'),
      redo: () => void step(keeper, 'redo'),
      searchKey: (event) => takeSearchKey(event),
    },
  );
  const keeper = createSummaryKeeper({
    text: { take: editor.take, arrive: editor.arrive },
    save: async (content) => {
      await api.summaries.save({ summaryId: id, content });
    },
    read: async () =>
      (await queryClient.fetchQuery(read('summaries', 'get', { summaryId: id }))).content,
    step: async (which) => (await api.history[which]({ summaryId: id })).label,
    leftOut: () =>
      notify(
        'info',
        'This summary was changed elsewhere where you were writing. Your words stay; the others are in the activity list.',
      ),
    wait,
  });
  const stopListening = onEvent((event) => {
    if (event.type === 'resumed') void keeper.commit().then(follow);
    if (event.type !== 'changed' || !event.kinds.includes('summary')) return;
    if (event.ids.length === 0 || event.ids.includes(id)) follow();
  });
  function follow(): void {
    keeper.changedElsewhere().catch((error: unknown) => {
      // The list of summaries shows that it is gone.
      if (!(error instanceof AttestError && error.code === 'not-found')) notifyError(error);
    });
  }

  const left = unsaved.get(id);
  unsaved.delete(id);
  if (left !== undefined) editor.replace(left);
  const place = places.get(id);
  if (place !== undefined) editor.goTo(place);
  // Coming back by a key, one writes on.
  if (editable && document.activeElement === document.body) editor.focus();

  const open: OpenSummary = {
    id,
    editor,
    keeper,
    setTitle(next) {
      title = next;
      editor.setTitle(next);
    },
    showCitations(shown) {
      cards = shown.cards;
      editor.showLabels(shown.labels);
    },
    setSearchKey: (take) => {
      takeSearchKey = take;
    },
    close() {
      stopListening();
      places.set(id, editor.place());
      editor.destroy();
      if (openSummary.get().open === open) openSummary.set({ open: null });
      void keeper.commit().then((done) => {
        if (!done) keepUnsaved(id, title, editor, keeper);
      });
    },
  };
  return open;
}

function keepUnsaved(
  id: SummaryId,
  title: string,
  editor: SummaryEditor,
  keeper: SummaryKeeper,
): void {
  if (openSummary.get().open?.id === id) return;
  unsaved.set(id, editor.take().content);
  notify(
    'error',
    `The summary “${title}” is not saved: ${keeper.get().problem ?? ''} What you wrote comes back when you return to it.`,
  );
}

async function step(keeper: SummaryKeeper, which: 'undo' | 'redo'): Promise<void> {
  try {
    const label = await keeper.step(which);
    if (label !== null) announce(which === 'undo' ? 'Undone' : 'Redone');
    else if (keeper.get().problem === null) {
      announce(`Nothing is left to ${which} in this summary.`);
    }
  } catch (error) {
    notifyError(error);
  }
}
