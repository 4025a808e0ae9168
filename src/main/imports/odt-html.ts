import type { SaxesTagNS } from 'saxes';

import { nextLabel } from './list-labels.ts';
import { createStyleHandlers, inheritedOdt, outlineList } from './odt-styles.ts';
import type { OdtStyles } from './odt-styles.ts';
import { escapeMarkup, readXml, xmlAttribute } from './read-xml.ts';

// Elements whose text is no text of the document: what was deleted, remarks, forms, readings, descriptions.
const silent: ReadonlySet<string> = new Set(
  (
    'tracked-changes annotation forms scripts font-face-decls styles master-styles settings meta sequence-decls ' +
    'variable-decls user-field-decls ruby-text title desc list-header-number binary-data math event-listeners ' +
    'dde-connection-decls alphabetical-index-auto-mark-file covered-table-cell note-citation number'
  ).split(' '),
);

/** A paragraph or heading that is being read; text boxes in it come after it. */
interface Paragraph {
  content: string;
  readonly tag: string;
  readonly after: string[];
}

/**
 * Turns the content of an OpenDocument text (ODF 1.3) into HTML: list numbers as they are shown, notes at the end with
 * their numbers, text boxes after the paragraph they hang on; hidden and deleted text is left out.
 */
export function odtToHtml(xml: string, styles: OdtStyles): string {
  const collector = createStyleHandlers(styles);
  const outputs: string[][] = [[]];
  const paragraphs: Paragraph[] = [];
  const notes: string[] = [];
  const lists: { readonly style: string; readonly isContinued: boolean }[] = [];
  const counters = new Map<string, (number | undefined)[]>();
  const spans: string[] = [];
  let label: string | null = null;
  let skipping = 0;
  let inBody = false;
  let alternative = '';

  const put = (markup: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) outputs.at(-1)?.push(markup);
    else paragraph.content += markup;
  };
  const isHidden = (family: string, name: string): boolean =>
    inheritedOdt(styles, family, name, (style) => style.isHidden) === true;

  function countersOf(style: string): (number | undefined)[] {
    const known = counters.get(style);
    if (known !== undefined) return known;
    const made: (number | undefined)[] = [];
    counters.set(style, made);
    return made;
  }

  function startItem(tag: SaxesTagNS): void {
    const style = lists.at(-1)?.style ?? '';
    const level = Math.min(8, lists.length - 1);
    const counts = countersOf(style);
    const start = Number.parseInt(xmlAttribute(tag, 'start-value'), 10);
    if (Number.isFinite(start)) counts[level] = start - 1;
    label = nextLabel(styles.lists.get(style) ?? [], counts, level).trim();
    put('<li>');
  }

  function startList(tag: SaxesTagNS): void {
    const outer = lists.at(-1)?.style ?? '';
    const style = xmlAttribute(tag, 'style-name') || outer;
    const isContinued =
      xmlAttribute(tag, 'continue-numbering') === 'true' ||
      xmlAttribute(tag, 'continue-list') !== '';
    if (lists.length === 0 && !isContinued) counters.delete(style);
    lists.push({ style, isContinued });
    put('<ul>');
  }

  function startParagraph(tag: SaxesTagNS): void {
    const style = xmlAttribute(tag, 'style-name');
    const level =
      tag.local === 'h' ? Number(xmlAttribute(tag, 'outline-level')) || 1 : titleLevel(style);
    const element = level === null ? elementOf(style) : `h${Math.max(1, Math.min(6, level))}`;
    let content = '';
    if (label !== null && label !== '') content = `${escapeMarkup(label)} `;
    else if (
      tag.local === 'h' &&
      label === null &&
      xmlAttribute(tag, 'is-list-header') !== 'true'
    ) {
      const levels = styles.lists.get(outlineList) ?? [];
      const shown = nextLabel(
        levels,
        countersOf(outlineList),
        Math.min(8, (level ?? 1) - 1),
      ).trim();
      if (shown !== '') content = `${escapeMarkup(shown)} `;
    }
    if (label !== null) label = '';
    paragraphs.push({ content, tag: element, after: [] });
  }

  function titleLevel(style: string): number | null {
    return inheritedOdt(styles, 'paragraph', style, ({ displayName }) =>
      /^title$/i.test(displayName) ? 1 : /^subtitle$/i.test(displayName) ? 2 : null,
    );
  }

  function elementOf(style: string): string {
    const found = inheritedOdt(styles, 'paragraph', style, ({ displayName }) => {
      if (/^(?:quotations?|block quotation|quote)$/i.test(displayName)) return 'blockquote';
      return /^(?:caption|figure|illustration|table|drawing)$/i.test(displayName)
        ? 'figcaption'
        : null;
    });
    return found ?? 'p';
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const { tag, content, after } = paragraph;
    put(`<${tag}>${content}</${tag}>${after.join('')}`);
  }

  function startSpan(style: string): void {
    const bold = inheritedOdt(styles, 'text', style, (each) => each.isBold) === true;
    const italic = inheritedOdt(styles, 'text', style, (each) => each.isItalic) === true;
    put(`${bold ? '<b>' : ''}${italic ? '<i>' : ''}`);
    spans.push(`${italic ? '</i>' : ''}${bold ? '</b>' : ''}`);
  }

  function skips(tag: SaxesTagNS): boolean {
    const { local } = tag;
    if (silent.has(local)) return true;
    const style = xmlAttribute(tag, 'style-name');
    if (local === 'section')
      return xmlAttribute(tag, 'display') === 'none' || isHidden('section', style);
    if (local === 'span') return isHidden('text', style);
    if (local === 'p' || local === 'h') return isHidden('paragraph', style);
    if (local === 'hidden-text' || local === 'hidden-paragraph')
      return xmlAttribute(tag, 'is-hidden') !== 'false';
    return false;
  }

  // What stands in a frame is written aside, and comes after the paragraph that holds the frame.
  function startAside(): void {
    outputs.push([]);
    paragraphsAside.push(paragraphs.splice(0));
  }
  const paragraphsAside: Paragraph[][] = [];

  function endAside(): string {
    const markup = outputs.length > 1 ? (outputs.pop()?.join('') ?? '') : '';
    paragraphs.splice(0, paragraphs.length, ...(paragraphsAside.pop() ?? []));
    return markup;
  }

  function open(tag: SaxesTagNS): void {
    const { local } = tag;
    if (!inBody) collector.open(tag);
    if (local === 'body') inBody = true;
    if (skipping > 0 || !inBody || skips(tag)) {
      if (local === 'title' || local === 'desc') alternative = '';
      if (inBody) skipping += 1;
      return;
    }
    switch (local) {
      case 'p':
      case 'h':
        return startParagraph(tag);
      case 'span':
        return startSpan(xmlAttribute(tag, 'style-name'));
      case 'a':
        return put(`<a href="${escapeMarkup(xmlAttribute(tag, 'href'))}">`);
      case 's':
        return put(' '.repeat(Math.max(1, Math.min(200, Number(xmlAttribute(tag, 'c')) || 1))));
      case 'tab':
        return put('\t');
      case 'line-break':
        return put('<br>');
      case 'list':
        return startList(tag);
      case 'list-item':
        return startItem(tag);
      case 'list-header':
        label = '';
        return put('<li>');
      case 'table':
        return put('<table>');
      case 'table-row':
        return put('<tr>');
      case 'table-cell':
        return put('<td>');
      case 'note':
        return startNote();
      case 'frame':
      case 'custom-shape':
      case 'rect':
      case 'ellipse':
      case 'text-box':
        return startAside();
    }
  }

  function startNote(): void {
    put(`[${notes.length + 1}]`);
    notes.push('');
    openNotes.push(notes.length - 1);
    startAside();
  }
  const openNotes: number[] = [];

  function close(tag: SaxesTagNS): void {
    const { local } = tag;
    if (!inBody) return collector.close(tag);
    if (skipping > 0) {
      skipping -= 1;
      const isAlternative = (local === 'desc' || local === 'title') && alternative.trim() !== '';
      if (skipping === 0 && isAlternative && paragraphsAside.length > 0) {
        put(`<img alt="${escapeMarkup(alternative.trim())}">`);
        alternative = '';
      }
      return;
    }
    switch (local) {
      case 'p':
      case 'h':
        return endParagraph();
      case 'span':
        return put(spans.pop() ?? '');
      case 'a':
        return put('</a>');
      case 'list':
        lists.pop();
        return put('</ul>');
      case 'list-item':
      case 'list-header':
        label = null;
        return put('</li>');
      case 'table':
        return put('</table>');
      case 'table-row':
        return put('</tr>');
      case 'table-cell':
        return put('</td>');
      case 'note': {
        const index = openNotes.pop();
        const markup = endAside().replace(/^<p>/, '');
        if (index !== undefined) notes[index] = `<p>[${index + 1}] ${markup}`;
        return;
      }
      case 'frame':
      case 'custom-shape':
      case 'rect':
      case 'ellipse':
      case 'text-box': {
        const markup = endAside();
        const paragraph = paragraphs.at(-1);
        if (paragraph === undefined) put(markup);
        else paragraph.after.push(markup);
      }
    }
  }

  readXml(xml, 'The document', {
    open,
    close,
    text: (characters) => {
      if (skipping > 0) alternative = (alternative + characters).slice(0, 2000);
      else if (paragraphs.length > 0) put(escapeMarkup(characters));
    },
  });
  return [outputs[0]?.join('') ?? '', ...notes].join('\n');
}
