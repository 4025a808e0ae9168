import type { TagId } from '../ids.ts';

/** A node of the tag tree. Its path (names from the root joined with `/`) is unique in a project. */
export interface Tag {
  readonly id: TagId;
  readonly parentId: TagId | null;
  /** Without `/`. */
  readonly name: string;
  /** Index into the eight-colour palette. */
  readonly colour: number;
  /** 1 to 9: the key that sets it; unique among tags. */
  readonly key: number | null;
  readonly description: string | null;
}
