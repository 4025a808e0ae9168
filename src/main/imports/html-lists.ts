import { attributeOf, findAttribute } from './html-elements.ts';
import type { PageNode } from './html-elements.ts';

/** How the items of a list that is being read are numbered; `next` moves on with each item. */
export interface ListNumbers {
  readonly style: '1' | 'a' | 'A' | 'i' | 'I';
  readonly step: 1 | -1;
  next: number;
}

/** The numbering of a list as a browser begins it, or null where the list shows no numbers. */
export function startNumbers(list: PageNode): ListNumbers | null {
  if (list.localName !== 'ol') return null;
  const names = `${attributeOf(list, 'style')} ${attributeOf(list, 'class')}`;
  if (
    /list-style(?:-type)?\s*:[^;]*\bnone\b|\b(?:list-)?unstyled\b|\bno-?bullets?\b/i.test(names)
  ) {
    return null;
  }
  const type = attributeOf(list, 'type');
  const isReversed = findAttribute(list, 'reversed') !== null;
  return {
    style: type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : '1',
    step: isReversed ? -1 : 1,
    next: readNumber(attributeOf(list, 'start')) ?? (isReversed ? countItems(list) : 1),
  };
}

/** The number of the next item as a browser shows it, with the space that parts it from the words: `3. `, `b. `. */
export function takeNumber(numbers: ListNumbers, item: PageNode): string {
  const number = readNumber(attributeOf(item, 'value')) ?? numbers.next;
  numbers.next = number + numbers.step;
  return `${writeNumber(number, numbers.style)}. `;
}

function readNumber(written: string): number | null {
  return /^\s*-?\d{1,9}\s*$/.test(written) ? Number(written) : null;
}

function countItems(list: PageNode): number {
  let count = 0;
  for (let node = list.firstChild; node !== null; node = node.nextSibling) {
    if (node.localName === 'li') count += 1;
  }
  return count;
}

function writeNumber(number: number, style: ListNumbers['style']): string {
  if (style === '1' || number < 1) return String(number);
  const isRoman = style === 'i' || style === 'I';
  // Browsers write what has no Roman form in digits.
  if (isRoman && number > 3999) return String(number);
  const letters = isRoman ? toRoman(number) : toLetters(number);
  return style === 'A' || style === 'I' ? letters.toUpperCase() : letters;
}

function toLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const romanValues = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
const romanLetters = 'm cm d cd c xc l xl x ix v iv i'.split(' ');

function toRoman(number: number): string {
  let letters = '';
  let rest = number;
  romanValues.forEach((value, index) => {
    while (rest >= value) {
      letters += romanLetters[index] ?? '';
      rest -= value;
    }
  });
  return letters;
}
