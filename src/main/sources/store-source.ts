import { createHash } from 'node:crypto';
import type { ImportOutcome } from '../../shared/contract/sources.ts';
import type { Reliability } from '../../shared/domain/grades/grade.ts';
import type { GradeId, SourceId } from '../../shared/domain/ids.ts';
import { examineText, type ExaminedText } from '../../shared/domain/sources/examine-text.ts';
import type { ParsedSource } from '../../shared/domain/sources/parsed-source.ts';
import {
  sourceName,
  type Source,
  type SourceMetadata,
} from '../../shared/domain/sources/source.ts';
import type { WriteDb } from '../database/types.ts';
import { nowIso, type ServiceContext } from '../service-context.ts';
import { addContent, findContent } from './contents-store.ts';
import { findDuplicate } from './find-duplicate.ts';
import { findReplaced } from './find-replaced.ts';
import { outcomeFindings, type OutcomeFindings } from './import-outcome.ts';

/** A file that was read and parsed. */
export interface ReadSource {
  /** The file's name without folders. */
  readonly file: string;
  /** Whether the file had no name and was given one here. */
  readonly isNameMadeUp?: boolean;
  readonly original: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly originalSha256: string;
  readonly parsed: ParsedSource;
  /** What the process that parsed it worked out besides; else it is worked out here. */
  readonly examined?: ExaminedText | undefined;
  /** What the analyst said beforehand; it wins over what the file says. */
  readonly metadata: Partial<SourceMetadata>;
  readonly reliability?: Reliability | null;
  /** The source that it is a newer version of, where the analyst says so; else it is looked for. */
  readonly replacesId?: SourceId | null;
  /** Written in the same transaction, with the id of the content. */
  readonly alsoWrite?: (contentId: string) => void;
}

/** What the analyst is told about a text that came in, as sentences: what its importer noted, what was replaced. */
function describeNotes(parsed: ParsedSource): string | null {
  const notes = [...(parsed.notes ?? []), describeReplacements(parsed)].filter(
    (note) => note !== null,
  );
  return notes.length === 0 ? null : notes.join(' ');
}

function describeReplacements(parsed: ParsedSource): string | null {
  const words = {
    nul: ['NUL character', 'NUL characters'],
    'lone-surrogate': ['half of a surrogate pair', 'halves of surrogate pairs'],
    undecodable: ['byte that is no character', 'bytes that are no characters'],
  } as const;
  const parts = Object.entries(parsed.replacementCounts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${words[what as keyof typeof words][count === 1 ? 0 : 1]}`);
  if (parts.length === 0) return null;
  const places = parsed.replacements.map((replacement) => replacement.index);
  const listed = places.slice(0, 10).join(', ') + (places.length > 10 ? ', …' : '');
  return `${parts.join(' and ')} became U+FFFD (at ${listed}); the rest of the text is as it was.`;
}

function boilerplateCharacters(parsed: ParsedSource): number {
  return parsed.blocks
    .filter((block) => block.boilerplateRule !== null)
    .reduce((sum, block) => sum + block.end - block.start, 0);
}

function outcomeOf(
  read: ReadSource,
  source: Source,
  status: 'imported' | 'duplicate',
  findings: OutcomeFindings,
): ImportOutcome {
  return {
    file: read.file,
    status,
    sourceId: source.id,
    title: source.title,
    characters: source.characters,
    textSha256: source.textSha256,
    boilerplateCharacters: boilerplateCharacters(read.parsed),
    problem: status === 'imported' ? describeNotes(read.parsed) : null,
    ...findings,
  };
}

/** Puts a parsed file into the project as one transaction; the same text is a duplicate, a changed one a newer version. */
export function storeSource(context: ServiceContext, db: WriteDb, read: ReadSource): ImportOutcome {
  const { text, blocks } = read.parsed;
  const textSha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const examined = read.examined ?? examineText(text, blocks);
  // What is there already is looked for in the same transaction: each on its own would take the file's locks again.
  return db.transaction(() => storeExamined(context, db, { ...read, textSha256, examined }));
}

function storeExamined(
  context: ServiceContext,
  db: WriteDb,
  read: ReadSource & { readonly textSha256: string; readonly examined: ExaminedText },
): ImportOutcome {
  const { parsed, textSha256, examined } = read;
  const known = findContent(db, read.originalSha256, textSha256);
  const metadata: SourceMetadata = {
    ...parsed.metadata,
    ...Object.fromEntries(
      Object.entries(read.metadata).filter(([, value]) => value !== undefined && value !== ''),
    ),
  };
  const present = findDuplicate(db, known, { ...metadata, textSha256, text: parsed.text });
  if (present !== null) {
    read.alsoWrite?.(present.contentId);
    return outcomeOf(read, present, 'duplicate', outcomeFindings(db, present));
  }

  const contentId = known ?? context.newId();
  const { originalSha256 } = read;
  const { url } = metadata;
  const file = read.isNameMadeUp === true ? null : read.file;
  const replacesId =
    read.replacesId ??
    findReplaced(db, { file, url, originalSha256, text: parsed.text, sketch: examined.sketch })
      ?.id ??
    null;
  const analystId = context.analyst().id;
  const createdAt = nowIso(context);
  const source: Source = {
    ...metadata,
    id: context.newId() as SourceId,
    contentId,
    file: read.file,
    mediaType: parsed.mediaType,
    encoding: parsed.encoding,
    importer: parsed.importer,
    importerVersion: String(parsed.importerVersion),
    characters: parsed.text.length,
    textSha256,
    originalSha256,
    replacesId,
    handling: null,
    analystId,
    importedAt: createdAt,
  };
  const what = replacesId === null ? 'Import' : 'Import a new version of';
  const isAlone = context.changes.record(`${what} “${sourceName(source)}”`, (draft) => {
    let sharesNothing = false;
    if (known === null) {
      const found = addContent(db, {
        id: contentId,
        text: parsed.text,
        textSha256,
        original: read.original,
        originalSha256,
        blocks: parsed.blocks,
        found: {
          inlineRanges: parsed.inlineRanges ?? [],
          metadata: parsed.metadata,
          origins: parsed.metadataOrigins,
        },
        examined,
      });
      sharesNothing = found.nearDuplicates === 0;
    }
    read.alsoWrite?.(contentId);
    draft.add('source', source);
    if (read.reliability) {
      draft.put('grade', {
        id: context.newId() as GradeId,
        targetKind: 'source',
        targetId: source.id,
        reliability: read.reliability,
        credibility: null,
        reason: null,
        analystId,
        createdAt,
      });
    }
    return sharesNothing;
  });
  const findings = isAlone
    ? { replaces: replacesId, nearDuplicates: [], suspicious: examined.suspicious.length }
    : outcomeFindings(db, source);
  return outcomeOf(read, source, 'imported', findings);
}
