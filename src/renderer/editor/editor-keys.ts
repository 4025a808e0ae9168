import { Plugin } from '@tiptap/pm/state';

/** Keys of a text that are not the editor's own business. */
export interface KeyListener {
  undo(): void;
  redo(): void;
  /** A key pressed while a search for something to cite is open; returns whether it was taken. */
  searchKey(event: KeyboardEvent): boolean;
}

const isMac = navigator.userAgent.includes('Mac');

/** Undo and redo by their usual keys, wherever they are asked for: the change log has them, not the editor. */
export function editorKeys({ undo, redo }: KeyListener): Plugin {
  const answer = (run: () => void) => (_view: unknown, event: Event) => {
    event.preventDefault();
    run();
    return true;
  };
  return new Plugin({
    props: {
      handleKeyDown(_view, event) {
        const wanted = historyKey(event);
        if (wanted === 'undo') undo();
        if (wanted === 'redo') redo();
        return wanted !== null;
      },
      handleDOMEvents: {
        // The window's commands have these keys, where an analyst can change them.
        keydown: (_view, event) => isFormatKey(event),
        beforeinput(_view, event) {
          const { inputType } = event;
          if (inputType === 'historyUndo') undo();
          else if (inputType === 'historyRedo') redo();
          else if (!inputType.startsWith('format')) return false;
          event.preventDefault();
          return true;
        },
        'attest-undo': answer(undo),
        'attest-redo': answer(redo),
      },
    },
  });
}

function isMod(event: KeyboardEvent): boolean {
  return (isMac ? event.metaKey : event.ctrlKey) && !event.getModifierState('AltGraph');
}

function isFormatKey(event: KeyboardEvent): boolean {
  return isMod(event) && (/^[bi]$/.test(letterOf(event)) || event.code.startsWith('Digit'));
}

/** The letter of a key; a key of another script counts by its place. */
function letterOf({ key, code }: KeyboardEvent): string {
  return (/^[a-z]$/i.test(key) ? key : code.replace(/^Key/, '')).toLowerCase();
}

function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!isMod(event) || event.altKey) return null;
  switch (letterOf(event)) {
    case 'z':
      return event.shiftKey ? 'redo' : 'undo';
    case 'y':
      return event.shiftKey ? null : 'redo';
    default:
      return null;
  }
}
