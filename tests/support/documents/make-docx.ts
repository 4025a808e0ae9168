import { strToU8, zipSync } from 'fflate';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Makes a Word document of the XML of its body, and of other parts by their names below `word/`. */
export function makeDocx(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  outer: Readonly<Record<string, string>> = {},
): Uint8Array {
  const namespaces = `xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
  const named = Object.entries(parts).map(([name, xml]) => [
    `word/${name}`,
    strToU8(xml.replace('{namespaces}', namespaces)),
  ]);
  const kinds = ['styles', 'numbering', 'footnotes'].filter((kind) => `${kind}.xml` in parts);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${relations}">${kinds.map((kind, index) => `<Relationship Id="r${index}" Type="${office}/${kind}" Target="${kind}.xml"/>`).join('')}</Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    ...(Object.fromEntries(named) as Record<string, Uint8Array>),
    ...Object.fromEntries(Object.entries(outer).map(([name, xml]) => [name, strToU8(xml)])),
  });
}

/** A paragraph of Word with one run; `properties` is the XML of its properties. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
