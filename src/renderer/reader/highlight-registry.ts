/** The ranges that one reader has in the page's highlights. */
export interface OwnRanges {
  /** Puts these in place of the ranges that this reader had under a name. */
  set(name: string, priority: number, ranges: readonly AbstractRange[]): void;
  /** The names under which this reader has ranges. */
  names(): readonly string[];
  /** Takes all ranges of this reader out. */
  dispose(): void;
}

interface Entry {
  readonly highlight: Highlight;
  /** Whose ranges are in it, and which. */
  readonly rangesOf: Map<object, readonly AbstractRange[]>;
}

const entries = new Map<string, Entry>();

/** A name of a highlight counts for the whole page: readers that stand side by side share it, each with its own ranges. */
export function createOwnRanges(): OwnRanges {
  const owner = {};
  const named = new Set<string>();

  function entryOf(name: string, priority: number): Entry {
    const known = entries.get(name);
    if (known !== undefined) return known;
    const entry = { highlight: new Highlight(), rangesOf: new Map() };
    entry.highlight.priority = priority;
    entries.set(name, entry);
    return entry;
  }

  function takeOut({ highlight, rangesOf }: Entry): void {
    const own = rangesOf.get(owner) ?? [];
    rangesOf.delete(owner);
    if (rangesOf.size === 0) highlight.clear();
    else for (const range of own) highlight.delete(range);
  }

  function set(name: string, priority: number, ranges: readonly AbstractRange[]): void {
    const entry = entryOf(name, priority);
    if (ranges.length === 0) {
      takeOut(entry);
      named.delete(name);
      return;
    }
    // Ranges that stay are left alone: any that comes or goes makes the page look at all of them.
    const before = new Set(entry.rangesOf.get(owner));
    for (const range of ranges) if (!before.delete(range)) entry.highlight.add(range);
    for (const range of before) entry.highlight.delete(range);
    entry.rangesOf.set(owner, ranges);
    named.add(name);
    if (CSS.highlights.get(name) !== entry.highlight) CSS.highlights.set(name, entry.highlight);
  }

  return {
    set,
    names: () => [...named],
    dispose() {
      for (const name of named) {
        const entry = entries.get(name);
        if (entry === undefined) continue;
        takeOut(entry);
        if (entry.rangesOf.size > 0) continue;
        CSS.highlights.delete(name);
        entries.delete(name);
      }
      named.clear();
    },
  };
}
