import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';
import type { ParsedSource } from '../../../src/shared/domain/sources/parsed-source.ts';
import { parseResultProblems } from '../../support/check-parsed-source.ts';
import { makeDocx, wordParagraph } from '../../support/documents/make-docx.ts';
import { makeEpub } from '../../support/documents/make-epub.ts';
import { makeFlatOdt, makeOdt } from '../../support/documents/make-odt.ts';

async function read(bytes: Uint8Array, fileName = 'no-ending'): Promise<ParsedSource> {
  const result = await parseBytes(bytes, fileName, {});
  expect(parseResultProblems(result)).toEqual([]);
  if ('problem' in result) throw new Error(result.problem);
  return result.source;
}

async function problemOf(bytes: Uint8Array, fileName = 'a.bin'): Promise<string> {
  const result = await parseBytes(bytes, fileName, {});
  expect(parseResultProblems(result)).toEqual([]);
  return 'problem' in result ? result.problem : 'no problem';
}

/** The blocks as `kind level: text`. */
function shown({ text, blocks }: ParsedSource): readonly string[] {
  return blocks.map(
    ({ kind, level, start, end }) => `${kind} ${level ?? '-'}: ${text.slice(start, end)}`,
  );
}

const styles = `<w:styles {namespaces}>
  <w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Kapitel's"/><w:basedOn w:val="U1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
  <w:style w:type="paragraph" w:styleId="Tief"><w:name w:val="Tief"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
</w:styles>`;
const numbering = `<w:numbering {namespaces}>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`;

function item(text: string, list: number, level = 0): string {
  return wordParagraph(
    text,
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );
}

