import { z } from 'zod';
import type { Id } from '../domain/ids.ts';
import { isUuid } from '../domain/ids.ts';

/** A branded id; anything but a lower-case UUID is refused. */
export function idOf<K extends string>(): z.ZodType<Id<K>> {
  return z.custom<Id<K>>((value) => typeof value === 'string' && isUuid(value), 'is not an id');
}

/** One line of text, not blank, at most 2,000 UTF-16 code units. */
export const lineText = z.string().trim().min(1).max(2_000);

/** Free text, at most 100,000 UTF-16 code units. */
export const longText = z.string().max(100_000);

/** UTF-16 offsets of a stretch of a text; end exclusive. Whether it fits its source is checked by the service. */
export const spanSchema = z
  .tuple([z.int().min(0), z.int().min(1)])
  .readonly()
  .refine(([start, end]) => start < end, 'starts where it ends or later');

/** One or more spans in order. */
export const spansSchema = z.array(spanSchema).min(1).max(1_000);

/** An absolute path of the machine. */
export const pathSchema = z.string().min(1).max(4_096);

/** Index into the eight-colour palette. */
export const colourSchema = z.int().min(0).max(7);

/** A name that the renderer gives to a long job, to follow and to cancel it. */
export const jobIdSchema = z.string().min(1).max(100);
