import type { Span } from '../../shared/domain/highlights/span.ts';
import type { InlineRange } from '../../shared/domain/sources/parsed-source.ts';
import type { Command } from '../app/commands/command.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import { api } from '../app/connect.ts';
import { announce, notifyError } from '../app/overlays.ts';
import { paneIds } from '../app/panes.ts';
import { queryClient, read } from '../app/queries.ts';
import { workspace } from '../app/workspace.ts';
import { activeReader, readerState } from './active-reader.ts';
import { linkAt } from './inline-ranges.ts';
import { extendSelection, growSelection, shrinkSelection } from './keyboard-selection.ts';
import { walkText } from './walk-text.ts';
import { endLift, liftNextMark } from './lifted-mark.ts';
import { listMarksAtCaret, openMarkAtCaret, stepToMark } from './walk-marks.ts';

/** Whether a source is on the screen. */
function isReading(): boolean {
  return workspace.get().view === 'reader' && activeReader() !== null;
}

/** Whether the keys go to the text itself, not to a button in it. */
function isInText(): boolean {
  return isReading() && document.activeElement === activeReader()?.view.root;
}

/** Opens or folds the furniture at the caret, otherwise all of it. */
function toggleFurniture(): void {
  const reader = activeReader();
  if (reader === null) return;
  const { furniture } = reader.view;
  const here = furniture.runAt(reader.view.ends().head);
  const all = furniture.runs();
  const expanded = here === null ? all.some((run) => !run.expanded) : !here.expanded;
  furniture.setExpanded(here === null ? all : [here], expanded);
  if (all.length === 0) announce('This source has no page furniture');
  else announce(expanded ? 'Page furniture shown' : 'Page furniture folded');
}

/** What a correction of furniture is about: the selection, else the run of furniture or the block at the caret. */
function correctedSpan(): Span | null {
  const reader = activeReader();
  if (reader === null) return null;
  const { content, view } = reader;
  const selected = view.selection();
  if (selected !== null) return selected;
  const { head } = view.ends();
  const run = view.furniture.runAt(head);
  if (run !== null) return run.span;
  const block = content.blocks.find(({ start, end }) => start <= head && head <= end);
  return block === undefined ? null : [block.start, block.end];
}

/** The address of the page that the words at the caret are a link to, or null. */
function linkAtCaret(): string | null {
  const reader = activeReader();
  if (reader === null) return null;
  const sourceId = reader.content.source.id;
  const ranges = queryClient.getQueryData<readonly InlineRange[]>(
    read('sources', 'inlineRanges', { sourceId }).queryKey,
  );
  const address = linkAt(ranges ?? [], reader.view.caret());
  return address !== null && /^https?:/i.test(address) ? address : null;
}

async function setFurniture(boilerplate: boolean): Promise<void> {
  const reader = activeReader();
  const span = correctedSpan();
  if (reader === null || span === null) return;
  await api.sources.setBoilerplate({
    sourceId: reader.content.source.id,
    span: [span[0], span[1]],
    boilerplate,
  });
  announce(boilerplate ? 'Folded as page furniture' : 'Shown as text');
}

/** Puts a lifted mark back, then closes the list of marks, then lets the selection go, then the chosen mark: one of them at a time. */
function clear(): void {
  const { selection, highlightId } = workspace.get();
  if (readerState.get().lifted !== null) endLift();
  else if (readerState.get().chooser !== null) readerState.set({ chooser: null });
  else if (selection !== null) workspace.set({ selection: null });
  else if (highlightId !== null) workspace.set({ highlightId: null });
}

function canClear(): boolean {
  const { selection, highlightId } = workspace.get();
  const { lifted, chooser } = readerState.get();
  // What is being said of a mark in the inspector must not go with the mark.
  return (
    isReading() && !isInInspector() && (lifted ?? chooser ?? selection ?? highlightId) !== null
  );
}

function isInInspector(): boolean {
  return document.activeElement?.closest(`#${paneIds.right}`) != null;
}

/** Ways of the caret beyond those of the page: id, name, by what, in which direction, with which keys, and where. */
const walks = [
  ['caret.nextSentence', 'Go to the next sentence', 'sentence', 1, ['.'], 'outside-fields'],
  [
    'caret.previousSentence',
    'Go to the previous sentence',
    'sentence',
    -1,
    [','],
    'outside-fields',
  ],
  ['caret.nextBlock', 'Go to the next block', 'block', 1, ['mod+ArrowDown', '}'], 'outside-fields'],
  [
    'caret.previousBlock',
    'Go to the previous block',
    'block',
    -1,
    ['mod+ArrowUp', '{'],
    'outside-fields',
  ],
] as const;

