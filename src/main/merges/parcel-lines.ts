import { z } from 'zod';
import { idOf } from '../../shared/contract/schemas.ts';
import { blockKinds } from '../../shared/domain/sources/parsed-source.ts';
import { isUuid } from '../../shared/domain/ids.ts';
import type { ObjectWrite } from '../../shared/domain/merge/object-writes.ts';
import { exchangedKinds, type ExchangedKind } from '../../shared/domain/merge/references.ts';

/** What a parcel begins with, so that no other file is taken for one. */
export const parcelMark = 'attest-parcel';

/** Raised when older versions could not read what is written. */
export const parcelVersion = 1;

const name = z.string().max(2_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const maybe = z.string().max(100_000).nullable();

const headLine = z.object({
  line: z.literal('head'),
  format: z.literal(parcelMark),
  version: z.int(),
  project: z.object({ id: z.string().max(100), name }),
  at: z.string().max(40),
  /** Whose markup it is; null is everyone's. */
  of: idOf<'analyst'>().nullable(),
});

const analystLine = z.object({
  line: z.literal('analyst'),
  id: idOf<'analyst'>(),
  name: name.min(1),
  initials: z.string().max(20),
  colour: z.int().min(0).max(7),
});

const block = z.object({
  kind: z.enum(blockKinds),
  start: z.int().min(0),
  end: z.int().min(1),
  level: z.int().nullable(),
  boilerplateRule: z.string().max(200).nullable(),
});

const sourceLine = z.object({
  line: z.literal('source'),
  id: idOf<'source'>(),
  file: name.min(1),
  textSha256: sha256,
  originalSha256: sha256,
  mediaType: name,
  encoding: name,
  importer: name,
  importerVersion: name,
  title: maybe,
  outlet: maybe,
  byline: maybe,
  published: maybe,
  updated: maybe,
  accessed: maybe,
  url: maybe,
  language: maybe,
  handling: maybe,
  analystId: idOf<'analyst'>(),
  importedAt: z.string().max(40),
  /** Only where the parcel carries its sources; the original is base64. */
  content: z
    .object({
      text: z.string().max(20_000_000),
      original: z.string().max(400_000_000),
      blocks: z.array(block).max(5_000_000),
    })
    .optional(),
});

const joinedLine = z.object({
  line: z.literal('joined'),
  from: idOf<'tag'>(),
  into: idOf<'tag'>(),
});

/** An object with what was done to it, as a parcel carries it. */
export interface ParcelObject {
  readonly line: 'object';
  readonly kind: ExchangedKind;
  readonly id: string;
  readonly writes: readonly ObjectWrite[];
  /** What stands around a mark, by which it is found in another text. */
  readonly before?: string;
  readonly after?: string;
}

/** A line of an object, if it is one. Parcels hold hundreds of thousands, so that they are looked at by hand. */
export function objectLineFrom(value: unknown): ParcelObject | null {
  if (!isObject(value) || value.line !== 'object') return null;
  const { kind, id, writes, before, after } = value;
  const isLine =
    exchangedKinds.some((known) => known === kind) &&
    isText(id, 100) &&
    Array.isArray(writes) &&
    writes.length > 0 &&
    writes.length <= 100_000 &&
    writes.every(isWrite) &&
    (before === undefined || isText(before, 1_000)) &&
    (after === undefined || isText(after, 1_000));
  return isLine ? (value as unknown as ParcelObject) : null;
}

function isWrite(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { change, parents, analystId, at, set, exists } = value;
  return (
    isText(change, 100) &&
    Array.isArray(parents) &&
    parents.length <= 1_000 &&
    parents.every((parent) => isText(parent, 100)) &&
    typeof analystId === 'string' &&
    isUuid(analystId) &&
    isText(at, 40) &&
    isObject(set) &&
    (exists === null || typeof exists === 'boolean')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}

const endLine = z.object({ line: z.literal('end'), lines: z.int() });

/** A line of a parcel that is no object: JSON, one object a line, the whole compressed with gzip. */
export const parcelLineSchema = z.discriminatedUnion('line', [
  headLine,
  analystLine,
  sourceLine,
  joinedLine,
  endLine,
]);

export type ParcelLine = z.infer<typeof parcelLineSchema> | ParcelObject;
export type ParcelHead = z.infer<typeof headLine>;
export type ParcelAnalyst = z.infer<typeof analystLine>;
export type ParcelSource = z.infer<typeof sourceLine>;

/** What stands for a source in a parcel: texts are the same everywhere, ids are not. */
const textToken = 'text:';

/** By what a source is named where others of the parcel have the same text, as one report in two outlets has. */
export function twinKey({ id, textSha256 }: { readonly id: string; readonly textSha256: string }) {
  return `${textSha256}#${id}`;
}

/** Puts the hash of its text in the place of each source id. */
export function sourcesOut(
  set: Readonly<Record<string, unknown>>,
  hashOf: (id: string) => string | undefined,
): Record<string, unknown> {
  return exchanged(set, (value) => {
    const hash = hashOf(value);
    return hash === undefined ? value : `${textToken}${hash}`;
  });
}

/** The other way round; what this project does not have stays as it is. */
export function sourcesIn(
  set: Readonly<Record<string, unknown>>,
  idOfHash: (hash: string) => string | undefined,
): Record<string, unknown> {
  return exchanged(set, (value) =>
    value.startsWith(textToken) ? (idOfHash(value.slice(textToken.length)) ?? value) : value,
  );
}

function exchanged(
  set: Readonly<Record<string, unknown>>,
  of: (value: string) => string,
): Record<string, unknown> {
  const { sourceId, targetId } = set;
  return {
    ...set,
    ...(typeof sourceId === 'string' ? { sourceId: of(sourceId) } : {}),
    ...(typeof targetId === 'string' ? { targetId: of(targetId) } : {}),
  };
}
