/** One level of a numbered list: how its number is written, and the text around it. */
export interface ListLevel {
  readonly start: number;
  /** The way of writing numbers, by its name in OOXML (`decimal`, `lowerRoman`, `bullet`). */
  readonly format: string;
  /** The label, with `%1` … `%9` for the numbers of the levels. */
  readonly pattern: string;
  /** The level (0–8) whose items begin this one anew; all above do where it is null. */
  readonly restartAfter: number | null;
  /** Whether the numbers of all levels are written in digits. */
  readonly isLegal: boolean;
}

/** The label of the next item of a list at a level (0–8), as it is shown; empty where a bullet or nothing is. */
export function nextLabel(
  levels: readonly (ListLevel | undefined)[],
  counters: (number | undefined)[],
  level: number,
): string {
  const current = levels[level];
  if (current === undefined) return '';
  counters[level] = (counters[level] ?? current.start - 1) + 1;
  for (let deeper = level + 1; deeper < counters.length; deeper += 1) {
    const after = levels[deeper]?.restartAfter ?? null;
    if (after === null || level < after) counters[deeper] = undefined;
  }
  if (current.format === 'bullet') return '';
  return current.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = levels[index];
    const number = counters[index] ?? other?.start ?? 1;
    const isDecimal = current.isLegal && other?.format !== 'none';
    return writeNumber(number, isDecimal ? 'decimal' : (other?.format ?? 'decimal'));
  });
}

/** A number as lists write it, by the name of the way in OOXML (17.18.59); what is not known is written in digits. */
export function writeNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperRoman':
      return toRoman(number).toUpperCase();
    case 'lowerRoman':
      return toRoman(number);
    case 'upperLetter':
      return toLetters(number).toUpperCase();
    case 'lowerLetter':
      return toLetters(number);
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`;
    default:
      return String(number);
  }
}

// Word doubles the letter after Z: AA, BB, CC.
function toLetters(number: number): string {
  if (number < 1 || number > 26 * 20) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const roman = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function toRoman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let letters = '';
  for (const [value, letter] of roman) {
    letters += letter.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return letters;
}

function ordinalEnding(number: number): string {
  if (Math.floor(number / 10) % 10 === 1) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}
