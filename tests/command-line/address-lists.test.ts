import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, patient } from './attest.ts';

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>The bridge of ${title} was opened in May, two officials said on Monday.</p></body></html>`;

test(
  'lists of addresses give saved files their addresses, and fetch nothing',
  patient,
  async () => {
    const attest = commandLine();
    await attest.run('init', 'p.attest');
    mkdirSync(join(attest.folder, 'saved', 'pages'), { recursive: true });
    writeFileSync(join(attest.folder, 'outside.html'), page('Outside'));
    for (const name of ['pages/one', 'two', 'Three four', 'mac']) {
      attest.write(`saved/${name}.html`, page(name));
    }
    symlinkSync(join(attest.folder, 'outside.html'), join(attest.folder, 'saved', 'link.html'));
    attest.write(
      'saved/list.csv',
      'url,file,title,date\nhttps://example.org/1,pages\\one.html,First,31 October 2023\nhttps://example.org/2,C:\\Users\\me\\two.html,,\nhttps://example.org/3,,,\nhttps://example.org/4,../outside.html,,\nhttps://example.org/5,link.html,,\nhttps://example.org/6,two.html,,\n',
    );
    const csv = await attest.run('import', 'p.attest', 'saved/list.csv', '--json');
    expect(csv.status).toBe(1);
    expect(csv.json()).toMatchObject([
      { file: 'saved/pages/one.html', status: 'imported', title: 'First' },
      { file: 'saved/two.html', status: 'imported', title: 'two' },
      {
        file: 'saved/list.csv#4',
        status: 'problem',
        problem:
          'https://example.org/3 has no saved file. Nothing is fetched: save the page and import the file.',
      },
      {
        file: 'saved/list.csv#5',
        problem: expect.stringContaining('not in the folder of the list'),
      },
      {
        file: 'saved/list.csv#6',
        problem: expect.stringContaining('not in the folder of the list'),
      },
      { file: 'saved/list.csv#7', problem: expect.stringContaining('for another address already') },
    ]);
    expect((await attest.run('sources', 'p.attest', '--json')).json()).toMatchObject([
      { url: 'https://example.org/1', published: '2023-10-31' },
      { url: 'https://example.org/2' },
    ]);

    // Shortcuts in a folder belong to the pages beside them; the page comes in once.
    mkdirSync(join(attest.folder, 'short'));
    attest.write('short/Three.html', page('Three'));
    attest.write('short/Three.url', '[InternetShortcut]\r\nURL=https://example.org/three\r\n');
    attest.write(
      'short/Lost.webloc',
      '<plist><dict><key>URL</key><string>https://example.org/lost</string></dict></plist>',
    );
    const short = await attest.run('import', 'p.attest', 'short', '--json');
    expect(short.json()).toMatchObject([
      { file: 'short/Lost.webloc', problem: expect.stringContaining('Nothing is fetched') },
      { file: 'short/Three.html', status: 'imported' },
    ]);
    const rows = (await attest.run('sources', 'p.attest', '--json')).json() as { url: string }[];
    expect(rows.map(({ url }) => url)).toContain('https://example.org/three');

    attest.write('bare.txt', 'https://example.org/x\nhttps://example.org/y\n');
    const bare = await attest.run('import', 'p.attest', 'bare.txt', '--json');
    expect(bare.json()).toMatchObject([
      {
        file: 'bare.txt#1',
        status: 'problem',
        problem: expect.stringContaining('has no saved file'),
      },
      { file: 'bare.txt#2', status: 'problem' },
    ]);
    attest.write('tab.txt', 'https://example.org/out\toutside.html\n');
    const tab = await attest.run(
      'import',
      'p.attest',
      'tab.txt',
      '--url',
      'https://example.org/said',
      '--json',
    );
    expect(tab.json()).toMatchObject([{ file: 'outside.html', status: 'imported' }]);
    const all = (await attest.run('sources', 'p.attest', '--json')).json() as { url: string }[];
    // What is said on the command line wins.
    expect(all.at(-1)?.url).toBe('https://example.org/said');
  },
);
