/** Lists of addresses of a kind, to be mutated. */
export interface AddressLists {
  readonly name: string;
  /** The ending of their names, with the dot. */
  readonly ending: string;
  readonly files: readonly Uint8Array[];
}

const pages = Array.from({ length: 12 }, (_, number) => ({
  url: `https://example.org/2023/10/${number}?q=ärger&page=${number}#top`,
  file: `pages/Отчёт ${number}.html`,
  title: `“Report” ${number}, part ${number}`,
}));

const lists = (...texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => Buffer.from(text));

/** Every kind of list that is read. */
export const addressLists: readonly AddressLists[] = [
  {
    name: 'of lines',
    ending: '.txt',
    files: lists(
      pages.map(({ url }) => url).join('\n'),
      `# saved on Monday\r\n${pages.map(({ url, file }) => `${url}\t${file}`).join('\r\n')}\r\n`,
      pages.map(({ url, file }, number) => `${number + 1}. ${url} ${file}`).join('\n'),
      pages.map(({ url, file }) => `${file}\t${url}`).join('\n'),
    ),
  },
  {
    name: 'of rows',
    ending: '.csv',
    files: lists(
      `url,file,title\n${pages.map(({ url, file, title }) => `${url},${file},"${title}"`).join('\n')}`,
      `file;url\n${pages.map(({ url, file }) => `${file};${url}`).join('\n')}`,
    ),
  },
  {
    name: 'of one shortcut of Windows',
    ending: '.url',
    files: lists(...pages.map(({ url }) => `[InternetShortcut]\r\nURL=${url}\r\nIconIndex=0\r\n`)),
  },
  {
    name: 'of one shortcut of macOS',
    ending: '.webloc',
    files: lists(
      ...pages.map(
        ({ url }) =>
          `<?xml version="1.0"?><plist><dict><key>URL</key><string>${url.replaceAll('&', '&amp;')}</string></dict></plist>`,
      ),
    ),
  },
];
