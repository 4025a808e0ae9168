import type { SaxesTagNS } from 'saxes';

import type { ListLevel } from './list-labels.ts';
import { readXml, xmlAttribute } from './read-xml.ts';

/** What a style of an OpenDocument text says that matters for its text; null where it says nothing. */
export interface OdtStyle {
  readonly displayName: string;
  readonly parent: string;
  readonly isHidden: boolean | null;
  readonly isBold: boolean | null;
  readonly isItalic: boolean | null;
  /** The list that paragraphs of the style belong to. */
  readonly listStyle: string | null;
}

/** The styles of an OpenDocument text by family and name (`paragraph P1`), and its lists by name. */
export interface OdtStyles {
  readonly styles: Map<string, OdtStyle>;
  readonly lists: Map<string, (ListLevel | undefined)[]>;
}

/** The name under which the numbering of headings is kept among the lists. */
export const outlineList = ' outline';

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** Reads the styles of a part of an OpenDocument text (ODF 1.3, 16) into `into`; `handle` sees every tag too. */
export function readOdtStyles(xml: string, into: OdtStyles): void {
  readXml(xml, 'The document', createStyleHandlers(into));
}

/** Handlers that collect styles while a part is read. */
export function createStyleHandlers({ styles, lists }: OdtStyles): {
  readonly open: (tag: SaxesTagNS) => void;
  readonly close: (tag: SaxesTagNS) => void;
  readonly text: () => void;
} {
  let key: string | null = null;
  let list: (ListLevel | undefined)[] | null = null;

  function update(change: Partial<OdtStyle>): void {
    const style = key === null ? undefined : styles.get(key);
    if (key !== null && style !== undefined) styles.set(key, { ...style, ...change });
  }

  function open(tag: SaxesTagNS): void {
    switch (tag.local) {
      case 'style':
        key = `${xmlAttribute(tag, 'family')} ${xmlAttribute(tag, 'name')}`;
        styles.set(key, {
          displayName: xmlAttribute(tag, 'display-name') || decodeName(xmlAttribute(tag, 'name')),
          parent: xmlAttribute(tag, 'parent-style-name'),
          isHidden: null,
          isBold: null,
          isItalic: null,
          listStyle: xmlAttribute(tag, 'list-style-name') || null,
        });
        return;
      case 'section-properties':
      case 'text-properties': {
        const display = xmlAttribute(tag, 'display');
        const weight = xmlAttribute(tag, 'font-weight');
        const slant = xmlAttribute(tag, 'font-style');
        update({
          ...(display === '' ? {} : { isHidden: display === 'none' }),
          ...(weight === '' ? {} : { isBold: weight === 'bold' || Number(weight) >= 600 }),
          ...(slant === '' ? {} : { isItalic: slant === 'italic' || slant === 'oblique' }),
        });
        return;
      }
      case 'list-style':
        lists.set(xmlAttribute(tag, 'name'), (list = []));
        return;
      case 'outline-style':
        lists.set(outlineList, (list = []));
        return;
      case 'list-level-style-number':
      case 'outline-level-style':
      case 'list-level-style-bullet':
      case 'list-level-style-image':
        if (list !== null) addLevel(list, tag);
    }
  }

  return {
    open,
    close: ({ local }) => {
      if (local === 'style') key = null;
      if (local === 'list-style' || local === 'outline-style') list = null;
    },
    text: () => undefined,
  };
}

function addLevel(list: (ListLevel | undefined)[], tag: SaxesTagNS): void {
  const level = Number(xmlAttribute(tag, 'level')) - 1;
  if (!(level >= 0 && level <= 8)) return;
  const format = formats[xmlAttribute(tag, 'num-format')];
  const shown = Math.max(1, Math.min(level + 1, Number(xmlAttribute(tag, 'display-levels')) || 1));
  const numbers = Array.from({ length: shown }, (_, index) => `%${level - shown + 2 + index}`);
  const isNumber =
    tag.local !== 'list-level-style-bullet' && tag.local !== 'list-level-style-image';
  const pattern =
    xmlAttribute(tag, 'num-prefix') + numbers.join('.') + xmlAttribute(tag, 'num-suffix');
  list[level] = {
    start: Number.parseInt(xmlAttribute(tag, 'start-value'), 10) || 1,
    format: !isNumber ? 'bullet' : (format ?? 'none'),
    pattern: format === undefined ? '' : pattern,
    restartAfter: null,
    isLegal: false,
  };
}

/** A name of a style with its escapes (`_20_` for a space) undone. */
export function decodeName(name: string): string {
  return name.replaceAll(/_([0-9a-f]{1,4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** What `read` finds first in a style or its parents, or null. */
export function inheritedOdt<T>(
  { styles }: OdtStyles,
  family: string,
  name: string,
  read: (style: OdtStyle) => T | null,
): T | null {
  let style = styles.get(`${family} ${name}`);
  for (let depth = 0; style !== undefined && depth < 20; depth += 1) {
    const found = read(style);
    if (found !== null) return found;
    style = styles.get(`${family} ${style.parent}`);
  }
  return null;
}
