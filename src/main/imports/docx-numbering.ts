import type { SaxesTagNS } from 'saxes';

import { inherited } from './docx-styles.ts';
import type { DocxStyles } from './docx-styles.ts';
import { nextLabel } from './list-labels.ts';
import type { ListLevel } from './list-labels.ts';
import { readXml, xmlAttribute } from './read-xml.ts';

/** Counts the items of the lists of a Word document, paragraph by paragraph. */
export interface DocxNumbering {
  /** The label of the next paragraph of a list as it is shown, with the space after it; empty where it has none. */
  readonly label: (styleId: string, listId: string | null, level: number | null) => string;
}

interface AbstractList {
  readonly levels: (ListLevel | undefined)[];
  /** For each level the style whose paragraphs stand at it. */
  readonly styles: (string | undefined)[];
  styleLink: string;
}

interface List {
  abstractId: string;
  readonly starts: (number | undefined)[];
  isUsed: boolean;
}

const emptyLevel: ListLevel = {
  start: 1,
  format: 'decimal',
  pattern: '',
  restartAfter: null,
  isLegal: false,
};

/** Reads `numbering.xml` (ECMA-376 Part 1, 17.9). */
export function readDocxNumbering(xml: string, styles: DocxStyles): DocxNumbering {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  readLists(xml, abstracts, lists);
  const counters = new Map<AbstractList, (number | undefined)[]>();

  function resolve(list: List | undefined, depth = 0): AbstractList | undefined {
    const abstract = abstracts.get(list?.abstractId ?? '');
    if (abstract === undefined || abstract.styleLink === '' || depth > 8) return abstract;
    const linked = styles.get(abstract.styleLink)?.listId ?? '';
    return resolve(lists.get(linked), depth + 1) ?? abstract;
  }

  function label(styleId: string, ownListId: string | null, ownLevel: number | null): string {
    const listId = ownListId ?? inherited(styles, styleId, (style) => style.listId);
    // The list 0 takes a paragraph out of the list of its style.
    const list = listId === null || listId === '0' ? undefined : lists.get(listId);
    const abstract = resolve(list);
    if (list === undefined || abstract === undefined) return '';
    const linked = abstract.styles.indexOf(styleId);
    const styled = inherited(styles, styleId, (style) =>
      style.listId === null ? null : style.listLevel,
    );
    const level = Math.min(
      8,
      ownLevel ?? (linked >= 0 && ownListId === null ? linked : (styled ?? 0)),
    );
    let counts = counters.get(abstract);
    if (counts === undefined) counters.set(abstract, (counts = []));
    if (!list.isUsed) {
      list.isUsed = true;
      list.starts.forEach((start, index) => {
        if (start !== undefined) counts[index] = start - 1;
      });
    }
    const shown = nextLabel(abstract.levels, counts, level).trim();
    return shown === '' ? '' : `${shown} `;
  }

  return { label };
}

function readLists(
  xml: string,
  abstracts: Map<string, AbstractList>,
  lists: Map<string, List>,
): void {
  let abstract: AbstractList | null = null;
  let list: List | null = null;
  let overridden: number | null = null;
  let index: number | null = null;
  let level = emptyLevel;

  function open(tag: SaxesTagNS): void {
    const value = xmlAttribute(tag, 'val');
    switch (tag.local) {
      case 'abstractNum':
        abstract = { levels: [], styles: [], styleLink: '' };
        abstracts.set(xmlAttribute(tag, 'abstractNumId'), abstract);
        return;
      case 'num':
        list = { abstractId: '', starts: [], isUsed: false };
        lists.set(xmlAttribute(tag, 'numId'), list);
        return;
      case 'abstractNumId':
        if (list !== null) list.abstractId = value;
        return;
      case 'numStyleLink':
        if (abstract !== null) abstract.styleLink = value;
        return;
      case 'lvlOverride':
        overridden = readIndex(xmlAttribute(tag, 'ilvl'));
        return;
      case 'startOverride':
        if (list !== null && overridden !== null) list.starts[overridden] = readStart(value);
        return;
      case 'lvl':
        index = readIndex(xmlAttribute(tag, 'ilvl')) ?? 0;
        level = emptyLevel;
        return;
    }
    if (index !== null) level = readLevelProperty(level, tag.local, value);
    if (index !== null && tag.local === 'pStyle' && abstract !== null)
      abstract.styles[index] = value;
  }

  readXml(xml, 'The list of numberings in the document', {
    open,
    close: ({ local }) => {
      if (local === 'lvl' && index !== null) {
        if (abstract !== null) abstract.levels[index] = level;
        index = null;
      } else if (local === 'abstractNum') abstract = null;
      else if (local === 'num') list = null;
      else if (local === 'lvlOverride') overridden = null;
    },
    text: () => undefined,
  });
}

function readLevelProperty(level: ListLevel, name: string, value: string): ListLevel {
  switch (name) {
    case 'start':
      return { ...level, start: readStart(value) };
    case 'numFmt':
      return { ...level, format: value };
    case 'lvlText':
      return { ...level, pattern: value };
    case 'lvlRestart':
      return { ...level, restartAfter: Number.parseInt(value, 10) || 0 };
    case 'isLgl':
      return { ...level, isLegal: value !== '0' && value !== 'false' };
    default:
      return level;
  }
}

function readIndex(value: string): number | null {
  return /^[0-8]$/.test(value) ? Number(value) : null;
}

function readStart(value: string): number {
  return /^-?\d{1,6}$/.test(value) ? Number(value) : 1;
}
