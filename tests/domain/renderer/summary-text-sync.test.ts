import { Schema, type Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextSync, type TextSync } from '../../../src/renderer/editor/text-sync.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*' },
    text: { group: 'inline' },
    mark: { group: 'inline', inline: true, atom: true, attrs: { id: { default: '' } } },
  },
});

function doc(...paragraphs: readonly string[]): Node {
  return schema.node(
    'doc',
    null,
    paragraphs.map((words) =>
      schema.node('paragraph', null, words === '' ? [] : [schema.text(words)]),
    ),
  );
}

function paragraphsOf(state: EditorState): string[] {
  return state.doc.children.map((paragraph) => paragraph.textContent);
}

/** An editor and what it knows of the disk. */
function start(stored: Node) {
  let state = EditorState.create({ doc: stored });
  const sync: TextSync = createTextSync(stored);
  return {
    sync,
    get state() {
      return state;
    },
    type(change: (transaction: Transaction) => Transaction) {
      const transaction = change(state.tr);
      state = state.apply(transaction);
      sync.typed(transaction.mapping as Mapping);
    },
    arrive(next: Node) {
      const arrival = sync.arrived(state, next);
      if (arrival.outcome === 'taken') state = state.apply(arrival.transaction);
      return arrival;
    },
  };
}

describe('a text that arrives', () => {
  test('is nothing new where it is what was stored', () => {
    const editor = start(doc('one', 'two'));
    expect(editor.arrive(doc('one', 'two'))).toEqual({ outcome: 'same' });
  });

  test('changes only what differs, so that the caret stays', () => {
    const editor = start(doc('one', 'two'));
    const arrival = editor.arrive(doc('one and more', 'two'));
    expect(arrival).toMatchObject({ outcome: 'taken', end: 13 });
    expect(paragraphsOf(editor.state)).toEqual(['one and more', 'two']);
  });

  test('is joined with what was typed meanwhile', () => {
    const editor = start(doc('one', 'two'));
    editor.type((transaction) => transaction.insertText(' here', 9));
    editor.arrive(doc('zero', 'one', 'two'));
    expect(paragraphsOf(editor.state)).toEqual(['zero', 'one', 'two here']);
    editor.arrive(doc('zero!', 'one', 'two'));
    expect(paragraphsOf(editor.state)).toEqual(['zero!', 'one', 'two here']);
  });

  test('is compared with what was sent once that is on disk', () => {
    const editor = start(doc('one'));
    editor.type((transaction) => transaction.insertText(' a', 4));
    const onDisk = editor.sync.sending(editor.state.doc);
    editor.type((transaction) => transaction.insertText('b', 6));
    onDisk();
    expect(editor.arrive(doc('one a'))).toEqual({ outcome: 'same' });
    editor.arrive(doc('so one a'));
    expect(paragraphsOf(editor.state)).toEqual(['so one ab']);
  });

  test('gives way where the analyst deleted what it changes', () => {
    const editor = start(doc('one', 'two', 'three'));
    editor.type((transaction) => transaction.delete(5, 10));
    expect(editor.arrive(doc('one', 'tWo', 'three')).outcome).toBe('kept');
    expect(paragraphsOf(editor.state)).toEqual(['one', 'three']);
    editor.arrive(doc('one', 'tWo', 'three', 'four'));
    expect(paragraphsOf(editor.state)).toEqual(['one', 'three', 'four']);
  });

  test('becomes the text on the screen, whatever both are, while nothing is typed', () => {
    const words = fc.array(fc.stringMatching(/^[ab ]{0,6}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 4 }), (first, later) => {
        const editor = start(doc(...first));
        for (const next of later) {
          editor.arrive(doc(...next));
          expect(paragraphsOf(editor.state)).toEqual(next);
        }
      }),
    );
  });

  test('never loses what was typed in a paragraph that it leaves alone', () => {
    const words = fc.array(fc.stringMatching(/^[ab]{1,6}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 3 }), (first, later) => {
        const last = 'the last one';
        const editor = start(doc(...first, last));
        const { size } = editor.state.doc.content;
        editor.type((transaction) => transaction.insertText('!', size - 1));
        for (const next of later) {
          editor.arrive(doc(...next, last));
          expect(paragraphsOf(editor.state)).toEqual([...next, `${last}!`]);
        }
      }),
    );
  });
});
