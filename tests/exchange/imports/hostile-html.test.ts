import { Buffer } from 'node:buffer';
import { afterAll, describe, expect, test } from 'vitest';

import { createParser } from '../../../src/main/imports/parse-file.ts';

const parser = createParser({ timeLimitMs: 25_000, memoryLimitBytes: 600 * 1024 ** 2 });

afterAll(() => parser.close());

async function parse(html: string): Promise<string> {
  const result = await parser.parse(Buffer.from(html, 'utf8'), 'page.html');
  return 'source' in result ? result.source.text : `problem: ${result.problem}`;
}

describe('a hostile page', () => {
  test('runs nothing and loads nothing', async () => {
    const html = `<body onload="process.exit(9)"><script>process.exit(9)</script>
      <img src="https://example.com/x.png" onerror="process.exit(9)">
      <link rel="stylesheet" href="https://example.com/x.css"><base href="https://example.com/">
      <iframe srcdoc="<script>process.exit(9)</script>"></iframe>
      <form action="https://example.com/"><p>One <a href="javascript:process.exit(9)">link</a></p></form>
      <object data="https://example.com/"></object><x-element onclick="process.exit(9)">two</x-element>`;
    expect(await parse(html)).toBe('One link\n\ntwo');
  });

  test.each([
    ['elements', '<div>', 100_000],
    ['inline elements', '<b>', 50_000],
    ['lists', '<ul><li>', 20_000],
    ['tables', '<table><tr><td>', 20_000],
  ])(
    'of %s in one another, tens of thousands deep, ends with its text or a sentence',
    async (_, tag, depth) => {
      expect(await parse(`${tag.repeat(depth)}end`)).toMatch(
        /^(?:end|problem: The (?:file|page) .*\.)$/,
      );
    },
  );

  test('that was too much leaves the next page readable', async () => {
    expect(await parse('<p>'.repeat(1_500_000) + 'x'.repeat(100))).toMatch(/./);
    expect(await parse('<p>One</p>')).toBe('One');
  });

  test('of fifty million characters in one line is refused with a sentence', async () => {
    expect(await parse(`<p>${'a '.repeat(25_000_000)}`)).toMatch(
      /^problem: The text has 50,000,00\d characters/,
    );
  });

  test.each([
    [
      'entities that a document type defines',
      '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;</p>',
    ],
    ['an entity without an end', `<p>${'&amp'.repeat(50_000)}</p>`],
    ['attributes without an end', `<p ${'a="b" '.repeat(50_000)}>One</p>`],
    ['quotes without an end', `<p>One</p><p title="${'x'.repeat(100_000)}`],
    ['comments without an end', `<p>One</p><!--${'-'.repeat(100_000)}`],
    ['tags without an end', `<p>One</p>${'<'.repeat(100_000)}`],
    ['closing tags alone', `<p>One</p>${'</div>'.repeat(100_000)}`],
    [
      'scripts of JSON that is none',
      `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>One</p>`,
    ],
    ['names of the language', '<p id="__proto__" class="constructor" data-x="prototype">One</p>'],
  ])('with %s is read or refused', async (_, html) => {
    expect(await parse(html)).toMatch(/\S/);
  });
});
