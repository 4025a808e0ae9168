import { addressKey, isVersionOf } from '../../shared/domain/sources/version-of.ts';
import { shareOfShorter, type TextSketch } from '../../shared/domain/sources/text-sketch.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { ReadDb } from '../database/types.ts';
import { textOfSource } from './contents-store.ts';
import { storedSketch } from './findings-store.ts';
import {
  contentNumberOf,
  newestVersion,
  sourcesAtAddress,
  sourcesOfFile,
} from './versions-store.ts';

/** A text that comes in. */
export interface NewText {
  /** Null where the name was made up here, as for pasted text: it says nothing of the article. */
  readonly file: string | null;
  readonly url: string | null;
  readonly originalSha256: string;
  readonly text: string;
  readonly sketch: TextSketch;
}

/** Of sketches that share less than this, the texts are not compared at all; a sketch says too little of short ones. */
const hopelessShare = 0.1;
const shortSketch = 64;

/**
 * The source that a text is a newer version of: the newest one of the same address that shares enough of its text,
 * else of the same file name (unless both have addresses, which then differ). Null where there is none.
 */
export function findReplaced(db: ReadDb, given: NewText): Source | null {
  const address = addressKey(given.url);
  if (address !== null) {
    const found = sourcesAtAddress(db, address).find((source) =>
      isVersion(db, given, source, 'address'),
    );
    if (found !== undefined) return newestVersion(db, found);
  }
  if (given.file === null) return null;
  const found = sourcesOfFile(db, given.file).find((source) => {
    // The same bytes, read in another way.
    if (source.originalSha256 === given.originalSha256) return true;
    const other = addressKey(source.url);
    if (address !== null && other !== null && address !== other) return false;
    return isVersion(db, given, source, 'file');
  });
  return found === undefined ? null : newestVersion(db, found);
}

function isVersion(db: ReadDb, given: NewText, source: Source, by: 'address' | 'file'): boolean {
  const number = contentNumberOf(db, source.contentId);
  const sketch = number === null ? null : storedSketch(db, number);
  const isLong = sketch !== null && Math.min(sketch.shingles, given.sketch.shingles) >= shortSketch;
  if (isLong && shareOfShorter(given.sketch, sketch) < hopelessShare) return false;
  return isVersionOf(given.text, textOfSource(db, source.id) ?? '', by);
}
