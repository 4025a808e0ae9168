import { describe, expect, test } from 'vitest';

import { buildHtmlBlocks } from '../../../src/main/imports/html-blocks.ts';
import type { HtmlBlocks } from '../../../src/main/imports/html-blocks.ts';

async function build(html: string, article = false): Promise<HtmlBlocks> {
  const built = await buildHtmlBlocks(html, { article, baseUrl: 'https://example.com/a/b' });
  if ('problem' in built) throw new Error(built.problem);
  return built;
}

async function inline(html: string): Promise<readonly string[]> {
  const { text, inlineRanges } = await build(html);
  return inlineRanges.map(({ kind, start, end, href }) =>
    [kind, text.slice(start, end), ...(href === null ? [] : [href])].join('|'),
  );
}

describe('links, bold and italic words', () => {
  test.each([
    ['<p>a <b>b <i>c</i></b> <strong>d</strong></p>', ['bold|b c', 'italic|c', 'bold|d']],
    ['<b>one<p>two</p>three</b>', ['bold|one', 'bold|two', 'bold|three']],
    ['<p>x</p><b>  <b>  one </b></b><p>two</p>', ['bold|one']],
    [
      '<ol><li><em>a</em></li></ol><table><tr><td>a<td><b>b</b><tr><td>c<td>d</table>',
      ['italic|a', 'bold|b'],
    ],
    ['<b style="font-weight:normal">a</b><span style="font-weight:700">b</span>', ['bold|b']],
    ['<p>😀 <i>é👩‍👩‍👧</i>\n  z</p>', ['italic|é👩‍👩‍👧']],
  ])('are found where they stand: %s', async (html, expected) => {
    expect(await inline(html)).toEqual(expected);
  });

  test.each([
    ['<a href="/c?d=1">x</a>', ['link|x|https://example.com/c?d=1']],
    ['<base href="https://example.org/"><a href="c">x</a>', ['link|x|https://example.org/c']],
    ['<a href="mailto:ana@example.com">x</a>', ['link|x|mailto:ana@example.com']],
    ['<a href=" JavaScript:alert(1)">x</a>', []],
    ['<a href="data:text/html,x">x</a><a href="file:///etc/passwd">y</a>', []],
    ['<a href="#note">x</a><a name="n">y</a><a href="http://[">z</a>', []],
  ])('lead to pages and mail addresses alone: %s', async (html, expected) => {
    expect(await inline(html)).toEqual(expected);
  });
});

describe('the numbers of a list', () => {
  test.each([
    ['<ol><li>a<li>b<li>c</ol>', ['1. a', '2. b', '3. c']],
    ['<ol start=7><li>a<li value=3>b<li>c</ol>', ['7. a', '3. b', '4. c']],
    ['<ol reversed><li>a<li>b</ol>', ['2. a', '1. b']],
    ['<ol type=a start=26><li>a<li>b</ol>', ['z. a', 'aa. b']],
    ['<ol type=I start=1999><li>a</ol>', ['MCMXCIX. a']],
    ['<ol><li><p>a</p><p>b</p><ul><li>c</ul><li><li>d</ol>', ['1. a', 'b', 'c', '3. d']],
    ['<ol style="list-style: none"><li>a</ol><ul><li>b</ul>', ['a', 'b']],
  ])('are those that a browser shows: %s', async (html, expected) => {
    expect((await build(html)).text.split('\n\n')).toEqual(expected);
  });
});

describe('the alternative text of a picture', () => {
  test('is a caption after the block it stands in', async () => {
    const { text, blocks } = await build(
      '<p>One <img alt="A quay with\n two ships"> two</p><img alt=""><img alt="quay.jpg">',
    );
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['paragraph', 'One two'],
      ['caption', 'A quay with two ships'],
    ]);
  });

  test('is folded where a page is read as a browser shows it', async () => {
    const { blocks } = await build('<p>One</p><img alt="A quay with two ships">', true);
    expect(blocks.at(-1)?.boilerplateRule).toBe('alternative-text');
  });
});

test('a document that is no page of the web has no furniture', async () => {
  const { blocks } = await build(
    '<nav><a href="/">Home</a></nav><p>Share this</p><footer>x</footer>',
  );
  expect(blocks.map(({ boilerplateRule }) => boilerplateRule)).toEqual([null, null, null]);
});
