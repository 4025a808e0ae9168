import type { HighlightId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/highlights/span.ts';
import type { Extent } from './margin-bar.ts';
import { createMarginSide, type MarginListener } from './margin-side.ts';
import type { PaintedMark } from './mark-painter.ts';
import type { TextGeometry } from './text-geometry.ts';

/** A mark as it stands in the margin. */
export interface LanedMark extends PaintedMark {
  /** What stands on the bar: the initial of the mark's first tag, or a sign for none. */
  readonly symbol: string;
  /** Whose mark it is, or how many agree: the initial is empty where there is only one analyst, a number has no colour. Empty while not known. */
  readonly analysts: readonly { readonly initial: string; readonly colour: number | null }[];
  /** The sign of what the colleagues' verdicts come to; null where there is none. */
  readonly review: string | null;
  /** Its tag, its analysts and its verdicts in words. */
  readonly title: string;
}

/** Bars beside the text, one lane a mark, for the marks near what is seen: on the side where the text of a mark's block begins, those of a second layer on the other one. */
export interface MarginLanes {
  /** Reads where the bars must stand; the function it gives draws them. Nothing may be drawn between two readings, or the whole text is laid out again. */
  measure(marks: readonly LanedMark[]): () => void;
  /** Shows which mark is lifted out. */
  lift(id: HighlightId | null): void;
}

/** Draws into the gutters to the left and to the right of the text, whose tops are the top of the text. */
export function createMarginLanes(
  gutters: { readonly left: HTMLElement; readonly right: HTMLElement },
  geometry: TextGeometry,
  listener: MarginListener,
): MarginLanes {
  const left = createMarginSide(gutters.left, listener);
  const right = createMarginSide(gutters.right, listener);

  function extentOf(mark: LanedMark, origin: number): Extent | null {
    const parts = mark.spans.flatMap((span) => partOf(span, origin) ?? []);
    if (parts.length === 0) return null;
    const top = Math.min(...parts.map((part) => part.top));
    const bottom = Math.max(...parts.map((part) => part.bottom));
    return { mark, parts, top, bottom };
  }

  function partOf([start, end]: Span, origin: number) {
    const first = geometry.boxOf(start) ?? geometry.boxOf(end - 1);
    const last = geometry.boxOf(end - 1) ?? first;
    // Folded away with the furniture it stands in.
    if (first === null || last === null) return null;
    return { top: first.top - origin, bottom: last.bottom - origin };
  }

  return {
    measure(marks) {
      const origin = gutters.left.getBoundingClientRect().top;
      const widths = { left: left.width(), right: right.width() };
      const extents = marks.flatMap((mark) => extentOf(mark, origin) ?? []);
      // The second of two layers that are compared stands on the other side.
      const isRight = ({ mark }: Extent): boolean =>
        geometry.isRightToLeft(mark.spans[0]?.[0] ?? 0) !== mark.second;
      return () => {
        left.show(
          extents.filter((extent) => !isRight(extent)),
          widths.left,
        );
        right.show(extents.filter(isRight), widths.right);
      };
    },
    lift(id) {
      left.lift(id);
      right.lift(id);
    },
  };
}
