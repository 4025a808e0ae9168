/** What a group changes, until it ends. */
export interface RtfGroup {
  /** The destination its text goes to; `text` is the document itself, and `silent` nowhere. */
  readonly destination: string;
  readonly isIgnorable: boolean;
  readonly font: number;
  /** How many characters stand behind `\u` for programs that know no Unicode. */
  readonly fallback: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly style: number;
  readonly outline: number | null;
  readonly listLevel: number;
  readonly isInTable: boolean;
}

/** How characters are set until a word says otherwise. */
export const plain = { isBold: false, isItalic: false, isHidden: false, isDeleted: false };
/** What holds at the beginning of a document. */
export const firstGroup: RtfGroup = {
  ...plain,
  destination: 'text',
  isIgnorable: false,
  font: -1,
  fallback: 1,
  style: 0,
  outline: null,
  listLevel: 0,
  isInTable: false,
};
/** The group after a control word that says how characters or paragraphs are set; others change nothing. */
export function applyProperty(group: RtfGroup, word: string, param: number | undefined): RtfGroup {
  const isOn = param !== 0;
  switch (word) {
    case 'plain':
      return { ...group, ...plain, font: -1 };
    case 'pard':
      return { ...group, style: 0, outline: null, listLevel: 0, isInTable: false };
    case 'f':
      return { ...group, font: param ?? 0 };
    case 'uc':
      return { ...group, fallback: Math.max(0, Math.min(20, param ?? 1)) };
    case 'b':
      return { ...group, isBold: isOn };
    case 'i':
      return { ...group, isItalic: isOn };
    case 'v':
    case 'webhidden':
      return { ...group, isHidden: isOn };
    case 'deleted':
      return { ...group, isDeleted: isOn };
    case 's':
      return { ...group, style: param ?? 0 };
    case 'outlinelevel':
      return { ...group, outline: param !== undefined && param >= 0 && param <= 8 ? param : null };
    case 'ilvl':
      return { ...group, listLevel: Math.max(0, Math.min(8, param ?? 0)) };
    case 'intbl':
      return { ...group, isInTable: isOn };
    default:
      return group;
  }
}
