import { describe, expect, test } from 'vitest';
import { setStylesAside } from '../../../src/renderer/editor/pasted-html.ts';

describe('setStylesAside', () => {
  test.each([
    ['<p style="color:red">a</p>', '<p data-style="color:red">a</p>'],
    ["<b id=x STYLE='font-weight:normal'>a", "<b id=x data-style='font-weight:normal'>a"],
    ['<p title="a > b" style=color:red>c</p>', '<p title="a > b" data-style=color:red>c</p>'],
    ['<p\n  style = "x">a</p>', '<p\n  data-style = "x">a</p>'],
    ['a style="b" c', 'a style="b" c'],
    ['1 < 2 style="b"', '1 < 2 style="b"'],
    ['<style>p { color: red }</style><p>a</p><script>b()</script >', '<p>a</p>'],
  ])('makes %j %j', (html, plain) => {
    expect(setStylesAside(html)).toBe(plain);
  });
});
