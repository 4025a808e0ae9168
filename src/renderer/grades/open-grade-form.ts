/** Opens the form of the grade field inside an element, or goes to it where it is open. */
export function openGradeForm(frame: HTMLElement | null): void {
  frame?.scrollIntoView({ block: 'center' });
  const button = frame?.querySelector<HTMLElement>('[data-grade="open"]');
  if (button) button.click();
  else frame?.querySelector('select')?.focus();
}
