import { Slice, type Node as TextNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Mapping, replaceStep, type Step } from '@tiptap/pm/transform';

/** What became of a text that arrived. */
export type Arrival =
  /** It was what is known already. */
  | { readonly outcome: 'same' }
  /** It is taken in by the transaction, around what was typed meanwhile. */
  | { readonly outcome: 'taken'; readonly transaction: Transaction; readonly end: number }
  /** It stands where the analyst was typing: what was typed stays. */
  | { readonly outcome: 'kept' };

/** Keeps track of how the text on the screen came from the text on disk. */
export interface TextSync {
  /** The analyst changed the text. */
  typed(mapping: Mapping): void;
  /** The present text is being saved; call what it gives once it is on disk. */
  sending(doc: TextNode): () => void;
  /** Another text is on disk now. Nothing may be on its way there. */
  arrived(state: EditorState, doc: TextNode): Arrival;
}

/** Starts with a text as it is on disk. */
export function createTextSync(stored: TextNode): TextSync {
  let base = stored;
  /** From positions in the stored text to positions in the text on the screen. */
  let since = new Mapping();

  return {
    typed: (mapping) => since.appendMapping(mapping),
    sending(doc) {
      const known = since.maps.length;
      return () => {
        base = doc;
        since = new Mapping(since.maps.slice(known));
      };
    },
    arrived(state, doc) {
      const step = stepBetween(base, doc);
      if (step === null) return { outcome: 'same' };
      const mapped = step.map(since);
      base = doc;
      if (mapped === null) {
        since = around(step, since, null);
        return { outcome: 'kept' };
      }
      const transaction = state.tr;
      if (transaction.maybeStep(mapped).failed !== null) {
        since = around(step, since, null);
        return { outcome: 'kept' };
      }
      since = around(step, since, mapped);
      transaction.setMeta('arrived', true).setMeta('addToHistory', false);
      return { outcome: 'taken', transaction, end: endOf(mapped, transaction) };
    },
  };
}

/** The least step from one text to another; null where they are equal. */
function stepBetween(before: TextNode, after: TextNode): Step | null {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || ends === null) return null;
  // Where something repeats itself, the two searches may have met: move the end behind the start again.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const slice = after.slice(start, ends.b + overlap);
  const step = replaceStep(before, start, ends.a + overlap, slice);
  if (step?.apply(before).doc?.eq(after)) return step;
  return replaceStep(before, 0, before.content.size, new Slice(after.content, 0, 0));
}

/** The way from the text that arrived, back over its step, along what was typed, and over the step again. */
function around(step: Step, since: Mapping, mapped: Step | null): Mapping {
  const mapping = new Mapping();
  if (mapped !== null && since.maps.length === 0) return mapping;
  mapping.appendMap(step.getMap().invert());
  mapping.appendMapping(since);
  // The two mirror each other, so that places inside of what arrived find themselves again.
  if (mapped !== null) mapping.appendMap(mapped.getMap(), 0);
  return mapping;
}

function endOf(step: Step, transaction: Transaction): number {
  let end = 0;
  step.getMap().forEach((_from, _to, _newFrom, newTo) => {
    end = Math.max(end, newTo);
  });
  return Math.min(end, transaction.doc.content.size);
}
