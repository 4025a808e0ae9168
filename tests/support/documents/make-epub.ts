import { strToU8, zipSync } from 'fflate';

/** Makes an EPUB book of chapters (the content of their bodies), in the order of reading. */
export function makeEpub(
  chapters: readonly string[],
  metadata = '',
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const items = chapters.map(
    (_, index) =>
      `<item id="c${index}" href="c%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = chapters.map((_, index) => `<itemref idref="c${index}"/>`);
  const files = chapters.map((content, index) => [
    `OPS/c ${index}.xhtml`,
    strToU8(
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${content}</body></html>`,
    ),
  ]);
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    ),
    'OPS/book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="n"/>${spine.join('')}</spine></package>`,
    ),
    'OPS/nav.xhtml': strToU8(
      '<html><body><nav><ol><li>Contents that repeat</li></ol></nav></body></html>',
    ),
    ...(Object.fromEntries(files) as Record<string, Uint8Array>),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  });
}
