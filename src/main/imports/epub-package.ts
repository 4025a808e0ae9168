import { posix } from 'node:path';

import type { DocumentProperties } from './document-source.ts';
import { decodeXml, readXml, xmlAttribute } from './read-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What the package of a book says: its chapters, as paths in the archive, and its properties. */
export interface EpubPackage {
  readonly spine: readonly string[];
  readonly properties: DocumentProperties;
}

interface Item {
  readonly path: string;
  readonly type: string;
  readonly isNavigation: boolean;
}

/** Reads the package document of a book (EPUB 3.3 and 2.0.1); tables of contents are left out of the chapters. */
export function readEpubPackage(archive: ZipArchive, path: string): EpubPackage {
  const entry = archive.find(path);
  const items = new Map<string, Item>();
  const order: string[] = [];
  const contents = new Set<string>();
  const values: { readonly name: string; value: string }[] = [];
  let current: { readonly name: string; value: string } | null = null;
  const resolve = (href: string): string => {
    const plain = href.replace(/[#?].*$/s, '');
    return posix.join(posix.dirname(path), decodePath(plain)).replace(/^\/+/, '');
  };
  if (entry !== null) {
    readXml(decodeXml(archive.read(entry)), 'The EPUB book', {
      open: (tag) => {
        current = null;
        if (tag.local === 'item') {
          items.set(xmlAttribute(tag, 'id'), {
            path: resolve(xmlAttribute(tag, 'href')),
            type: xmlAttribute(tag, 'media-type'),
            isNavigation: /(?:^|\s)nav(?:\s|$)/.test(xmlAttribute(tag, 'properties')),
          });
        } else if (tag.local === 'itemref') order.push(xmlAttribute(tag, 'idref'));
        else if (tag.local === 'reference' && xmlAttribute(tag, 'type') === 'toc') {
          contents.add(resolve(xmlAttribute(tag, 'href')));
        } else if (/^http:\/\/purl\.org\/dc\/|^undeclared:dc$/.test(tag.uri)) {
          current = { name: nameOf(tag.local, xmlAttribute(tag, 'event')), value: '' };
          values.push(current);
        } else if (tag.local === 'meta' && xmlAttribute(tag, 'property') === 'dcterms:modified') {
          current = { name: 'modified', value: '' };
          values.push(current);
        }
      },
      close: () => {
        current = null;
      },
      text: (characters) => {
        if (current !== null && current.value.length < 2000) current.value += characters;
      },
    });
  }
  const all = (name: string): readonly string[] =>
    values
      .filter((each) => each.name === name && each.value.trim() !== '')
      .map(({ value }) => value.trim());
  return {
    spine: chaptersOf(items, order, contents),
    properties: {
      title: all('title')[0] ?? '',
      byline: all('creator').join(', '),
      outlet: all('publisher')[0] ?? '',
      published: all('publication')[0] ?? all('date')[0] ?? '',
      updated: all('modified')[0] ?? all('modification')[0] ?? '',
      url: [...all('source'), ...all('identifier')].find((value) => /^https?:/.test(value)) ?? '',
      language: all('language')[0] ?? '',
    },
  };
}

function nameOf(local: string, event: string): string {
  return local === 'date' && event !== '' ? event : local;
}

function chaptersOf(
  items: ReadonlyMap<string, Item>,
  order: readonly string[],
  contents: ReadonlySet<string>,
): readonly string[] {
  const isText = ({ type, path }: Item): boolean =>
    /html|^text\/x-oeb1-document/.test(type) || /\.x?html?$/i.test(path);
  const named = order.map((id) => items.get(id)).filter((item) => item !== undefined);
  const read = named.length > 0 ? named : [...items.values()];
  const chapters = read.filter((item) => isText(item) && !item.isNavigation);
  // A book of one page may name that page as its contents.
  const withoutContents = chapters.filter(({ path }) => !contents.has(path));
  return [
    ...new Set((withoutContents.length > 0 ? withoutContents : chapters).map(({ path }) => path)),
  ];
}

/** A path of the package with its escapes undone. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
