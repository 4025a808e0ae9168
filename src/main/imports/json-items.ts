/** A value that lies in an array or an object: its place in the text, and its key in an object. */
export interface JsonItem {
  readonly key: string | null;
  readonly start: number;
  readonly end: number;
}

/**
 * The items of the array or object that begins at an offset of a JSON text, as slices of it, without reading what is
 * in them. What is no JSON ends the list early; whoever parses an item finds what is wrong in it.
 */
export function* jsonItems(text: string, from: number): Generator<JsonItem> {
  const isObject = text[from] === '{';
  let key: string | null = null;
  let at = from + 1;
  while (at < text.length) {
    at = skipSpace(text, at);
    const character = text[at];
    if (character === ',') at += 1;
    else if (character === undefined || character === ']' || character === '}') return;
    else {
      const end = endOfValue(text, at);
      const colon = isObject && key === null ? skipSpace(text, end) : -1;
      if (colon !== -1 && text[colon] === ':') {
        key = keyOf(text.slice(at, end));
        at = colon + 1;
      } else {
        yield { key, start: at, end };
        key = null;
        at = end;
      }
    }
  }
}

function keyOf(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

/** The first character from an offset that is no white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t\ufeff'.includes(text[at]!)) at += 1;
  return at;
}

/** Where the value that begins at an offset ends: brackets are counted, strings passed over. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        if (depth === 0) return Math.min(at + 1, text.length);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        if (depth === 0) return at;
        depth -= 1;
        if (depth === 0) return at + 1;
        break;
      case 0x2c: // ,
      case 0x3a: // :
        if (depth === 0 && at > from) return at;
        break;
    }
  }
  return text.length;
}

/** The offset of the quotation mark that closes a string. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at !== -1) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}
