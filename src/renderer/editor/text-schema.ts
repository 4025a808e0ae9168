import type { Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import type { CitationLabels } from './citation-labels.ts';
import { createCitationNode } from './citation-node.ts';

/** How deep headings go; the summary's title stands above them. */
export const headingLevels = [1, 2, 3] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/**
 * What a summary can hold: paragraphs, headings, lists, quotations, line breaks, bold, italic, and citations. There
 * is no history of the editor's own, because the change log has it. Links stay plain text.
 */
export function summaryExtensions(labels: CitationLabels): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      link: false,
      underline: false,
      strike: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      trailingNode: false,
      heading: { levels: [...headingLevels] },
      dropcursor: { color: false, width: 2, class: 'summary-drop' },
    }),
    createCitationNode(labels),
  ];
}
