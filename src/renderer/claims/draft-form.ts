/** How long a field rests before what was typed is saved. */
export const restMs = 500;

/** What a field that saves by itself needs to know of its value. */
export interface DraftRules<T> {
  readonly same: (a: T, b: T) => boolean;
  /** What is missing before the value can be saved, as a sentence; null where nothing is. */
  readonly missing: (value: T) => string | null;
  /** Saves and gives the value as it was stored. */
  readonly save: (value: T) => Promise<T>;
  /** What becomes of a value that moved on while `sent` was stored as `stored`. */
  readonly rebase: (current: T, sent: T, stored: T) => T;
  /** Waits for a rest; gives what ends the waiting. */
  readonly wait: (run: () => void, ms: number) => () => void;
}

/** A field as it is drawn. */
export interface DraftState<T> {
  readonly value: T;
  /** The value on disk, as far as is known. */
  readonly saved: T;
  /** Whether the analyst changed it since it was last saved. */
  readonly edited: boolean;
  readonly saving: boolean;
  readonly focused: boolean;
  /** Why it is not saved, as a sentence. */
  readonly problem: string | null;
}

/** A value that is edited in place: each rest, and each leaving, saves it as one change; nothing typed is lost. */
export interface Draft<T> {
  get(): DraftState<T>;
  subscribe(listener: () => void): () => void;
  change(value: T): void;
  /** Saves now what is not saved yet. */
  commit(): Promise<void>;
  /** Takes in what the core says; a field that is being edited keeps what was typed. */
  arrive(value: T): void;
  focus(): void;
  blur(): Promise<void>;
  /** Works by other rules from now on. */
  follow(rules: DraftRules<T>): void;
}

/** Makes a draft of a value; `kept` is what an earlier one of the same field could not save. */
export function createDraft<T>(
  saved: T,
  firstRules: DraftRules<T>,
  kept?: DraftState<T>,
): Draft<T> {
  let rules = firstRules;
  let state: DraftState<T> = kept
    ? { ...kept, saved, saving: false, focused: false }
    : { value: saved, saved, edited: false, saving: false, focused: false, problem: null };
  let stopWaiting: () => void = () => undefined;
  let underWay: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function set(patch: Partial<DraftState<T>>): void {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  }

  async function send(): Promise<void> {
    const sent = state.value;
    set({ saving: true, problem: null });
    try {
      const stored = await rules.save(sent);
      const moved = !rules.same(state.value, sent);
      const value = moved ? rules.rebase(state.value, sent, stored) : state.value;
      const settled = moved || state.focused ? value : stored;
      set({ value: settled, saved: stored, edited: moved, saving: false });
    } catch (error) {
      set({ saving: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }

  async function commit(): Promise<void> {
    stopWaiting();
    while (underWay !== null) await underWay;
    if (!state.edited) return;
    if (rules.same(state.value, state.saved)) {
      set({ edited: false, problem: null });
      return;
    }
    const missing = rules.missing(state.value);
    if (missing !== null) {
      set({ problem: missing });
      return;
    }
    underWay = send().finally(() => {
      underWay = null;
    });
    await underWay;
  }

  // Whoever is still typing is not told what is missing.
  function rest(): void {
    if (rules.missing(state.value) === null) void commit();
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(value) {
      set({ value, edited: true });
      stopWaiting();
      stopWaiting = rules.wait(rest, restMs);
    },
    commit,
    arrive(value) {
      if (rules.same(value, state.saved)) return;
      set(state.edited || state.saving ? { saved: value } : { saved: value, value });
    },
    focus: () => set({ focused: true }),
    async blur() {
      set({ focused: false });
      await commit();
      if (!state.edited && !state.focused) set({ value: state.saved });
    },
    follow(next) {
      rules = next;
    },
  };
}
