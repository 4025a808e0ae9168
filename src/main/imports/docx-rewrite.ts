import type { SaxesTagNS } from 'saxes';

import type { DocxNumbering } from './docx-numbering.ts';
import { escapeMarkup, readXml, xmlAttribute } from './read-xml.ts';

/** A list paragraph as it is read: the style, list and level its properties name. */
interface Paragraph {
  style: string;
  listId: string | null;
  level: number | null;
  isDeleted: boolean;
  isNumbered: boolean;
}

// Old properties of a tracked change, readings beside Chinese and Japanese words, and what only prints.
const dropped: ReadonlySet<string> = new Set(
  'pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange rt numberingChange'.split(
    ' ',
  ),
);
// Elements around text that mammoth does not look into.
const unwrapped: ReadonlySet<string> = new Set(
  'fldSimple bdo dir ruby rubyBase oMathPara'.split(' '),
);
const formula: Readonly<Record<string, string>> = { den: '/', sup: '^', sub: '_' };

/**
 * Rewrites a part of a Word document so that mammoth loses nothing of its text: list numbers become text, as Word
 * shows them, and simple fields, text boxes, formulas and text with a direction are put where mammoth looks. Hidden
 * text is left out.
 */
export function rewriteDocxPart(xml: string, numbering: DocxNumbering): string {
  const outputs: string[][] = [[]];
  const paragraphs: Paragraph[] = [];
  // For each drawing that is open, the text boxes in it.
  const drawings: string[][] = [];
  const alternatives: { choice: string; fallback: string }[] = [];
  const runs: { isHidden: boolean }[] = [];
  let skipping = 0;
  let inRunProperties = 0;
  let inParagraphProperties = 0;
  let inFormula = 0;
  // The prefix of the document's own Word elements.
  let prefix = 'w:';

  const put = (markup: string): void => void outputs.at(-1)?.push(markup);
  const pop = (): string => (outputs.length > 1 ? (outputs.pop()?.join('') ?? '') : '');
  const shows = (tag: SaxesTagNS): boolean => !/^(?:0|false|off)$/.test(xmlAttribute(tag, 'val'));

  function open(tag: SaxesTagNS): void {
    const { local } = tag;
    if (isWord(tag)) prefix = tag.prefix === '' ? '' : `${tag.prefix}:`;
    if (skipping > 0 || dropped.has(local)) {
      skipping += 1;
      return;
    }
    if (local === 't' && inFormula === 0 && runs.at(-1)?.isHidden === true) {
      skipping += 1;
      return;
    }
    if (inFormula > 0) {
      put(formula[local] ?? '');
      if (local === 'oMath') inFormula += 1;
      return;
    }
    if (local === 'oMath') {
      inFormula = 1;
      return put(`<${prefix}r><${prefix}t xml:space="preserve">`);
    }
    if (unwrapped.has(local)) return;
    switch (local) {
      case 'AlternateContent':
        alternatives.push({ choice: '', fallback: '' });
        return;
      case 'Choice':
      case 'Fallback':
        outputs.push([]);
        return;
      case 'drawing':
        outputs.push([]);
        drawings.push([]);
        break;
      case 'txbxContent':
        if (drawings.length > 0) outputs.push([]);
        break;
      case 'p':
        if (!isWord(tag)) break;
        paragraphs.push({
          style: '',
          listId: null,
          level: null,
          isDeleted: false,
          isNumbered: false,
        });
        break;
      case 'r':
        runs.push({ isHidden: false });
        break;
      case 'rPr':
        inRunProperties += 1;
        break;
      case 'pPr':
        inParagraphProperties += 1;
        break;
      default:
        readProperty(tag);
    }
    put(tagMarkup(tag));
  }

  function readProperty(tag: SaxesTagNS): void {
    const paragraph = paragraphs.at(-1);
    const run = runs.at(-1);
    const value = xmlAttribute(tag, 'val');
    if (inRunProperties > 0) {
      const isHidden = (tag.local === 'vanish' || tag.local === 'webHidden') && shows(tag);
      if (isHidden && run !== undefined && inParagraphProperties === 0) run.isHidden = true;
      if (tag.local === 'del' && inParagraphProperties > 0 && paragraph) paragraph.isDeleted = true;
    } else if (inParagraphProperties > 0 && paragraph !== undefined) {
      if (tag.local === 'pStyle') paragraph.style = value;
      else if (tag.local === 'numId') paragraph.listId = value;
      else if (tag.local === 'ilvl') paragraph.level = /^[0-8]$/.test(value) ? Number(value) : 0;
    }
  }

  function close(tag: SaxesTagNS): void {
    const { local } = tag;
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    if (inFormula > 0) {
      if (local !== 'oMath') return;
      inFormula -= 1;
      if (inFormula === 0) put(`</${prefix}t></${prefix}r>`);
      return;
    }
    if (unwrapped.has(local)) return;
    const alternative = alternatives.at(-1);
    switch (local) {
      case 'AlternateContent': {
        const { choice, fallback } = alternatives.pop() ?? { choice: '', fallback: '' };
        put(/<\w+:t[ >]/.test(fallback) || choice === '' ? fallback : choice);
        return;
      }
      case 'Choice': {
        const content = pop();
        if (alternative !== undefined && alternative.choice === '') alternative.choice = content;
        return;
      }
      case 'Fallback': {
        const content = pop();
        if (alternative !== undefined) alternative.fallback = content;
        return;
      }
      case 'txbxContent': {
        put(`</${tag.name}>`);
        if (drawings.length > 0) drawings.at(-1)?.push(pop());
        return;
      }
      case 'drawing': {
        put(`</${tag.name}>`);
        const drawing = pop();
        const boxes = drawings.pop() ?? [];
        put(boxes.length === 0 ? drawing : `<${prefix}pict>${boxes.join('')}</${prefix}pict>`);
        return;
      }
      case 'p':
        if (isWord(tag)) paragraphs.pop();
        break;
      case 'r':
        runs.pop();
        break;
      case 'rPr':
        inRunProperties -= 1;
        break;
      case 'pPr':
        inParagraphProperties -= 1;
        put(`</${tag.name}>`);
        return putLabel();
    }
    put(`</${tag.name}>`);
  }

  function putLabel(): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || paragraph.isNumbered || paragraph.isDeleted) return;
    paragraph.isNumbered = true;
    const label = numbering.label(paragraph.style, paragraph.listId, paragraph.level);
    if (label !== '') {
      const text = `<${prefix}t xml:space="preserve">${escapeMarkup(label)}</${prefix}t>`;
      put(`<${prefix}r>${text}</${prefix}r>`);
    }
  }

  readXml(xml, 'The document', {
    open,
    close,
    text: (characters) => {
      if (skipping === 0) put(escapeMarkup(characters));
    },
  });
  return outputs[0]?.join('') ?? '';
}

const wordNamespace = /wordprocessingml\/(?:2006\/)?main$|wordprocessingml\/main$|^undeclared:w$/;

function isWord(tag: SaxesTagNS): boolean {
  return wordNamespace.test(tag.uri);
}

function tagMarkup(tag: SaxesTagNS): string {
  const attributes = Object.values(tag.attributes)
    .map(({ name, value }) => ` ${name}="${escapeMarkup(value)}"`)
    .join('');
  return `<${tag.name}${attributes}>`;
}
