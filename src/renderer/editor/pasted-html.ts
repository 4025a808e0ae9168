/** A tag with its attributes, whose quoted values may hold anything. */
const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const styleAttribute = /(\s)style(\s*=)/gi;
/** Elements whose content is no text. */
const wordless = /<(style|script|template|noscript)\b[\s\S]*?<\/\1\s*>/gi;

/** Names styles so that they are not applied: the page's policy admits none, and would complain of each. */
export function setStylesAside(html: string): string {
  return html
    .replace(wordless, '')
    .replace(tag, (each) => each.replace(styleAttribute, '$1data-style$2'));
}

/** Pasted HTML in which bold and italic are elements, as they looked where they come from, and no style is left. */
export function plainHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(setStylesAside(html), 'text/html');
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = (element.dataset.style ?? '').toLowerCase();
    element.removeAttribute('data-style');
    applyLook(element, /font-weight\s*:\s*(\w+)/.exec(style)?.[1], isHeavy, ['B', 'STRONG']);
    applyLook(element, /font-style\s*:\s*(\w+)/.exec(style)?.[1], isSlanted, ['I', 'EM']);
  }
  return body.innerHTML;
}

function isHeavy(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

function isSlanted(style: string): boolean {
  return style === 'italic' || style === 'oblique';
}

/** Makes an element say by its name what its style says. */
function applyLook(
  element: HTMLElement,
  value: string | undefined,
  holds: (value: string) => boolean,
  names: readonly [string, string],
): void {
  if (value === undefined || value === 'inherit') return;
  const named = names.includes(element.tagName);
  if (named && !holds(value)) {
    element.replaceWith(...element.childNodes);
  } else if (!named && holds(value) && element.tagName === 'SPAN') {
    const inner = element.ownerDocument.createElement(names[1]);
    inner.append(...element.childNodes);
    element.append(inner);
  }
}
