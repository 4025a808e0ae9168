/**
 * Keeps keys from costing what the whole text costs. Measured with a million characters and marks painted over them:
 * without this a move of the caret takes 10 ms more to paint, and a key that changes anything on the page 8 ms more.
 *
 * The function it gives must be called when the text is taken out of the page: until then the page holds it.
 */
export function quietInput(root: HTMLElement): () => void {
  leaveClassesAlone(root.classList);
  return giveOwnInput(root);
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
 * What an input method writes goes here (https://www.w3.org/TR/edit-context/) and is never looked at. Otherwise the
 * page would put it into the text, and hand the input method the whole of the text after each change of the page.
 * Nothing may listen to it: Chromium keeps what is listened to, and with it the text, for as long as the window lives.
 */
function giveOwnInput(root: HTMLElement & { editContext?: object | null }): () => void {
  // TypeScript does not know it yet.
  const { EditContext } = window as { EditContext?: new () => object };
  if (EditContext === undefined) return () => undefined;
  root.editContext = new EditContext();
  return () => {
    root.editContext = null;
  };
}
