import { createHash } from 'node:crypto';
import { createQuoteFinder, type QuoteFinder } from '../../shared/domain/highlights/find-quote.ts';
import { examineText } from '../../shared/domain/sources/examine-text.ts';
import type { Source } from '../../shared/domain/sources/source.ts';
import type { ChangeDraft } from '../changes/changes.ts';
import type { WriteDb } from '../database/types.ts';
import { addContent, textOfSource } from '../sources/contents-store.ts';
import { sourcesLabelled } from '../markup/markup-store.ts';
import { recordStores } from '../database/record-stores.ts';
import { twinKey, type ParcelSource } from './parcel-lines.ts';

/** The sources of a parcel as this project has them. */
export interface SourceMap {
  /** The source here that has the text of a hash, or the one that it was matched with by id; of several of one text the one of a twin's key. */
  idOfHash(hash: string): string | undefined;
  /** The source of the parcel that nothing here answers to, by its hash or its twin's key. */
  missing(hash: string): ParcelSource | undefined;
  /** Puts a source of the parcel into the project; null, or why it could not be believed. */
  add(source: ParcelSource, newId: () => string): string | null;
  /** Text of a source here, and what finds quotes in it. */
  textOf(sourceId: string): { readonly text: string; readonly find: QuoteFinder } | null;
}

/** Matches the sources of a parcel by the hash of the text, then by id; names and lengths prove nothing. */
export function mapSources(
  db: WriteDb,
  draft: ChangeDraft,
  sources: readonly ParcelSource[],
): SourceMap {
  const here = new Map<string, string>();
  const missing = new Map<string, ParcelSource>();
  const texts = new Map<string, { readonly text: string; readonly find: QuoteFinder }>();
  const answer = (source: ParcelSource, id: string): void => {
    here.set(twinKey(source), id);
    if (!here.has(source.textSha256)) here.set(source.textSha256, id);
  };
  for (const source of sources) {
    const alike = sourcesLabelled(db, source.textSha256);
    const found =
      alike.find(({ id }) => id === source.id) ??
      alike[0] ??
      recordStores.source.get(db, source.id) ??
      undefined;
    if (found === undefined) missing.set(twinKey(source), source);
    else answer(source, found.id);
  }
  for (const source of sources) {
    const isMissing = missing.has(twinKey(source)) && !here.has(source.textSha256);
    if (isMissing) missing.set(source.textSha256, source);
  }

  return {
    idOfHash: (hash) => here.get(hash),
    missing: (hash) => missing.get(hash),
    add(source, newId) {
      const problem = contentProblem(source);
      if (problem !== null || source.content === undefined) return problem;
      const { line: _, content, ...fields } = source;
      const contentId = newId();
      addContent(db, {
        id: contentId,
        text: content.text,
        textSha256: source.textSha256,
        original: Buffer.from(content.original, 'base64'),
        originalSha256: source.originalSha256,
        blocks: content.blocks,
        examined: examineText(content.text, content.blocks),
      });
      const added: Source = {
        ...fields,
        contentId,
        characters: content.text.length,
        replacesId: null,
      };
      draft.put('source', added);
      missing.delete(twinKey(source));
      missing.delete(source.textSha256);
      answer(source, source.id);
      return null;
    },
    textOf(sourceId) {
      const known = texts.get(sourceId);
      if (known !== undefined) return known;
      const text = textOfSource(db, sourceId);
      if (text === undefined) return null;
      const opened = { text, find: createQuoteFinder(text) };
      // Marks come source by source; of texts only a few are held.
      if (texts.size >= 8) texts.clear();
      texts.set(sourceId, opened);
      return opened;
    },
  };
}

function contentProblem({
  content,
  textSha256,
  originalSha256,
  file,
}: ParcelSource): string | null {
  if (content === undefined) return `The parcel does not carry the text of “${file}”.`;
  const { text, original, blocks } = content;
  const isWhole =
    sha256(Buffer.from(text, 'utf8')) === textSha256 &&
    sha256(Buffer.from(original, 'base64')) === originalSha256 &&
    text.isWellFormed();
  if (!isWhole)
    return `The text or the original of “${file}” is not what the parcel says; it was left out.`;
  let last = 0;
  for (const { start, end } of blocks) {
    if (start < last || end <= start || end > text.length) {
      return `The blocks of “${file}” do not fit its text; it was left out.`;
    }
    last = end;
  }
  return null;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
