import { describe, expect, test } from 'vitest';
import {
  addressColumns,
  addressOfShortcut,
  mayListAddresses,
  readAddressLines,
} from '../../../src/shared/domain/sources/address-list.ts';

describe('a list of addresses', () => {
  test('has an address a line, with the file it was saved as or alone', () => {
    const list =
      '# saved on Monday\r\nhttps://example.org/a\tpages/a.html\r\n\r\nb c.html\thttps://example.org/b\nhttps://example.org/c\n- https://example.org/d\nhttps://example.org/e e page.pdf\n';
    expect(readAddressLines(list)?.map(({ line, url, file }) => [line, url, file])).toEqual([
      [2, 'https://example.org/a', 'pages/a.html'],
      [4, 'https://example.org/b', 'b c.html'],
      [5, 'https://example.org/c', null],
      [6, 'https://example.org/d', null],
      [7, 'https://example.org/e', 'e page.pdf'],
    ]);
  });

  test.each([
    'Some words.',
    'https://example.org/a\nSome words.',
    'https://example.org/a is where it stands, he said',
    '',
    '# nothing\n',
  ])('is not %j', (text) => {
    expect(readAddressLines(text)).toBeNull();
  });

  test('is a table with a column of addresses and one of files, or of nothing that is not known', () => {
    expect(addressColumns(['URL', 'File'])).toEqual({ url: 'URL', file: 'File', others: {} });
    expect(addressColumns(['title', 'link', 'Saved as', 'x'])).toMatchObject({
      url: 'link',
      file: 'Saved as',
      others: { title: 'title' },
    });
    expect(addressColumns(['url', 'date'])).toMatchObject({ file: null });
    expect(addressColumns(['url', 'text', 'file'])).toBeNull();
    expect(addressColumns(['url', 'Worte'])).toBeNull();
    expect(addressColumns(['file', 'title'])).toBeNull();
  });

  test('is looked for only where it may be', () => {
    expect(mayListAddresses('a.txt', '\xef\xbb\xbfhttps://example.org')).toBe(true);
    expect(mayListAddresses('a.txt', '\xff\xfeh\0t\0t\0p\0:\0/\0/\0')).toBe(true);
    expect(mayListAddresses('a.txt', 'A story, see https\nhttps://example.org')).toBe(false);
    expect(mayListAddresses('a.csv', 'Link,File\n')).toBe(true);
    expect(mayListAddresses('a.csv', 'title,text\n')).toBe(false);
    expect(mayListAddresses('a.html', 'https://example.org')).toBe(false);
  });
});

test('a shortcut leads to its address', () => {
  const url = 'https://example.org/?a=1&b=2';
  expect(addressOfShortcut(`[InternetShortcut]\r\nURL=${url}\r\nIconIndex=0\r\n`)).toBe(url);
  expect(
    addressOfShortcut(
      `<?xml version="1.0"?><plist><dict><key>URL</key><string>${url.replace('&', '&amp;')}</string></dict></plist>`,
    ),
  ).toBe(url);
  expect(addressOfShortcut(`bplist00\xd1\x01\x02SURL_\x10\x1c${url}\x08\x0b\x0f\0\0`)).toBe(url);
  expect(addressOfShortcut('[InternetShortcut]\nURL=file:///etc/passwd\n')).toBeNull();
});
