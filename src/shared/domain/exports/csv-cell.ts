/** A cell of a CSV file, and whether it was changed so that no spreadsheet runs it. */
export interface GuardedCell {
  readonly text: string;
  readonly guarded: boolean;
}

/**
 * Puts `'` before a cell that a spreadsheet could run as a formula: one that begins with `=`, `+`, `-`,
 * `@`, tab or carriage return, also after white space of any kind (line breaks too). Full-width signs
 * (`＝`) are left alone: spreadsheets show them as text, and the quotes of East Asian sources begin with
 * them. What a guard changed is undone by taking off one leading `'`, where the export says it guarded.
 */
export function guardCell(text: string): GuardedCell {
  return runnable.test(text) ? { text: `'${text}`, guarded: true } : { text, guarded: false };
}

// `\s` holds U+FEFF too, which some spreadsheets drop before they look.
const runnable = /^\s*[=+\-@\t\r]/;
