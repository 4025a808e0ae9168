import type { z } from 'zod';
import type { markSchema, typedSchemas } from './jsonl-schema.ts';

/** A mark as a file gives it: what is left out is not said. */
export type MarkItem = z.infer<typeof markSchema>;

/** The claim of a mark's line. */
export type ClaimItem = NonNullable<MarkItem['claim']>;

/** A link of a mark's chain. */
export type LinkItem = NonNullable<MarkItem['attribution']>[number];

export type TypedName = keyof typeof typedSchemas;

/** A line that carries what marks do not, by its type. */
export type TypedItem<K extends TypedName = TypedName> = {
  [T in K]: { readonly type: T } & z.infer<(typeof typedSchemas)[T]>;
}[K];

/** Who made what a line says, and when. */
export interface SignedItem {
  readonly analyst?: MarkItem['analyst'];
  readonly createdAt?: string | undefined;
}

/** One thing that a file of markup holds; `line` is its line or place in the file, from 1. */
export type MarkupItem =
  | {
      readonly kind: 'mark';
      readonly line: number;
      readonly mark: MarkItem;
      /** As it stood in the file, to be kept where it cannot be placed. */
      readonly raw: string;
      /** Names of fields that nobody knows. */
      readonly ignored: readonly string[];
    }
  | {
      readonly kind: 'typed';
      readonly line: number;
      readonly item: TypedItem;
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'problem'; readonly line: number; readonly problem: string };

/** What a format may ask of the project that a file comes into. */
export interface MarkupReading {
  /** The immutable text of the one source of a label (id, file name or text hash); null where there is none. */
  readonly textOf: (label: string) => string | null;
  /** The name of the analyst whose markup it is, where the file does not say. */
  readonly analyst: string;
}

/** Reads a file of one format. It is asked twice: first for what is not a mark, then for the marks, so that the order of lines does not matter. */
export interface MarkupFormat {
  readonly name: string;
  readonly read: (
    path: string,
    wanted: 'typed' | 'marks',
    reading: MarkupReading,
  ) => Iterable<MarkupItem>;
}
