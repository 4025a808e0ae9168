import type { RichTextNode } from '../../shared/domain/summaries/summary.ts';

/** How long the text rests before it is saved, in milliseconds. */
export const restMs = 500;

/** The text on the screen. */
export interface KeptText {
  /** The text as it is now; `onDisk` is called once it is saved. */
  take(): { readonly content: RichTextNode; onDisk(): void };
  /** Another text is on disk now; `kept` where it stands in the way of what was typed. */
  arrive(content: RichTextNode, moveCaret: boolean): 'same' | 'taken' | 'kept';
}

/** What the keeper needs of the core and the window. */
export interface KeeperOptions {
  readonly text: KeptText;
  save(content: RichTextNode): Promise<void>;
  /** The text on disk. */
  read(): Promise<RichTextNode>;
  /** Takes this summary's latest change back, or brings it back; gives its label, null where there was none. */
  step(which: 'undo' | 'redo'): Promise<string | null>;
  /** A text from elsewhere was left out, because what was typed stands in its place. */
  leftOut(): void;
  /** Waits for a rest; gives what ends the waiting. */
  wait(run: () => void, ms: number): () => void;
}

/** How far the text is saved. */
export interface KeeperState {
  /** `clean`: nothing was changed yet. */
  readonly saved: 'clean' | 'saving' | 'saved';
  /** Why it is not saved, as a sentence. */
  readonly problem: string | null;
}

/** Keeps the text on the screen and the text on disk the same. Everything it does happens one after the other. */
export interface SummaryKeeper {
  get(): KeeperState;
  subscribe(listener: () => void): () => void;
  /** The analyst changed the text; it is saved after a rest. */
  typed(): void;
  /** Saves now what is not saved yet; false where that failed. */
  commit(): Promise<boolean>;
  /** The text on disk may be another now. */
  changedElsewhere(): Promise<void>;
  /** Saves what was typed, then takes the latest change back or brings it back, and gives its label. Fails with a sentence. */
  step(which: 'undo' | 'redo'): Promise<string | null>;
}

/** Makes the keeper of a text that is on disk as it is on the screen. */
export function createSummaryKeeper(options: KeeperOptions): SummaryKeeper {
  const { text } = options;
  const listeners = new Set<() => void>();
  let state: KeeperState = { saved: 'clean', problem: null };
  let edited = false;
  let stopWaiting: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();

  function set(patch: Partial<KeeperState>): void {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function save(): Promise<boolean> {
    stopWaiting();
    if (!edited) return true;
    edited = false;
    set({ saved: 'saving', problem: null });
    const { content, onDisk } = text.take();
    try {
      await options.save(content);
    } catch (error) {
      edited = true;
      set({ problem: error instanceof Error ? error.message : String(error) });
      return false;
    }
    onDisk();
    if (!edited) set({ saved: 'saved' });
    return true;
  }

  async function refresh(moveCaret: boolean): Promise<void> {
    if (text.arrive(await options.read(), moveCaret) === 'kept') options.leftOut();
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    typed() {
      edited = true;
      if (state.saved !== 'saving') set({ saved: 'saving' });
      stopWaiting();
      stopWaiting = options.wait(() => void inTurn(save), restMs);
    },
    commit: () => inTurn(save),
    changedElsewhere: () => inTurn(() => refresh(false)),
    step: (which) =>
      inTurn(async () => {
        if (!(await save())) return null;
        const label = await options.step(which);
        if (label !== null) await refresh(true);
        return label;
      }),
  };
}
