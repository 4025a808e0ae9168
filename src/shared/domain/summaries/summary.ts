import type { AnalystId, SummaryId } from '../ids.ts';

/** A node of a Tiptap document as JSON. */
export interface RichTextNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichTextNode[];
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: Readonly<Record<string, unknown>>;
  }[];
  readonly text?: string;
}

/** A rich text with citations: inline nodes of type `citation` with `attrs: { targetKind: 'claim' | 'highlight', targetId }`. */
export interface Summary {
  readonly id: SummaryId;
  readonly title: string;
  readonly content: RichTextNode;
  readonly handling: string | null;
  readonly analystId: AnalystId;
  readonly createdAt: string;
}

/** What a citation points to. */
export interface CitationTarget {
  readonly targetKind: 'claim' | 'highlight';
  readonly targetId: string;
}
