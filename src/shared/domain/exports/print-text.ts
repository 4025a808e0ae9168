/** A text as a string of CSS in which no character means anything. */
export function escapeCssText(text: string): string {
  const escaped = text.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are among what must not stand there
    /[\\"'<>&{}();\u0000-\u001f\u007f]/g,
    (sign) => `\\${(sign.charCodeAt(0) || 0xfffd).toString(16)} `,
  );
  return `"${escaped}"`;
}

/** A text that is at most so many characters long, with an ellipsis where it was cut. */
export function clipped(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