describe('a Word document', () => {
  test('is known by its content and keeps headings, quotations and the numbers of lists', async () => {
    const body = [
      wordParagraph('Title', '<w:pStyle w:val="Eigene"/>'),
      wordParagraph('Deep', '<w:pStyle w:val="Tief"/>'),
      item('a', 1),
      item('b', 1, 1),
      item('c', 1, 1),
      item('d', 1),
      item('e', 2),
      item('f', 3),
      wordParagraph('Said.', '<w:pStyle w:val="Zitat"/>'),
    ].join('');
    const source = await read(makeDocx(body, { 'styles.xml': styles, 'numbering.xml': numbering }));
    expect(shown(source)).toEqual([
      'heading 1: Title',
      'heading 3: Deep',
      'list-item 1: 3. a',
      'list-item 2: 3.i) b',
      'list-item 2: 3.ii) c',
      'list-item 1: 4. d',
      'list-item 1: e',
      'list-item 1: 1. f',
      'quotation -: Said.',
    ]);
    expect(source).toMatchObject({ importer: 'docx', metadata: { title: 'Title' } });
  });

  test('keeps what was inserted and leaves out what was deleted, moved away or hidden', async () => {
    const run = (text: string, properties = ''): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `<w:p>${run('One ')}<w:ins w:id="1">${run('two ')}</w:ins><w:del w:id="2"><w:r><w:delText>three </w:delText></w:r></w:del><w:moveFrom w:id="3">${run('four ')}</w:moveFrom>${run('five ', '<w:vanish/>')}${run('six', '<w:vanish w:val="0"/>')}</w:p>`;
    expect((await read(makeDocx(body))).text).toBe('One two six');
  });

  test('loses no text of fields, directions, formulas and text boxes', async () => {
    const box = wordParagraph('In the box.');
    const body = `<w:p><w:r><w:t xml:space="preserve">On </w:t></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>3 May</w:t></w:r></w:fldSimple><w:bdo w:val="rtl"><w:r><w:t xml:space="preserve"> قال</w:t></w:r></w:bdo><m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath></w:p>
      <w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;
    expect((await read(makeDocx(body))).text).toBe('On 3 May قالx=y\n\nBefore.\n\nIn the box.');
  });

  test('has notes with their numbers at the end, tables with tabs, and its properties', async () => {
    const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body = `<w:p><w:r><w:t>Claimed.</w:t></w:r>${note}</w:p><w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>`;
    const notes = `<w:footnotes {namespaces}><w:footnote w:id="2">${wordParagraph('The note.')}</w:footnote></w:footnotes>`;
    const core = `<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Stated</dc:title><dc:creator>A. Writer</dc:creator><dcterms:created>2024-02-03T10:00:00Z</dcterms:created><dc:language>de-AT</dc:language></p:coreProperties>`;
    const source = await read(
      makeDocx(body, { 'footnotes.xml': notes }, { 'docProps/core.xml': core }),
    );
    expect(source.text).toBe('Claimed.[1]\n\na\tb\nc\td\n\n[1] The note.');
    expect(source.metadata).toMatchObject({
      title: 'Stated',
      byline: 'A. Writer',
      published: '2024-02-03T10:00:00Z',
      language: 'de-AT',
    });
    expect(source.metadataOrigins.title).toBe('document properties');
  });

  test('that is hostile, broken or of another kind ends in a sentence', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(1500)}x${'</w:sdtContent></w:sdt>'.repeat(1500)}`;
    expect(await problemOf(makeDocx(deep))).toMatch(/nested too deeply|no text/);
    expect(await problemOf(makeDocx('<w:p>'))).toMatch(/damaged: it is no well-formed XML/);
    expect(await problemOf(makeDocx('').subarray(0, 400), 'a.docx')).toMatch(
      /^The file is a damaged Word document/,
    );
    const old = Buffer.alloc(2048);
    old.write('d0cf11e0a1b11ae1', 'hex');
    old.write('WordDocument\0', 1024, 'utf16le');
    expect(await problemOf(old, 'a.doc')).toMatch(/older Word document \(\.doc\); save it as DOCX/);
    old.write('EncryptedPackage\0', 1024, 'utf16le');
    expect(await problemOf(old, 'a.docx')).toMatch(/protected by a password/);
  });

  test('that unpacks to far more than it is ends in a sentence', async () => {
    const bomb = makeDocx(wordParagraph('a'.repeat(20_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(bomb)).toMatch(
      /^“document.xml” unpacks to more than 250 times its size/,
    );
  });

  test('whose document type defines entities has them not expanded', async () => {
    const type = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>';
    const main = `${type}<w:document {namespaces}><w:body>${wordParagraph('One &c; two.')}</w:body></w:document>`;
    expect((await read(makeDocx('', { 'document.xml': main }))).text).toBe('One &c; two.');
    const bomb = `${type}<w:styles {namespaces}>&c;</w:styles>`;
    expect(await problemOf(makeDocx(wordParagraph('One.'), { 'styles.xml': bomb }))).toMatch(
      /^The Word document is damaged/,
    );
  });
});

describe('an OpenDocument text', () => {
  const list = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="A" style:num-suffix=")"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:list-style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>`;

  test('keeps headings, lists, tables, notes and spaces, and leaves out what is deleted or hidden', async () => {
    const text = `<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:h text:outline-level="2">Head</text:h>
      <text:p>One<text:s text:c="2"/>two<office:annotation><text:p>remark</text:p></office:annotation> <text:span text:style-name="H">hidden</text:span><text:span text:style-name="B">bold</text:span><text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
      <text:list text:style-name="L"><text:list-item><text:p>x</text:p><text:list><text:list-item><text:p>y</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>z</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>
      <text:p>With<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame> a box.</text:p>`;
    const source = await read(makeOdt(text, list));
    expect(shown(source)).toEqual([
      'heading 2: Head',
      'paragraph -: One two bold[1]',
      'list-item 1: A) x',
      'list-item 2: A.1. y',
      'list-item 1: B) z',
      'table -: a\tb\nc\td',
      'paragraph -: With a box.',
      'paragraph -: Boxed.',
      'paragraph -: [1] A note.',
    ]);
    expect(source.inlineRanges?.map(({ kind }) => kind)).toEqual(['bold']);
  });

  test('is read from one file of XML too, and refused where it is encrypted', async () => {
    expect((await read(makeFlatOdt('<text:p>Flat.</text:p>'))).text).toBe('Flat.');
    const manifest = '<manifest xmlns="x"><encryption-data/></manifest>';
    expect(
      await problemOf(makeOdt('<text:p/>', '', { 'META-INF/manifest.xml': manifest })),
    ).toMatch(/protected by a password/);
  });
});

describe('an EPUB book', () => {
  test('is read chapter by chapter, without its contents, with its properties', async () => {
    const metadata =
      '<dc:title>Book</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:publisher>Press</dc:publisher><dc:date>2020-05</dc:date><dc:language>pt-br</dc:language>';
    const source = await read(
      makeEpub(
        ['<h1>One</h1><a id="p1"/><p>First<br/>line.</p>', '<div/><p>Second.</p>'],
        metadata,
      ),
    );
    expect(source.text).toBe('One\n\nFirst\nline.\n\nSecond.');
    expect(source.metadata).toMatchObject({
      title: 'Book',
      byline: 'A, B',
      outlet: 'Press',
      published: '2020-05',
      language: 'pt-BR',
    });
  });

  test('is refused where its chapters are encrypted, not where fonts are', async () => {
    const encryption = (uri: string): Readonly<Record<string, string>> => ({
      'META-INF/encryption.xml': `<e:encryption xmlns:e="urn:x"><e:CipherReference URI="${uri}"/></e:encryption>`,
    });
    expect(await problemOf(makeEpub(['<p>x</p>'], '', encryption('OPS/c%200.xhtml')))).toMatch(
      /DRM/,
    );
    expect((await read(makeEpub(['<p>Read.</p>'], '', encryption('OPS/font.otf')))).text).toBe(
      'Read.',
    );
  });
});

describe('an RTF document', () => {
  const rtf = async (content: string): Promise<ParsedSource> =>
    await read(
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}}{\\stylesheet{\\s1 heading 1;}}${content}}`,
        'latin1',
      ),
    );

  test('is read in its character sets, with the fallback of Unicode left out', async () => {
    const text =
      "\\'e9t\\'e9 {\\f1 \\'cc\\'e8\\'f0} {\\f2 \\'93\\'fa\\'96\\'7b} \\u8364?\\uc2\\u55357??\\u56832 \\'3f\\'3f \\emdash\\par";
    expect((await rtf(text)).text).toBe('été Мир 日本 €😀 —');
  });

  test('keeps headings, lists as shown, tables, links and notes', async () => {
    const source = await rtf(
      "\\pard\\s1 Head\\par\\pard{\\listtext\\tab 1.\\tab}one\\par{\\listtext \\'b7\\tab}two\\par\\pard" +
        '\\trowd\\intbl a\\cell b\\cell\\row\\intbl c\\cell d\\cell\\row\\pard ' +
        '{\\field{\\*\\fldinst HYPERLINK "https://example.com/x"}{\\fldrslt link}} noted{\\footnote{\\super\\chftn} The note.\\par}.\\par',
    );
    expect(shown(source)).toEqual([
      'heading 1: Head',
      'list-item 1: 1. one',
      'list-item 1: two',
      'table -: a\tb\nc\td',
      'paragraph -: link noted[1].',
      'paragraph -: [1] The note.',
    ]);
    expect(source.inlineRanges).toMatchObject([{ kind: 'link', href: 'https://example.com/x' }]);
  });

  test('leaves out pictures, hidden text, remarks, heads and what it does not know', async () => {
    const source = await rtf(
      "{\\info{\\title T\\'e4st}{\\author A}}{\\header head\\par}{\\pict 0102}{\\*\\unknown x}{\\*\\annotation no}\\bin3 }}}One{\\v hidden}{\\deleted gone}\\par",
    );
    expect([source.text, source.metadata.title, source.metadata.byline]).toEqual([
      'One',
      'Täst',
      'A',
    ]);
  });

  test('nested without end ends in a sentence', async () => {
    expect(await problemOf(Buffer.from(`{\\rtf1 ${'{'.repeat(20_000)}`))).toMatch(
      /nested too deeply/,
    );
  });
});
