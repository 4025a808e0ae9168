import { focusPane, paneIds } from './panes.ts';

/**
 * Brings the focus back to the pane, list or dialog it was in when what had it is taken off the
 * page: a mark that was removed, a button that is not needed any more. Without this it would fall
 * to the page itself, and whoever works by key would begin at the top again.
 */
export function keepFocus(): void {
  /** What had the focus last and everything around it, nearest first; the place it had may be gone by now. */
  let around: readonly Element[] = [];
  let frame = 0;

  document.addEventListener('focusin', ({ target }) => {
    around = target instanceof Element ? withParents(target) : [];
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null || !document.hasFocus()) return;
    // What is taken off the page is told while it is still there. What is there afterwards was let go on purpose, as by a press beside everything.
    setTimeout(() => {
      const left = target instanceof Element && target.isConnected && isShown(target);
      if (left && around[0] === target && document.activeElement !== target) around = [];
    });
  });
  new MutationObserver(() => {
    if (frame !== 0 || !isLost()) return;
    // Whoever took it away may put the focus somewhere meanwhile, as a dialog does that closes.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (isLost()) bringBack();
      });
    });
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['hidden', 'inert'],
  });

  function isLost(): boolean {
    const [last] = around;
    const active = document.activeElement;
    if (last === undefined || (active !== null && active !== document.body)) return false;
    return !last.isConnected || !isShown(last);
  }

  function bringBack(): void {
    const kept = around.filter((each) => each.isConnected && isShown(each));
    around = [];
    const pane = Object.entries(paneIds).find(([, id]) => kept.some((each) => each.id === id));
    const nearby = kept
      .filter((each) => each instanceof HTMLElement)
      .find((each) => each.matches('[role="dialog"], [tabindex="-1"], [tabindex="0"]'));
    if (pane !== undefined) focusPane(pane[0] as keyof typeof paneIds);
    else if (nearby !== undefined) nearby.focus();
    else if (document.querySelector('[role="dialog"]') === null) focusPane('middle');
  }
}

function withParents(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) all.push(each);
  return all;
}

function isShown(element: Element): boolean {
  return element.closest('[inert], [hidden]') === null && element.checkVisibility();
}
