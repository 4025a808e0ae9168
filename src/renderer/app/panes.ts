import { saveSetting, settingNow, type Setting } from './settings.ts';
import { createStore } from './store.ts';

/** What the left pane shows. */
export type LeftTab = 'sources' | 'search' | 'activity';

/** The share of the window's width that each pane has, in percent, and which of them are folded away. */
export type PaneSizes = {
  readonly left: number;
  readonly right: number;
  readonly leftFolded: boolean;
  readonly rightFolded: boolean;
};

export const paneSetting: Setting<PaneSizes> = {
  key: 'panes',
  parse(stored) {
    const { left, right, leftFolded, rightFolded } = (stored ?? {}) as Partial<PaneSizes>;
    return {
      left: shareOr(left, 20),
      right: shareOr(right, 27),
      leftFolded: leftFolded === true,
      rightFolded: rightFolded === true,
    };
  },
};

function shareOr(share: unknown, otherwise: number): number {
  return typeof share === 'number' && share > 5 && share < 60 ? share : otherwise;
}

/** Which tab of the left pane is shown; and a wish to fold or unfold a pane, which the shell fulfils. */
export const panes = createStore<{
  readonly leftTab: LeftTab;
  readonly leftFolded: boolean;
  readonly rightFolded: boolean;
}>({ leftTab: 'sources', leftFolded: false, rightFolded: false });

/** Takes over what was kept, once, before the panes are drawn. */
export function restorePanes(): void {
  const { leftFolded, rightFolded } = settingNow(paneSetting);
  panes.set({ leftFolded, rightFolded });
}

/** Window widths in CSS pixels below which there is no room for a pane beside the text, as where all is shown at 200 %. */
const roomForRight = matchMedia('(width >= 780px)');
const roomForLeft = matchMedia('(width >= 640px)');

/** Folds panes away while the window is too narrow for them, without keeping that; gives a function that stops. */
export function followWidth(): () => void {
  function fit(): void {
    const { leftFolded, rightFolded } = settingNow(paneSetting);
    panes.set({
      leftFolded: leftFolded || !roomForLeft.matches,
      rightFolded: rightFolded || !roomForRight.matches,
    });
  }
  fit();
  const widths = [roomForLeft, roomForRight];
  for (const width of widths) width.addEventListener('change', fit);
  return () => {
    for (const width of widths) width.removeEventListener('change', fit);
  };
}

/** Folds a pane away or brings it back. */
export function setFolded(side: 'left' | 'right', folded: boolean): void {
  const held = document.getElementById(paneIds[side])?.contains(document.activeElement);
  // What is folded away cannot keep the focus.
  if (folded && held) focusPane('middle');
  panes.set(side === 'left' ? { leftFolded: folded } : { rightFolded: folded });
  const kept = settingNow(paneSetting);
  saveSetting(
    paneSetting,
    side === 'left' ? { ...kept, leftFolded: folded } : { ...kept, rightFolded: folded },
  );
}

/** Shows a tab of the left pane, unfolding it where needed. */
export function showLeftTab(leftTab: LeftTab): void {
  panes.set({ leftTab });
  if (panes.get().leftFolded) setFolded('left', false);
}

/** The three panes by their landmark, in the order in which F6 goes through them. */
export const paneIds = { left: 'pane-left', middle: 'pane-middle', right: 'pane-right' } as const;

/** Moves the focus to the next pane that is not folded, or the next of two readers: to what had it there last, or its first control. */
export function focusNextPane(step: 1 | -1): void {
  const stops = Object.values(paneIds).flatMap((id) => {
    const pane = document.getElementById(id);
    return pane && !pane.closest('[inert]') ? stopsIn(pane) : [];
  });
  const current = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops.at(current < 0 ? 0 : (current + step + stops.length) % stops.length);
  if (next) focusInside(next);
}

/** A pane with two readers has two places for the focus; what stands above them belongs to the first. */
function stopsIn(pane: HTMLElement): readonly HTMLElement[] {
  const readers = [...pane.querySelectorAll<HTMLElement>('[data-reader-pane]')];
  if (readers.length < 2) return [pane];
  const held = readers.some((reader) => reader.contains(document.activeElement));
  return held || !pane.contains(document.activeElement) ? readers : [pane, ...readers];
}

const meant = '[data-pane-focus], [data-reader], [contenteditable="true"]';
const lists = '[role="grid"], [role="listbox"], [role="tree"], table[tabindex]';
const controls =
  'button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** Moves the focus into a pane: to the list or text in it that is meant to have it, or its first control. */
function focusInside(pane: HTMLElement): void {
  const panel =
    activeReaderIn(pane) ?? pane.querySelector<HTMLElement>('[role="tabpanel"]') ?? pane;
  const wanted = [meant, lists, controls].flatMap(
    (selector) => panel.querySelector<HTMLElement>(selector) ?? [],
  );
  const next = wanted[0] ?? pane;
  // What is read stays where it is, though the caret may be elsewhere.
  next.focus({ preventScroll: next.matches('[data-reader]') });
}

/** Where two sources stand side by side: the reader that is active. */
function activeReaderIn(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector('[data-reader-pane][data-active]');
}

/** How many frames a pane is waited for while what it shows is read. */
const patienceFrames = 60;

/** Moves the focus into a pane as soon as what it shows now is there, unless it was moved elsewhere meanwhile. */
export function focusPane(pane: keyof typeof paneIds): void {
  const before = document.activeElement;
  let frames = 0;
  function attempt(): void {
    frames += 1;
    const active = document.activeElement;
    if (active !== before && active !== document.body) return;
    const element = document.getElementById(paneIds[pane]);
    const reader = element && activeReaderIn(element);
    const ready = reader
      ? reader.querySelector(meant)
      : element?.querySelector(`[role="tabpanel"] :is(${meant}, ${lists})`);
    if (element && (ready || frames > patienceFrames)) focusInside(element);
    else requestAnimationFrame(attempt);
  }
  requestAnimationFrame(attempt);
}