/** What can be done while reading. */
export const readerCommands: readonly Command[] = [
  {
    id: 'mark.next',
    name: 'Go to the next mark',
    group: 'Read',
    shortcuts: [']'],
    scope: 'outside-fields',
    when: isReading,
    run: () => stepToMark(1),
  },
  {
    id: 'mark.previous',
    name: 'Go to the previous mark',
    group: 'Read',
    shortcuts: ['['],
    scope: 'outside-fields',
    when: isReading,
    run: () => stepToMark(-1),
  },
  {
    id: 'mark.open',
    name: 'Open the mark at the caret',
    group: 'Read',
    shortcuts: ['enter'],
    scope: 'reader',
    when: isInText,
    run: openMarkAtCaret,
  },
  {
    id: 'mark.list',
    name: 'List the marks at the caret',
    group: 'Read',
    shortcuts: ['shift+enter'],
    scope: 'reader',
    when: isInText,
    run: listMarksAtCaret,
  },
  {
    id: 'mark.lift',
    name: 'Lift the next mark at the caret out',
    group: 'Read',
    shortcuts: ['e'],
    scope: 'outside-fields',
    when: isReading,
    run: liftNextMark,
  },
  {
    id: 'reader.clear',
    name: 'Let go of the selection, then of the mark',
    group: 'Read',
    shortcuts: ['escape'],
    scope: 'outside-fields',
    when: canClear,
    run: clear,
  },
  {
    id: 'reader.back',
    name: 'Go back to the text',
    group: 'Read',
    shortcuts: ['escape'],
    scope: 'everywhere',
    when: () => isReading() && isInInspector(),
    run: () => activeReader()?.view.focus(),
  },
  {
    id: 'select.grow',
    name: 'Select the word, the sentence, the block',
    group: 'Read',
    shortcuts: ['w'],
    scope: 'outside-fields',
    when: isReading,
    run: growSelection,
  },
  {
    id: 'select.shrink',
    name: 'Select less again',
    group: 'Read',
    shortcuts: ['shift+w'],
    scope: 'outside-fields',
    when: isReading,
    run: shrinkSelection,
  },
  {
    id: 'select.sentenceForward',
    name: 'Extend the selection by a sentence',
    group: 'Read',
    shortcuts: ['alt+shift+ArrowDown'],
    scope: 'reader',
    when: isInText,
    run: () => extendSelection('sentence', 1),
  },
  {
    id: 'select.sentenceBackward',
    name: 'Extend the selection back by a sentence',
    group: 'Read',
    shortcuts: ['alt+shift+ArrowUp'],
    scope: 'reader',
    when: isInText,
    run: () => extendSelection('sentence', -1),
  },
  {
    id: 'select.blockForward',
    name: 'Extend the selection by a block',
    group: 'Read',
    shortcuts: ['mod+shift+ArrowDown'],
    scope: 'reader',
    when: isInText,
    run: () => extendSelection('block', 1),
  },
  {
    id: 'select.blockBackward',
    name: 'Extend the selection back by a block',
    group: 'Read',
    shortcuts: ['mod+shift+ArrowUp'],
    scope: 'reader',
    when: isInText,
    run: () => extendSelection('block', -1),
  },
  ...walks.map(([id, name, unit, step, keys, scope]): Command => ({
    id,
    name,
    group: 'Read',
    shortcuts: keys,
    scope,
    when: isReading,
    run: () => walkText(unit, step),
  })),
  {
    id: 'link.open',
    name: 'Open the link at the caret in the browser…',
    group: 'Read',
    scope: 'outside-fields',
    when: () => linkAtCaret() !== null,
    run: () => {
      const url = linkAtCaret();
      if (url !== null) api.window.openLink({ url }).catch(notifyError);
    },
  },
  {
    id: 'furniture.toggle',
    name: 'Show or fold page furniture',
    group: 'Read',
    shortcuts: ['f'],
    scope: 'outside-fields',
    when: isReading,
    run: toggleFurniture,
  },
  {
    id: 'furniture.fold',
    name: 'Fold the selection as page furniture',
    group: 'Read',
    shortcuts: ['shift+f'],
    scope: 'outside-fields',
    when: () => isReading() && canChangeProject() && correctedSpan() !== null,
    run: () => setFurniture(true),
  },
  {
    id: 'furniture.text',
    name: 'Show the selection as text, not as page furniture',
    group: 'Read',
    scope: 'outside-fields',
    when: () => isReading() && canChangeProject() && correctedSpan() !== null,
    run: () => setFurniture(false),
  },
];
