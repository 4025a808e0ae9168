import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseBytes } from '../../src/main/imports/parse-bytes.ts';

/** What an extractor makes of a page; null where it says nothing. */
export interface ExtractedArticle {
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
}

/** Makes an article of the HTML of a page, with the extractor's own defaults. */
export type Extractor = (html: string, url: string) => Promise<ExtractedArticle>;

/** The HTML importer, and the text that it leaves unfolded. */
export async function extractWithAttest(html: string): Promise<ExtractedArticle> {
  const result = await parseBytes(Buffer.from(html), 'page.html', { encoding: 'UTF-8' });
  if ('problem' in result) return nothing;
  const { text, blocks, metadata } = result.source;
  return {
    text: blocks
      .filter(({ boilerplateRule }) => boilerplateRule === null)
      .map(({ start, end }) => text.slice(start, end))
      .join('\n'),
    title: metadata.title,
    outlet: metadata.outlet,
    byline: metadata.byline,
    published: metadata.published,
  };
}

/** Mozilla's Readability on jsdom, as its README shows. */
export const extractWithReadability: Extractor = (html, url) =>
  withDocument(html, url, (document) => {
    const article = new Readability(document).parse();
    return {
      text: article?.content == null ? '' : textOf(article.content),
      title: article?.title || null,
      outlet: article?.siteName || null,
      byline: article?.byline || null,
      published: article?.publishedTime || null,
    };
  });

/** Defuddle on jsdom, through its entry for Node; it may not ask the network. */
export const extractWithDefuddle: Extractor = (html, url) =>
  withDocument(html, url, async (document) => {
    const article = await silently(() => Defuddle(document, url, { useAsync: false }));
    return {
      text: textOf(article.content),
      title: article.title || null,
      outlet: article.site || null,
      byline: article.author || null,
      published: article.published || null,
    };
  });

const nothing: ExtractedArticle = {
  text: '',
  title: null,
  outlet: null,
  byline: null,
  published: null,
};

async function withDocument<Result>(
  html: string,
  url: string,
  read: (document: Document) => Result | Promise<Result>,
): Promise<Result> {
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  try {
    return await read(window.document);
  } finally {
    window.close();
  }
}

/** Without what the extractor says on the console about a page. */
async function silently<Result>(work: () => Promise<Result>): Promise<Result> {
  const { log, warn, error } = console;
  const ignore = (): void => undefined;
  Object.assign(console, { log: ignore, warn: ignore, error: ignore });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

/** The words of extracted HTML: white space between blocks, so that no two words become one. */
function textOf(html: string): string {
  const apart = html.replaceAll(
    /<(?=\/?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|br|hr|tr|td|th|table|section|article|figure|figcaption|blockquote|pre|header|footer|aside|main)[\s/>])/gi,
    ' <',
  );
  const { window } = new JSDOM(apart, { virtualConsole: new VirtualConsole() });
  const text = window.document.body.textContent ?? '';
  window.close();
  return text;
}
