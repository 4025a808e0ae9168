import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  describeReasons,
  describeRun,
  type FurniturePart,
  type FurnitureRun,
} from './furniture.ts';
import { lineStart, type LineTable } from './positions.ts';

/** What the handle of a run can do. */
export interface FurnitureActions {
  toggle(run: FurnitureRun): void;
  /** Says that the run is text after all. */
  correct(run: FurnitureRun): void;
  /** Says that one block of it is. */
  correctPart(part: FurniturePart, run: FurnitureRun): void;
  /** The blocks of a run, with why each was folded. */
  parts(run: FurnitureRun): readonly FurniturePart[];
}

const key = new PluginKey<DecorationSet>('furniture');

/**
 * Folds furniture: a class on the element of each line of it, a handle before each run. No decoration touches the
 * inside of a line, so that no text node is drawn anew and every range in them stays good.
 */
export function furniturePlugin(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, current) =>
        (transaction.getMeta(key) as DecorationSet | undefined) ?? current,
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Shows these runs in place of those before. */
export function showFurniture(
  view: EditorView,
  table: LineTable,
  runs: readonly FurnitureRun[],
  actions: FurnitureActions,
): void {
  const { doc } = view.state;
  const decorations = runs.flatMap((run) => [
    handleOf(table, run, actions),
    ...(run.expanded ? partHandles(table, run, actions) : []),
    ...lineDecorations(doc, table, run),
  ]);
  view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(doc, decorations)));
}

/** The position of a line's node. */
function nodePosition(table: LineTable, line: number): number {
  return lineStart(table, line) + line;
}

function lineDecorations(doc: Node, table: LineTable, run: FurnitureRun): Decoration[] {
  const name = run.expanded ? 'reader-furniture' : 'reader-furniture reader-folded';
  const decorations: Decoration[] = [];
  for (let line = run.firstLine; line <= run.lastLine; line += 1) {
    const position = nodePosition(table, line);
    const size = doc.child(line).nodeSize;
    decorations.push(Decoration.node(position, position + size, { class: name }));
  }
  return decorations;
}

function handleOf(table: LineTable, run: FurnitureRun, actions: FurnitureActions): Decoration {
  return Decoration.widget(nodePosition(table, run.firstLine), () => drawHandle(run, actions), {
    side: -1,
    key: `${run.firstLine}-${run.lastLine}-${run.lines}-${run.expanded}`,
    ignoreSelection: true,
    stopEvent: () => true,
  });
}

/** A button before each block of a run that is shown: it says why the block was folded, and brings it back. */
function partHandles(table: LineTable, run: FurnitureRun, actions: FurnitureActions): Decoration[] {
  const parts = actions.parts(run);
  if (parts.length < 2) return [];
  return parts.map((part) =>
    Decoration.widget(
      nodePosition(table, part.line),
      () => {
        const handle = document.createElement('div');
        handle.className = 'reader-furniture-part';
        handle.contentEditable = 'false';
        const button = drawButton('Bring back', () => actions.correctPart(part, run));
        button.title = part.reason;
        button.setAttribute('aria-description', part.reason);
        handle.append(button);
        return handle;
      },
      {
        side: -1,
        key: `part-${part.span[0]}-${part.span[1]}`,
        ignoreSelection: true,
        stopEvent: () => true,
      },
    ),
  );
}

function drawHandle(run: FurnitureRun, actions: FurnitureActions): HTMLElement {
  const handle = document.createElement('div');
  handle.className = 'reader-furniture-handle';
  handle.contentEditable = 'false';
  const words = describeRun(run);
  const toggle = drawButton(run.expanded ? `${words} · hide` : `${words} · show`, () =>
    actions.toggle(run),
  );
  toggle.setAttribute('aria-expanded', String(run.expanded));
  const reasons = describeReasons(actions.parts(run));
  toggle.title = reasons;
  handle.append(toggle);
  if (run.expanded) {
    handle.append(drawButton('This is text', () => actions.correct(run)));
    const why = document.createElement('span');
    why.className = 'reader-furniture-reasons';
    why.textContent = reasons;
    handle.append(why);
  }
  return handle;
}

function drawButton(name: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', onClick);
  return button;
}
