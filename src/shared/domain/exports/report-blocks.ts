/** How a stretch of a report's text is set. */
export type TextMark = 'bold' | 'italic' | 'strike' | 'underline' | 'code';

/** A reference to the numbered source list; the anchor is where its quote stands. */
export interface SourceReference {
  readonly number: number;
  readonly anchor: string;
}

/** What a line of a report is made of. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks?: readonly TextMark[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  /** References to sources, ascending; `found` is false where what it cites is gone. */
  | {
      readonly kind: 'citation';
      readonly found: boolean;
      readonly references: readonly SourceReference[];
    }
  | { readonly kind: 'break' };

/** An item of a list; the anchor is what references point to. */
export interface ListItem {
  readonly anchor: string | null;
  readonly content: readonly Block[];
}

/** What a report is made of, whatever it is written as. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly anchor: string | null;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  /** `start` is the number of the first item; null for a list without numbers. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'quotation'; readonly content: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  /** The handling of the whole, at its top and bottom. */
  | { readonly kind: 'banner'; readonly text: string };

/** A report as a whole: what its beginning needs, and its blocks, which are streamed. */
export interface Report {
  readonly title: string;
  readonly blocks: Iterable<Block>;
}

/** Plain text as a line. */
export function plain(text: string, ...marks: readonly TextMark[]): Inline {
  return marks.length === 0 ? { kind: 'text', text } : { kind: 'text', text, marks };
}

/** Whether a link may stand in a report: a web or mail address, nothing that runs. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href);
}
