import { citationTarget } from '../summaries/citations.ts';
import type { CitationTarget, RichTextNode } from '../summaries/summary.ts';
import {
  isSafeLink,
  type Block,
  type Inline,
  type ListItem,
  type SourceReference,
  type TextMark,
} from './report-blocks.ts';

/** Gives the numbers of the sources that a citation rests on; null where what it cites is gone. */
export type CitationNumbers = (target: CitationTarget) => readonly SourceReference[] | null;

/** How deep a text may nest before what is deeper is left out. */
const deepest = 60;

/** The blocks of a summary's text; headings go one level down, below the title of the report. */
export function richTextBlocks(node: RichTextNode, numbers: CitationNumbers, depth = 0): Block[] {
  if (depth > deepest) return [];
  const children = node.content ?? [];
  const within = (): Block[] =>
    children.flatMap((child) => richTextBlocks(child, numbers, depth + 1));
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', content: inlines(children, numbers) }];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: headingLevel(node.attrs?.level),
          anchor: null,
          content: inlines(children, numbers),
        },
      ];
    case 'bulletList':
      return [{ kind: 'list', start: null, items: listItems(children, numbers, depth) }];
    case 'orderedList': {
      const { start } = node.attrs ?? {};
      const first = typeof start === 'number' && Number.isInteger(start) && start >= 0 ? start : 1;
      return [{ kind: 'list', start: first, items: listItems(children, numbers, depth) }];
    }
    case 'blockquote':
      return [{ kind: 'quotation', content: within() }];
    case 'codeBlock':
      return [{ kind: 'code', text: children.map((child) => child.text ?? '').join('') }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    case 'text':
    case 'citation':
    case 'hardBreak':
      return [{ kind: 'paragraph', content: inlines([node], numbers) }];
    default:
      return within();
  }
}

function headingLevel(given: unknown): 2 | 3 | 4 | 5 | 6 {
  const level = typeof given === 'number' ? Math.round(given) + 1 : 2;
  return Math.min(6, Math.max(2, level)) as 2 | 3 | 4 | 5 | 6;
}

function listItems(
  nodes: readonly RichTextNode[],
  numbers: CitationNumbers,
  depth: number,
): ListItem[] {
  return nodes.map((node) => ({
    anchor: null,
    content: (node.content ?? []).flatMap((child) => richTextBlocks(child, numbers, depth + 2)),
  }));
}

function inlines(nodes: readonly RichTextNode[], numbers: CitationNumbers): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'hardBreak') return [{ kind: 'break' }];
    if (node.type === 'citation') {
      const target = citationTarget(node);
      const references = target === null ? null : numbers(target);
      return [{ kind: 'citation', found: references !== null, references: references ?? [] }];
    }
    if (node.text === undefined) return inlines(node.content ?? [], numbers);
    return [markedText(node, node.text)];
  });
}

function markedText(node: RichTextNode, text: string): Inline {
  const marks = (node.marks ?? []).flatMap((mark): TextMark[] => {
    switch (mark.type) {
      case 'bold':
      case 'italic':
      case 'strike':
      case 'underline':
      case 'code':
        return [mark.type];
      default:
        return [];
    }
  });
  const words: Inline = { kind: 'text', text, marks };
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href;
  return typeof href === 'string' && isSafeLink(href)
    ? { kind: 'link', href, content: [words] }
    : words;
}
