import { snapToWords } from '../../shared/domain/highlights/boundaries.ts';
import { mergeSpans, type Span } from '../../shared/domain/highlights/span.ts';
import { announce } from '../app/overlays.ts';
import { saveSetting, settingNow, type Setting } from '../app/settings.ts';

/** Whether new marks, and boundaries that are dragged, take whole words. */
export const wholeWords: Setting<boolean> = {
  key: 'marks.wholeWords',
  parse: (stored) => stored === true,
};

/** Takes whole words from now on, or as many characters as are selected. */
export function toggleWholeWords(): void {
  const on = !settingNow(wholeWords);
  saveSetting(wholeWords, on);
  announce(on ? 'Marks take whole words' : 'Marks take what is selected');
}

/** The spans as a mark should have them: widened to whole words where that is wanted. */
export function markedSpans(text: string, spans: readonly Span[]): readonly Span[] {
  if (!settingNow(wholeWords)) return spans;
  return mergeSpans(spans.map((span) => snapToWords(text, span)));
}

/** Where a boundary comes to stand that was dragged to an offset, for the mark to have whole words where that is wanted. */
export function draggedOffset(text: string, boundary: 'start' | 'end', offset: number): number {
  if (!settingNow(wholeWords)) return offset;
  // The word before an end is the one that is dragged over; behind a start it is the one that begins there.
  const at: Span = boundary === 'start' ? [offset, text.length] : [0, offset];
  return snapToWords(text, at)[boundary === 'start' ? 0 : 1];
}
