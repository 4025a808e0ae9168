import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';

import { parseBytes } from '../../../src/main/imports/parse-bytes.ts';
import type { ParsedSource } from '../../../src/shared/domain/sources/parsed-source.ts';

async function parse(html: string | Uint8Array): Promise<ParsedSource> {
  const bytes = typeof html === 'string' ? Buffer.from(html, 'utf8') : html;
  const result = await parseBytes(bytes, 'page.html', {});
  if ('problem' in result) throw new Error(result.problem);
  return result.source;
}

async function textOf(html: string): Promise<string> {
  return (await parse(html)).text;
}

async function outline(html: string): Promise<readonly string[]> {
  const { text, blocks } = await parse(html);
  return blocks.map(({ kind, level, start, end, boilerplateRule }) =>
    [kind, level ?? '', boilerplateRule ?? '', text.slice(start, end)].join('|'),
  );
}

const prose =
  'The ministry said on Monday that the talks had been useful and that they would go on next week.';

describe('the text of a page', () => {
  test.each([
    ['white space as a browser shows it', '<p> One\n  <b>two </b> three\t</p>', 'One two three'],
    ['breaks', '<p>One<br>two <br/> three</p>', 'One\ntwo\nthree'],
    [
      'paragraphs parted by breaks',
      '<div>One<br><br>two<br> <br>three</div>',
      'One\n\ntwo\n\nthree',
    ],
    ['what is kept as it is', '<pre>  a\n   b\r\n</pre><p>c</p>', '  a\n   b\n\nc'],
    ['spaces that do not break', '<p>10&nbsp;km&#160;</p>', '10\u00a0km'],
    ['entities', '<p>&lt;b&gt; &amp; &eacute; &#128512; &#x1F469;</p>', '<b> & é 😀 👩'],
    ['entities of nothing', '<p>a&#0;b&#xD800;c&#13;d</p>', 'a\ufffdb\ufffdc d'],
    [
      'inline elements',
      '<p>un<em>believ</em>able<sup>2</sup> <a href=x>link</a></p>',
      'unbelievable2 link',
    ],
    ['right-to-left text', '<p dir=rtl>שלום <bdi>abc</bdi></p>', 'שלום abc'],
    ['a part of a page', 'One<p>two', 'One\n\ntwo'],
    ['upper-case markup', '<HTML><BODY><P>One</P><UL><LI>two</UL></BODY></HTML>', 'One\n\ntwo'],
    ['a head that never ends', '<html><head><title>T</title><body><p>One</p>', 'One'],
  ])('keeps %s', async (_, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  test.each([
    '<script>var seen = "seen"</script>',
    '<script type="text/template"><p>seen</p></script>',
    '<style>p { content: "seen" }</style>',
    '<noscript><p>seen</p></noscript>',
    '<template><p>seen</p></template>',
    '<iframe src="https://example.com">seen</iframe>',
    '<object data="x">seen</object>',
    '<svg><title>seen</title><text>seen</text></svg>',
    '<select><option>seen</option></select><textarea>seen</textarea><button>seen</button>',
    '<input value="seen" placeholder="seen"><img alt="seen" src="https://example.com/seen.png">',
    '<p hidden>seen</p><p style="color: red; display : none">seen</p>',
    '<div style="visibility:hidden"><p>seen</p></div><dialog>seen</dialog>',
    '<span class="icon sr-only">seen</span>',
    '<!-- seen --><!--[if IE]><p>seen</p><![endif]-->',
    '<title>seen</title><meta name="description" content="seen">',
    '<video controls>seen</video><audio>seen</audio><canvas>seen</canvas>',
  ])('holds nothing that a reader does not see: %s', async (html) => {
    expect(await textOf(`<body><p>One</p>${html}<p>two</p>`)).toBe('One\n\ntwo');
  });

  test('must be some', async () => {
    for (const html of ['<html><body></body></html>', '<script>x()</script>', '<p>&nbsp;</p>']) {
      expect(await parseBytes(Buffer.from(html), 'a.html', {})).toEqual({
        problem: 'The page has no text that a reader would see.',
      });
    }
  });
});

describe('the blocks of a page', () => {
  test('have the kinds of their elements', async () => {
    const html = `<h1>Title</h1><p>${prose}</p><h3>Part</h3>
      <ul><li>one<ol><li><p>inner</p></li></ol></li><li>two</li></ul>
      <blockquote><p>Quoted.</p></blockquote>
      <figure><img src=x><figcaption>What is seen</figcaption></figure>
      <table><caption>Ships</caption><tr><th>Port</th><th>Count</th></tr><tr><td>Rome</td><td> 3 </td></tr></table>`;
    expect(await outline(html)).toEqual([
      'heading|1||Title',
      `paragraph|||${prose}`,
      'heading|3||Part',
      'list-item|1||one',
      'list-item|2||1. inner',
      'list-item|1||two',
      'quotation|||Quoted.',
      'caption|||What is seen',
      'caption|||Ships',
      'table|||Port\tCount\nRome\t3',
    ]);
  });

  test('of a page that is laid out by a table are those in its cells', async () => {
    const html = `<table><tr><td><h2>Left</h2></td><td><p>${prose}</p><p>Right</p></td></tr><tr><td>a</td><td>b</td></tr></table>`;
    expect((await outline(html)).map((line) => line.split('|')[0])).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  test('outside of the article are folded, and the article is not', async () => {
    const html = `<body><header><a href=/>Paper</a></header><nav><ul><li><a href=/w>World</a></li></ul></nav>
      <main><article><header><h1>Title</h1><p class="byline">By Ana Silva</p></header>
      <p>${prose}</p><aside class="related"><h4>Related</h4><p><a href=/x>Another article</a></p></aside>
      <div class="share-buttons"><span>Send</span></div><p>${prose} Again.</p></article></main>
      <div id="comments"><p>I like this, said a reader who had read all of it and wanted it known. Really.</p></div>
      <footer><p>Contact</p></footer></body>`;
    expect(await outline(html)).toEqual([
      'paragraph||page-header|Paper',
      'list-item|1|page-navigation|World',
      'heading|1|headline|Title',
      'paragraph||byline|By Ana Silva',
      `paragraph|||${prose}`,
      'heading|4|page-aside|Related',
      'paragraph||page-aside|Another article',
      'paragraph||page-furniture|Send',
      `paragraph|||${prose} Again.`,
      'paragraph||page-furniture|I like this, said a reader who had read all of it and wanted it known. Really.',
      'paragraph||page-footer|Contact',
    ]);
  });

  test('of an article are not folded because the page calls its whole frame by a strange name', async () => {
    const html = `<div class="sidebar"><div id="comments"><h1>Title</h1><p>${prose}</p><p>${prose}</p></div></div>`;
    expect((await outline(html)).map((line) => line.split('|')[2])).toEqual(['', '', '']);
  });

  test('are in order, do not overlap, and hold all that is no white space, whatever the markup', async () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'a',
      'li',
      'ul',
      'table',
      'tr',
      'td',
      'pre',
      'br',
      'h2',
      'nav',
      'blockquote',
      'article',
      'caption',
      'figcaption',
      'svg',
      'span hidden',
      '/p',
      '/div',
      '/table',
      '/td',
      '/ul',
      '/pre',
      '/svg',
      '/a',
    );
    const part = fc.oneof(
      tag.map((name) => `<${name}>`),
      fc.constantFrom(
        ' ',
        '\n',
        '\r\n',
        '\0',
        '\u00a0',
        '&nbsp;',
        '&#13;',
        '👩‍👩‍👧‍👦',
        'e\u0301',
        'שלום',
        prose,
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (parts) => {
        const { text, blocks } = await parse(`<p>x</p>${parts.join('')}`);
        let last = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(last, start)).toMatch(/^\s*$/);
          expect(text.slice(start, end)).toMatch(/^\S([\s\S]*\S)?$/);
          last = end;
        }
        expect(text.slice(last)).toMatch(/^\s*$/);
        expect(text.isWellFormed() && !/[\0\r]/.test(text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a page says about itself', () => {
  test('is read from JSON-LD first, with its graph and its references', async () => {
    const graph = {
      '@graph': [
        { '@type': 'Organization', '@id': '#paper', name: 'The Paper' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ministers &amp; envoys meet',
          author: [{ '@type': 'Person', name: 'Ana Silva' }, { name: 'João Costa' }],
          publisher: { '@id': '#paper' },
          datePublished: '2023-10-31T09:00:00+0900',
          dateModified: '2023-11-01',
          inLanguage: 'pt_BR',
          mainEntityOfPage: { '@id': 'https://example.com/a' },
        },
      ],
    };
    const html = `<title>Ministers</title><meta property="og:title" content="Other">
      <script type="application/ld+json">not json</script>
      <script type="application/ld+json">${JSON.stringify(graph)}</script><p>${prose}</p>`;
    const { metadata, metadataOrigins } = await parse(html);
    expect(metadata).toEqual({
      title: 'Ministers & envoys meet',
      outlet: 'The Paper',
      byline: 'Ana Silva, João Costa',
      published: '2023-10-31T09:00:00+09:00',
      updated: '2023-11-01',
      accessed: null,
      url: 'https://example.com/a',
      language: 'pt-BR',
    });
    expect(new Set(Object.values(metadataOrigins))).toEqual(new Set(['json-ld']));
  });

  test('is read from its head', async () => {
    const html = `<HTML LANG="en-gb"><HEAD><TITLE>Ministers meet in Rome - The Paper</TITLE>
      <META PROPERTY="og:site_name" CONTENT="The Paper"><META NAME="author" CONTENT="By Ana Silva">
      <META PROPERTY="article:published_time" CONTENT="2023-10-31T09:00:00.000Z">
      <LINK REL="canonical" HREF="/a?b=1"><BASE HREF="https://example.com/x/"></HEAD><P>${prose}</P></HTML>`;
    const { metadata } = await parse(html);
    expect(metadata).toMatchObject({
      title: 'Ministers meet in Rome',
      outlet: 'The Paper',
      byline: 'Ana Silva',
      published: '2023-10-31T09:00:00Z',
      url: 'https://example.com/a?b=1',
      language: 'en-GB',
    });
  });

  test('is taken from JSON-LD, meta tags, microdata and what is seen, in this order', async () => {
    const jsonLd = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ministers meet in Rome", "url": "https://example.com/json"}</script>`;
    const head = `<meta property="og:title" content="Another"><meta property="og:site_name" content="The Paper">
      <meta property="og:url" content="https://example.com/meta"><link rel="canonical" href="https://example.com/canonical">`;
    const body = `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ministers meet in Rome</h1>
      <div itemprop="author" itemscope><span itemprop="name">Ana Silva</span></div><span>3 November 2023</span>
      <meta itemprop="inLanguage" content="pt"><p>${prose}</p><p>${prose}</p><p>${prose}</p></div>`;
    const { metadata, metadataOrigins } = await parse(
      `<html lang="en"><title>Ministers meet in Rome | Paper</title>${head}${jsonLd}${body}`,
    );
    expect(metadata).toMatchObject({
      title: 'Ministers meet in Rome',
      outlet: 'The Paper',
      byline: 'Ana Silva',
      published: '2023-11-03',
      url: 'https://example.com/json',
      language: 'pt',
    });
    expect(metadataOrigins).toEqual({
      title: 'json-ld',
      outlet: 'meta',
      byline: 'microdata',
      published: 'visible text',
      url: 'json-ld',
      language: 'microdata',
    });
  });

  test('is not guessed', async () => {
    const html = `<h1>Title</h1><p>${prose} ${prose}</p><time datetime="2020-01-01">a</time><time datetime="2021-01-01">b</time>
      <link rel=canonical href="javascript:alert(1)"><meta name=author content="https://example.com/ana">`;
    const { metadata, metadataOrigins } = await parse(html);
    expect(metadata).toMatchObject({
      title: 'Title',
      byline: null,
      published: null,
      url: null,
      outlet: null,
    });
    expect(metadataOrigins).toEqual({ title: 'visible text', language: 'statistics of the text' });
  });

  test('names the address a browser saved it from', async () => {
    const html = `<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.com/a -->\n<html><body><p>One</p>`;
    expect((await parse(html)).metadata.url).toBe('https://example.com/a');
  });
});

describe('the character set of a page', () => {
  test.each(['windows-1251', 'koi8-r', 'shift_jis', 'gb2312', 'iso-8859-1'])(
    'is the one it declares, if its bytes fit: %s',
    async (set) => {
      const words = { 'windows-1251': 'Мир', 'koi8-r': 'Мир', shift_jis: '平和', gb2312: '和平' };
      const word = words[set as keyof typeof words] ?? 'é';
      const html = `<html><head><meta charset="${set}"></head><body><p>${word}</p></body></html>`;
      expect((await parse(iconv.encode(html, set))).text).toBe(word);
    },
  );

  test('is UTF-8 where its bytes are, whatever it declares', async () => {
    expect(await textOf('<meta charset="iso-8859-1"><p>“é”</p>')).toBe('“é”');
  });
});

describe('a file', () => {
  test('is taken for a page by its name or its first words, and a .txt never', async () => {
    const html = Buffer.from('<!DOCTYPE html><html><body><p>One</p></body></html>');
    const types = await Promise.all(
      ['a.htm', 'a', 'a.xml', 'a.txt'].map(async (name) => {
        const result = await parseBytes(html, name, {});
        return 'source' in result ? result.source.mediaType : null;
      }),
    );
    expect(types).toEqual(['text/html', 'text/html', 'text/html', 'text/plain']);
  });
});
