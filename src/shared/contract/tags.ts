import { z } from 'zod';
import type { TagId } from '../domain/ids.ts';
import type { Tag } from '../domain/tags/tag.ts';
import type { MethodTable } from './method-table.ts';
import { colourSchema, idOf, longText } from './schemas.ts';

/** A tag with its place in the tree. */
export interface TagRow extends Tag {
  /** The names from the root, joined with `/`. */
  readonly path: string;
  readonly highlights: number;
  readonly claims: number;
}

const tagName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((name) => !name.includes('/'), 'must not hold a slash');
const createInput = z.object({
  /** A path: tags above it are made where they are missing. */
  path: z.string().trim().min(1).max(1_000),
  colour: colourSchema.optional(),
});
const editInput = z.object({
  tagId: idOf<'tag'>(),
  patch: z.object({
    name: tagName.optional(),
    colour: colourSchema.optional(),
    key: z.int().min(1).max(9).nullable().optional(),
    description: longText.nullable().optional(),
  }),
});
const moveInput = z.object({ tagId: idOf<'tag'>(), parentId: idOf<'tag'>().nullable() });
const mergeInput = z.object({ fromTagId: idOf<'tag'>(), intoTagId: idOf<'tag'>() });

export interface TagsApi {
  /** Every tag in order of its path, parents before children. */
  tree(input: object): Promise<readonly TagRow[]>;
  create(input: z.infer<typeof createInput>): Promise<TagRow>;
  /** A key that another tag had is taken from it. */
  edit(input: z.infer<typeof editInput>): Promise<TagRow>;
  move(input: z.infer<typeof moveInput>): Promise<TagRow>;
  /** Every mark and claim of one tag gets the other; children of the same name are merged too. */
  merge(input: z.infer<typeof mergeInput>): Promise<TagRow>;
  /** Takes the tag and those below it out of the tree and off every mark. */
  remove(input: { readonly tagId: TagId }): Promise<null>;
}

export const tagsMethods = {
  tree: { access: 'read', input: z.object({}) },
  create: { access: 'write', input: createInput },
  edit: { access: 'write', input: editInput },
  move: { access: 'write', input: moveInput },
  merge: { access: 'write', input: mergeInput },
  remove: { access: 'write', input: z.object({ tagId: idOf<'tag'>() }) },
} as const satisfies MethodTable<TagsApi>;
