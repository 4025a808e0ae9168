import { readXml, xmlAttribute } from './read-xml.ts';

/** A paragraph or numbering style of a Word document, as far as it says what a paragraph is. */
export interface DocxStyle {
  readonly name: string;
  readonly basedOn: string;
  /** Level of the outline, 0–8, or null. */
  readonly outline: number | null;
  /** The list the style belongs to and the level in it. */
  readonly listId: string | null;
  readonly listLevel: number;
}

/** The styles of a Word document by their ids. */
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

const deepestInheritance = 20;

/** Reads `styles.xml` (ECMA-376 Part 1, 17.7). */
export function readDocxStyles(xml: string): DocxStyles {
  const styles = new Map<string, DocxStyle>();
  let id: string | null = null;
  let style: DocxStyle | null = null;
  let inRun = 0;
  readXml(xml, 'The list of styles in the document', {
    open: (tag) => {
      const value = xmlAttribute(tag, 'val');
      if (tag.local === 'style') {
        id = xmlAttribute(tag, 'styleId');
        style = { name: '', basedOn: '', outline: null, listId: null, listLevel: 0 };
      } else if (tag.local === 'rPr') inRun += 1;
      else if (style !== null && inRun === 0) {
        if (tag.local === 'name') style = { ...style, name: value };
        if (tag.local === 'basedOn') style = { ...style, basedOn: value };
        if (tag.local === 'outlineLvl') style = { ...style, outline: readLevel(value) };
        if (tag.local === 'numId') style = { ...style, listId: value };
        if (tag.local === 'ilvl') style = { ...style, listLevel: readLevel(value) ?? 0 };
      }
    },
    close: (tag) => {
      if (tag.local === 'rPr') inRun -= 1;
      if (tag.local === 'style' && id !== null && style !== null) styles.set(id, style);
    },
    text: () => undefined,
  });
  return styles;
}

function readLevel(value: string): number | null {
  return /^[0-8]$/.test(value) ? Number(value) : null;
}

/** What `read` finds first in a style or those it is based on, or null. */
export function inherited<T>(
  styles: DocxStyles,
  id: string,
  read: (style: DocxStyle) => T | null,
): T | null {
  let style = styles.get(id);
  for (let depth = 0; style !== undefined && depth < deepestInheritance; depth += 1) {
    const found = read(style);
    if (found !== null) return found;
    style = styles.get(style.basedOn);
  }
  return null;
}

/** The level (1–6) of the headings that a style makes, or null; a title and a subtitle are headings too. */
export function headingLevel(styles: DocxStyles, id: string): number | null {
  return inherited(styles, id, ({ name, outline }) => {
    const named = /^heading ([1-9])$/i.exec(name)?.[1];
    if (named !== undefined) return Math.min(6, Number(named));
    if (/^title$/i.test(name)) return 1;
    if (/^subtitle$/i.test(name)) return 2;
    return outline === null ? null : Math.min(6, outline + 1);
  });
}

/** The rules by which mammoth turns the paragraphs of these styles into elements of HTML. */
export function styleRules(styles: DocxStyles): readonly string[] {
  const rules: string[] = [];
  for (const [id, { name }] of styles) {
    const element = elementOf(styles, id);
    if (element === null || name === '' || /[\p{Cc}]/u.test(name)) continue;
    const quoted = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    rules.push(`p[style-name='${quoted}'] => ${element}:fresh`);
  }
  // The number stands in the text of each item already, as the document writes it.
  for (let level = 1; level <= 9; level += 1) {
    const path = `${'ul > li > '.repeat(level - 1)}ul > li:fresh`;
    rules.push(`p:ordered-list(${level}) => ${path}`, `p:unordered-list(${level}) => ${path}`);
  }
  return rules;
}

function elementOf(styles: DocxStyles, id: string): string | null {
  const level = headingLevel(styles, id);
  if (level !== null) return `h${level}`;
  const quotes = inherited(styles, id, ({ name }) =>
    /^(?:intense )?quote$|^block text$|^quotations?$/i.test(name) ? true : null,
  );
  if (quotes === true) return 'blockquote > p';
  return /^(?:image |table )?caption$/i.test(styles.get(id)?.name ?? '') ? 'figcaption' : null;
}
