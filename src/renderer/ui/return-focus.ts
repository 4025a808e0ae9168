import { useState } from 'react';

let lastOutside: HTMLElement | null = null;
let instead: (() => void) | null = null;

/** Says what moves the focus once the dialog that is open is closed, in place of what had it before. */
export function focusAfterDialog(focus: () => void): void {
  instead = focus;
}

/** Remembers what had the focus when a dialog opened and gives what brings it back; one dialog after another goes back to what was before the first. */
export function useReturnFocus(): (event: Event) => void {
  const [opener] = useState(() => {
    const active = document.activeElement;
    if (
      active instanceof HTMLElement &&
      // Between two dialogs nothing has the focus.
      active !== document.body &&
      active.closest('[role="dialog"], [role="menu"]') === null
    ) {
      lastOutside = active;
    }
    return lastOutside;
  });
  return (event) => {
    event.preventDefault();
    if (document.querySelector('[role="dialog"][data-state="open"]') !== null) return;
    const focus = instead;
    instead = null;
    if (focus !== null) return focus();
    const target = opener?.isConnected ? opener : document.querySelector<HTMLElement>('main');
    target?.focus({ preventScroll: true });
  };
}
