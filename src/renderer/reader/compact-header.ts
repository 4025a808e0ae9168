/** How far a text is scrolled, in pixels, when its header becomes one line, and when it becomes whole again. */
const compactFrom = 120;
const wholeBelow = 8;

/**
 * Makes the header of a reader one line once its text is scrolled, and whole again at the top. The words stay where
 * they are on the screen: what the header gives or takes is scrolled by.
 */
export function compactHeader(reader: HTMLElement, scrolled: EventTarget): void {
  if (!(scrolled instanceof HTMLElement) || !scrolled.matches('.reader-scroller')) return;
  const isCompact = reader.dataset['compact'] !== undefined;
  const { scrollTop } = scrolled;
  if (isCompact ? scrollTop >= wholeBelow : scrollTop <= compactFrom) return;
  const before = scrolled.offsetTop;
  if (isCompact) delete reader.dataset['compact'];
  else reader.dataset['compact'] = '';
  scrolled.scrollTop = scrollTop + scrolled.offsetTop - before;
}
