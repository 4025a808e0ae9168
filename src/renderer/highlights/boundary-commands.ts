import { mergeSpans, type Span } from '../../shared/domain/highlights/span.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { announce, notify } from '../app/overlays.ts';
import { workspace } from '../app/workspace.ts';
import { activeReader } from '../reader/active-reader.ts';
import { partAt } from '../reader/moved-boundary.ts';
import { canChangeMark, canMark, chosenMark, selectedWords } from './marked-words.ts';
import { moveBoundary } from './move-boundary.ts';
import { moveMark } from './move-mark.ts';
import { toggleWholeWords } from './whole-words.ts';
import { withoutSpan } from './without-span.ts';

/** Makes the selection a part of the chosen mark. */
async function addWords(): Promise<void> {
  const words = selectedWords();
  const chosen = chosenMark();
  if (words === null || chosen === null) return;
  const spans = mergeSpans([...chosen.spans, ...words.spans]);
  workspace.set({ selection: null });
  await moveMark(words.content, chosen, spans);
  announce(partsOf(spans));
}

/** What is to be taken out of the chosen mark: the selection, else of several parts the one at the caret. */
function cutSpans(): readonly Span[] {
  const reader = activeReader();
  const chosen = chosenMark();
  if (reader === null || chosen === null) return [];
  const words = selectedWords();
  if (words !== null) return words.spans;
  const part = partAt(chosen.spans, reader.view.ends().head);
  return part === null ? [] : [part];
}

async function cutWords(): Promise<void> {
  const reader = activeReader();
  const chosen = chosenMark();
  if (reader === null || chosen === null) return;
  const spans = cutSpans().reduce(withoutSpan, chosen.spans);
  if (spans.length === 0) {
    notify('info', 'That is the whole mark. Remove it instead.');
    return;
  }
  workspace.set({ selection: null });
  await moveMark(reader.content, chosen, spans);
  announce(partsOf(spans));
}

function partsOf(spans: readonly Span[]): string {
  return spans.length === 1 ? 'The mark has one part' : `The mark has ${spans.length} parts`;
}

/** Boundary moves: the keys, in words, what moves, by how much, and in which direction. */
const boundaryMoves = [
  ['alt+ArrowRight', 'end', 'grapheme', 1],
  ['alt+ArrowLeft', 'end', 'grapheme', -1],
  ['alt+mod+ArrowRight', 'end', 'word', 1],
  ['alt+mod+ArrowLeft', 'end', 'word', -1],
  ['alt+mod+ArrowDown', 'end', 'sentence', 1],
  ['alt+mod+ArrowUp', 'end', 'sentence', -1],
  ['alt+shift+ArrowRight', 'start', 'grapheme', 1],
  ['alt+shift+ArrowLeft', 'start', 'grapheme', -1],
  ['alt+mod+shift+ArrowRight', 'start', 'word', 1],
  ['alt+mod+shift+ArrowLeft', 'start', 'word', -1],
  ['alt+mod+shift+ArrowDown', 'start', 'sentence', 1],
  ['alt+mod+shift+ArrowUp', 'start', 'sentence', -1],
] as const;

const unitNames = { grapheme: 'character', word: 'word', sentence: 'sentence' } as const;

/** What can be done with the boundaries and the parts of a mark. */
export const boundaryCommands: readonly Command[] = [
  {
    id: 'highlight.addSpan',
    name: 'Add the selected words to the mark',
    group: 'Mark',
    shortcuts: ['x'],
    scope: 'outside-fields',
    when: () => canMark() && chosenMark() !== null,
    run: addWords,
  },
  {
    id: 'highlight.cutSpan',
    name: 'Take the selected words, or this part, out of the mark',
    group: 'Mark',
    shortcuts: ['shift+x'],
    scope: 'outside-fields',
    when: () => canChangeMark() && cutSpans().length > 0,
    run: cutWords,
  },
  {
    id: 'marks.wholeWords',
    name: 'Mark whole words, or just what is selected',
    group: 'Mark',
    shortcuts: ['shift+b'],
    scope: 'outside-fields',
    when: canChangeProject,
    run: toggleWholeWords,
  },
  ...boundaryMoves.map(([shortcut, boundary, unit, step]): Command => {
    const name = unitNames[unit];
    const direction = step > 0 ? 'forward' : 'back';
    return {
      id: `mark.${boundary}.${name}.${direction}`,
      name: `Move the ${boundary} of the mark ${direction} by a ${name}`,
      group: 'Mark',
      shortcuts: [shortcut],
      scope: 'outside-fields',
      when: canChangeMark,
      run: () => moveBoundary(chosenMark(), boundary, unit, step),
    };
  }),
];
