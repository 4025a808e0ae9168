const modifierOrder = ['mod', 'ctrl', 'alt', 'shift'] as const;
type Modifier = (typeof modifierOrder)[number];

const keyNames: Readonly<Record<string, string>> = {
  ' ': 'space',
  esc: 'escape',
  del: 'delete',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** The part of a keyboard event that decides which shortcut it is. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(name: string): boolean;
}

/** A shortcut in its one comparable form: modifiers in order, lower case, `mod+shift+z`. */
export function canonicalChord(shortcut: string): string {
  const parts = shortcut.toLowerCase().split(/(?<=.)\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  return chord(
    modifierOrder.filter((name) => held.has(name)),
    keyNames[key] ?? key,
  );
}

/**
 * The comparable forms that a key press may be meant as, the likeliest first. A sign that needs Shift or AltGr on
 * some keyboards (`?`, `[`) is found with and without them; a letter of another script is found by its place too.
 */
export function chordsOf(press: KeyPress, isMac: boolean): readonly string[] {
  const key = press.key.toLowerCase();
  if (['control', 'meta', 'alt', 'shift', 'altgraph', 'dead', 'process'].includes(key)) return [];
  const altGraph = press.getModifierState('AltGraph');
  const held = new Set<Modifier>();
  if (!altGraph) {
    if (isMac ? press.metaKey : press.ctrlKey) held.add('mod');
    if (isMac && press.ctrlKey) held.add('ctrl');
    if (press.altKey) held.add('alt');
    // The Windows or Super key belongs to the system.
    if (!isMac && press.metaKey) return [];
  }
  if (press.shiftKey) held.add('shift');
  const name = keyNames[key] ?? key;
  const found = [chord(ordered(held), name)];
  const isSign = [...name].length === 1 && name.toLowerCase() === name.toUpperCase();
  if (isSign && held.has('shift')) found.push(chord(ordered(without(held, 'shift')), name));
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(press.code);
  const placed = (place?.[1] ?? place?.[2] ?? '').toLowerCase();
  const isForeign = [...name].length === 1 && (name.codePointAt(0) ?? 0) > 127;
  if (placed !== '' && (isForeign || (isMac && held.has('alt')))) {
    found.push(chord(ordered(held), placed));
  }
  return found;
}

function ordered(held: ReadonlySet<Modifier>): readonly Modifier[] {
  return modifierOrder.filter((name) => held.has(name));
}

function without(held: ReadonlySet<Modifier>, name: Modifier): ReadonlySet<Modifier> {
  return new Set([...held].filter((each) => each !== name));
}

function chord(modifiers: readonly Modifier[], key: string): string {
  return [...modifiers, key].join('+');
}
