import { createQuoteFinder, type QuoteFinder } from '../../shared/domain/highlights/find-quote.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ReadDb } from '../database/types.ts';
import { sourcesLabelled, textOfContent } from './markup-store.ts';

/** A source's text, and what finds quotes in it. */
export interface OpenText {
  readonly text: string;
  readonly find: QuoteFinder;
}

/** Finds the sources that a file names, and holds the texts that were used last. */
export interface SourceRegistry {
  /** The source of a label, or a clause that says why there is none. */
  resolve(label: string): Source | string;
  byId(id: string): Source | null;
  open(source: Source): OpenText;
}

/** So many UTF-16 code units of text are held at most, and at least the one text in use. */
const heldUnits = 32_000_000;
const mostLabels = 20_000;

/** Makes the registry for one import. */
export function sourceRegistry(db: ReadDb): SourceRegistry {
  const byLabel = new Map<string, Source | string>();
  const texts = new Map<string, OpenText>();
  let held = 0;

  return {
    resolve(label) {
      const known = byLabel.get(label);
      if (known !== undefined) return known;
      if (byLabel.size >= mostLabels) byLabel.clear();
      const found = named(sourcesLabelled(db, label), label);
      byLabel.set(label, found);
      return found;
    },
    byId: (id) => recordStores.source.get(db, id),
    open(source) {
      const known = texts.get(source.contentId);
      if (known !== undefined) {
        // The one used last goes last: what is first was not used for longest.
        texts.delete(source.contentId);
        texts.set(source.contentId, known);
        return known;
      }
      const text = textOfContent(db, source.contentId);
      const opened = { text, find: createQuoteFinder(text) };
      texts.set(source.contentId, opened);
      held += text.length;
      for (const [id, old] of texts) {
        if (held <= heldUnits || texts.size === 1) break;
        texts.delete(id);
        held -= old.text.length;
      }
      return opened;
    },
  };
}

function named(found: readonly Source[], label: string): Source | string {
  const [source, ...others] = found;
  if (source === undefined) return `the project has no source “${label.slice(0, 200)}”`;
  if (others.length > 0) {
    return `${found.length} sources of the project are “${label.slice(0, 200)}”`;
  }
  return source;
}
