import type { EditorView } from '@tiptap/pm/view';
import type { SourceBlock } from '../../shared/contract/sources.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import {
  foldedRunsIn,
  furnitureRuns,
  partsOfRun,
  runOfLine,
  visibleSpans,
  type FurnitureRun,
} from './furniture.ts';
import { showFurniture } from './furniture-decorations.ts';
import type { ReaderLine } from './lines.ts';
import { lineAt, type LineTable } from './positions.ts';
import type { TextGeometry } from './text-geometry.ts';

/** The page furniture of a text as it is folded on the screen. */
export interface FurnitureView {
  /** Takes over what the importer and the analysts say of each block now; the blocks themselves stay the same. */
  setBlocks(blocks: readonly SourceBlock[]): void;
  runs(): readonly FurnitureRun[];
  /** The run that holds an offset, or null. */
  runAt(offset: number): FurnitureRun | null;
  setExpanded(runs: readonly FurnitureRun[], expanded: boolean): void;
  /** What a person sees of a span: it may be cut by folded furniture. */
  visible(span: Span): readonly Span[];
  /** Unfolds what hides a part of a span. */
  uncover(span: Span): void;
}

/** Folds the furniture in an editor's view; `onChange` is told after each change of what is shown. */
export function createFurnitureView(
  view: EditorView,
  { text, table }: { readonly text: string; readonly table: LineTable },
  lines: readonly ReaderLine[],
  geometry: TextGeometry,
  actions: { readonly correct: (span: Span) => void; readonly onChange: () => void },
): FurnitureView {
  let blocks: readonly SourceBlock[] = [];
  let runs: readonly FurnitureRun[] = [];
  const expandedLines = new Set<number>();

  function show(): void {
    runs = furnitureRuns(table, lines, blocks, expandedLines);
    showFurniture(view, table, runs, {
      toggle: (run) => setExpanded([run], !run.expanded),
      correct(run) {
        // Should it become furniture again, it is folded like any other.
        forget(run);
        actions.correct(run.span);
      },
      correctPart(part, run) {
        // What is left of the run stays open.
        expandedLines.delete(part.line);
        const rest = partsOfRun(run, lines, blocks).filter(({ line }) => line !== part.line);
        for (const { line } of rest) expandedLines.add(line);
        actions.correct(part.span);
      },
      parts: (run) => partsOfRun(run, lines, blocks),
    });
    geometry.setShownLines(shownLines());
    actions.onChange();
  }

  function shownLines(): readonly number[] {
    const folded = new Set<number>();
    for (const run of runs) {
      if (run.expanded) continue;
      for (let line = run.firstLine; line <= run.lastLine; line += 1) folded.add(line);
    }
    return lines.flatMap((_, line) => (folded.has(line) ? [] : [line]));
  }

  function forget(run: FurnitureRun): void {
    for (let line = run.firstLine; line <= run.lastLine; line += 1) expandedLines.delete(line);
  }

  function setExpanded(changed: readonly FurnitureRun[], expanded: boolean): void {
    for (const run of changed) {
      if (expanded) expandedLines.add(run.firstLine);
      else forget(run);
    }
    show();
  }

  return {
    setBlocks(next) {
      if (next === blocks) return;
      blocks = next;
      show();
    },
    runs: () => runs,
    runAt: (offset) => runOfLine(runs, lineAt(table, offset)),
    setExpanded,
    visible: (span) => visibleSpans(text, foldedRunsIn(table, runs, span), span),
    uncover(span) {
      const folded = foldedRunsIn(table, runs, span);
      if (folded.length > 0) setExpanded(folded, true);
    },
  };
}
