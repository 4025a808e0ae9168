/** Inputs that are pressed or dragged, not typed in. */
const pressedInputs = ['button', 'checkbox', 'radio', 'range', 'color', 'file', 'reset', 'submit'];

function elementOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target : null;
}

/** Whether an element is in the reader, whose text takes a caret but no typing. */
export function isInReader(target: EventTarget | null): boolean {
  return elementOf(target)?.closest('[data-reader]') != null;
}

/** Whether keys pressed here are typed text. */
export function isTextField(target: EventTarget | null): boolean {
  const element = elementOf(target);
  if (element === null || isInReader(element)) return false;
  if (element instanceof HTMLInputElement) return !pressedInputs.includes(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Whether an element is in a dialog, a panel or a menu above the window, which has its own keys. */
export function isInDialog(target: EventTarget | null): boolean {
  return elementOf(target)?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') != null;
}

/** Whether Enter and the space bar press what has the focus. */
export function isPressable(target: EventTarget | null): boolean {
  const pressable = 'button, a[href], summary, [role="tab"], [role="option"], [role="listbox"]';
  return elementOf(target)?.closest(`${pressable}, [role="row"], [role="grid"]`) != null;
}
