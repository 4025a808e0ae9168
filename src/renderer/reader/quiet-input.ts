/** The part of the page's EditContext that is used here; TypeScript does not know it yet. */
interface TextInput extends EventTarget {
  readonly text: string;
  updateText(start: number, end: number, text: string): void;
}

/**
 * Keeps keys from costing what the whole text costs. Measured with a million characters and marks painted over them:
 * without this a move of the caret takes 10 ms more to paint, and a key that changes anything on the page 8 ms more.
 */
export function quietInput(root: HTMLElement): void {
  leaveClassesAlone(root.classList);
  giveOwnInput(root);
}

/**
 * The editor takes a class off at each move of the caret that is not there. Even so the page counts as changed, and
 * every range of every highlight is looked at and drawn anew.
 */
function leaveClassesAlone(classes: DOMTokenList): void {
  const remove = classes.remove.bind(classes);
  classes.remove = (...names) => {
    const there = names.filter((name) => classes.contains(name));
    if (there.length > 0) remove(...there);
  };
}

/**
 * What an input method writes goes here (https://www.w3.org/TR/edit-context/) and is thrown away. Otherwise the page
 * would put it into the text, and hand the input method the whole of the text after each change of the page.
 */
function giveOwnInput(root: HTMLElement & { editContext?: TextInput | null }): void {
  const { EditContext } = window as { EditContext?: new () => TextInput };
  if (EditContext === undefined) return;
  const input = new EditContext();
  input.addEventListener('textupdate', () => input.updateText(0, input.text.length, ''));
  root.editContext = input;
}
