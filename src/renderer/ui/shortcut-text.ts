const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');

const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  ctrl: isMac ? '⌃' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Del',
  backspace: 'Backspace',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page up',
  pagedown: 'Page down',
};

/** The keys of a shortcut such as `mod+shift+z` as they stand on the keyboard: `['Ctrl', 'Shift', 'Z']`. */
export function shortcutKeys(shortcut: string): readonly string[] {
  const parts = shortcut === '+' ? ['+'] : shortcut.split(/(?<=.)\+(?=.)/);
  return parts.map(
    (part) => names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part),
  );
}

/** A shortcut as one piece of text: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function shortcutText(shortcut: string): string {
  return shortcutKeys(shortcut).join(isMac ? '' : '+');
}
