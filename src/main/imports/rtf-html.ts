import { escapeMarkup } from './read-xml.ts';

/** How a paragraph of RTF is set. */
export interface RtfParagraph {
  readonly style: number;
  readonly outline: number | null;
  readonly listLevel: number;
  readonly isInTable: boolean;
}

/** How characters of RTF are set. */
export interface RtfRun {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Where a link leads, or null. */
  readonly link: string | null;
}

/** Puts the paragraphs, cells and rows of an RTF document together to HTML. */
export interface RtfHtml {
  readonly addText: (characters: string, run: RtfRun) => void;
  readonly addBreak: () => void;
  /** The label of a list item, as it is shown. */
  readonly addLabel: (characters: string) => void;
  readonly endParagraph: (paragraph: RtfParagraph) => void;
  readonly endCell: () => void;
  readonly endRow: () => void;
  readonly finish: () => string;
}

/** Makes a writer; `headingOf` tells the level of the headings of a style, or null. */
export function createRtfHtml(headingOf: (style: number) => number | null): RtfHtml {
  const parts: string[] = [];
  let content = '';
  let label: string | null = null;
  let cell: string[] = [];
  let row: string[] = [];
  let rows: string[] = [];

  function endTable(): void {
    if (cell.length > 0 || row.length > 0) endRow();
    if (rows.length > 0) parts.push(`<table>${rows.join('')}</table>`);
    rows = [];
  }

  function endRow(): void {
    if (content !== '' || cell.length > 0) endCell();
    if (row.length > 0) rows.push(`<tr>${row.join('')}</tr>`);
    row = [];
  }

  function endCell(): void {
    if (content !== '') cell.push(takeContent());
    row.push(`<td>${cell.map((part) => `<p>${part}</p>`).join('')}</td>`);
    cell = [];
  }

  function takeContent(): string {
    const shown = label === null || isBullet(label) ? '' : `${escapeMarkup(label.trim())} `;
    const taken = shown + content;
    content = '';
    label = null;
    return taken;
  }

  function endParagraph({ style, outline, listLevel, isInTable }: RtfParagraph): void {
    if (isInTable) {
      if (content !== '') cell.push(takeContent());
      return;
    }
    endTable();
    if (content === '') return;
    const heading = headingOf(style) ?? (outline === null ? null : Math.min(6, outline + 1));
    const isItem = label !== null;
    const text = takeContent();
    if (heading !== null) parts.push(`<h${heading}>${text}</h${heading}>`);
    else if (isItem) {
      const depth = Math.min(9, listLevel + 1);
      parts.push(`${'<ul><li>'.repeat(depth)}${text}${'</li></ul>'.repeat(depth)}`);
    } else parts.push(`<p>${text}</p>`);
  }

  return {
    addText: (characters, { isBold, isItalic, link }) => {
      let markup = escapeMarkup(characters);
      if (isBold) markup = `<b>${markup}</b>`;
      if (isItalic) markup = `<i>${markup}</i>`;
      content += link === null ? markup : `<a href="${escapeMarkup(link)}">${markup}</a>`;
    },
    addBreak: () => {
      if (content !== '') content += '<br>';
    },
    addLabel: (characters) => {
      label = (label ?? '') + characters;
    },
    endParagraph,
    endCell,
    endRow,
    finish: () => {
      endParagraph({ style: 0, outline: null, listLevel: 0, isInTable: false });
      endTable();
      return parts.join('\n');
    },
  };
}

function isBullet(label: string): boolean {
  return /^[\s\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023\u2043\u2013\u2014\u2713\uf000-\uf0ff*o-]*$/u.test(
    label,
  );
}
