/** Gives each name once: the second of a name gets ` (2)` before its ending. */
export function uniqueNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count === 1) return name;
    const ending = /\.[^./]{1,10}$/.exec(name)?.[0] ?? '';
    const other = `${name.slice(0, name.length - ending.length)} (${count})${ending}`;
    counts.set(other, 1);
    return other;
  };
}

const endings: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'text/rtf': '.rtf',
  'application/rtf': '.rtf',
  'application/json': '.json',
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'application/x-zip-compressed': '.zip',
  'application/epub+zip': '.epub',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'message/rfc822': '.eml',
};

/** The name of an attachment: its own without folders and control characters, or one made of its number; with an ending. */
export function attachmentName(given: string | null, mediaType: string, number: number): string {
  const own = (given ?? '')
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 200);
  const name = own === '' || own === '..' ? `attachment-${number}` : own;
  return /\.[a-z0-9]{1,8}$/i.test(name) ? name : name + (endings[mediaType] ?? '');
}
