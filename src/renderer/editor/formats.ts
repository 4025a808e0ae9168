import type { Editor } from '@tiptap/core';
import { headingLevels, type HeadingLevel } from './text-schema.ts';

/** What a paragraph can be. */
export type BlockFormat = 'paragraph' | `heading${HeadingLevel}`;

/** Everything the form of a text can be switched to. */
export type Format = BlockFormat | 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'blockquote';

/** How the text at the caret is set. */
export interface Formats {
  readonly block: BlockFormat;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly blockquote: boolean;
}

export const plainFormats: Formats = {
  block: 'paragraph',
  bold: false,
  italic: false,
  bulletList: false,
  orderedList: false,
  blockquote: false,
};

/** How the text at the caret is set now; the same object where nothing changed. */
export function readFormats(editor: Editor, before: Formats): Formats {
  const level = headingLevels.find((each) => editor.isActive('heading', { level: each }));
  const now: Formats = {
    block: level === undefined ? 'paragraph' : `heading${level}`,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
  };
  const names = Object.keys(now) as (keyof Formats)[];
  return names.every((name) => now[name] === before[name]) ? before : now;
}

/** Switches a format on at the caret, or off where it is on. */
export function applyFormat(editor: Editor, format: Format): void {
  const chain = editor.chain().focus();
  switch (format) {
    case 'paragraph':
      chain.setParagraph().run();
      return;
    case 'heading1':
    case 'heading2':
    case 'heading3':
      chain.toggleHeading({ level: Number(format.slice(-1)) as HeadingLevel }).run();
      return;
    case 'bold':
      chain.toggleBold().run();
      return;
    case 'italic':
      chain.toggleItalic().run();
      return;
    case 'bulletList':
      chain.toggleBulletList().run();
      return;
    case 'orderedList':
      chain.toggleOrderedList().run();
      return;
    case 'blockquote':
      chain.toggleBlockquote().run();
  }
}
