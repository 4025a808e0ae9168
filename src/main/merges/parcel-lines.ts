import { z } from 'zod';
import { idOf } from '../../shared/contract/schemas.ts';
import { blockKinds } from '../../shared/domain/sources/parsed-source.ts';
import { exchangedKinds } from '../../shared/domain/merge/references.ts';

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

const write = z.object({
  change: z.string().min(1).max(100),
  parents: z.array(z.string().max(100)).max(1_000),
  analystId: idOf<'analyst'>(),
  at: z.string().max(40),
  set: z.record(z.string().max(100), z.json()),
  exists: z.boolean().nullable(),
});

const objectLine = z.object({
  line: z.literal('object'),
  kind: z.enum(exchangedKinds),
  id: z.string().max(100),
  writes: z.array(write).min(1).max(100_000),
  /** What stands around a mark, by which it is found in another text. */
  before: z.string().max(1_000).optional(),
  after: z.string().max(1_000).optional(),
});

const endLine = z.object({ line: z.literal('end'), lines: z.int() });

/** A line of a parcel: JSON, one object a line, the whole compressed with gzip. */
export const parcelLineSchema = z.discriminatedUnion('line', [
  headLine,
  analystLine,
  sourceLine,
  joinedLine,
  objectLine,
  endLine,
]);

export type ParcelLine = z.infer<typeof parcelLineSchema>;
export type ParcelHead = z.infer<typeof headLine>;
export type ParcelAnalyst = z.infer<typeof analystLine>;
export type ParcelSource = z.infer<typeof sourceLine>;
export type ParcelObject = z.infer<typeof objectLine>;

/** What stands for a source in a parcel: texts are the same everywhere, ids are not. */
const textToken = 'text:';

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
