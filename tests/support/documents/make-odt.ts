import { strToU8, zipSync } from 'fflate';

const mediaType = 'application/vnd.oasis.opendocument.text';
const namespaces = ['office', 'text', 'style', 'table', 'draw', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  )
  .join(' ');

/** Makes an OpenDocument text of the XML of its text and of its automatic styles. */
export function makeOdt(
  text: string,
  styles = '',
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const content = `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`;
  const named = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(xml.replace('{namespaces}', namespaces)),
  ]);
  return zipSync({
    mimetype: [strToU8(mediaType), { level: 0 }],
    'content.xml': strToU8(content),
    ...(Object.fromEntries(named) as Record<string, Uint8Array>),
  });
}

/** The same as one file of XML. */
export function makeFlatOdt(text: string): Uint8Array {
  return strToU8(
    `<?xml version="1.0"?><office:document ${namespaces} office:mimetype="${mediaType}"><office:body><office:text>${text}</office:text></office:body></office:document>`,
  );
}
