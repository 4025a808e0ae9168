import { fileOfBytes } from '../../src/main/imports/byte-file.ts';
import { readParts, type DoneParts } from '../../src/main/imports/read-parts.ts';
import type { ParsedSource, ParseOptions } from '../../src/shared/domain/sources/parsed-source.ts';

/** A part of a file as a test looks at it. */
export interface SeenPart {
  readonly name: string;
  readonly source: ParsedSource | null;
  readonly problem: string | null;
  /** The part's own bytes as characters of UTF-8; null where they are those of the file. */
  readonly bytes: string | null;
}

/** Everything that a file gives, in order. */
export async function readFileParts(
  fileName: string,
  content: string | Uint8Array,
  options: ParseOptions = {},
  done?: DoneParts,
): Promise<readonly SeenPart[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const seen: SeenPart[] = [];
  for await (const event of readParts(fileOfBytes(bytes), fileName, options, done)) {
    if (event.what !== 'part') continue;
    const { name, result } = event.part;
    seen.push({
      name,
      source: 'source' in result ? result.source : null,
      problem: 'problem' in result ? result.problem : null,
      bytes: event.part.bytes === null ? null : Buffer.from(event.part.bytes).toString('utf8'),
    });
  }
  return seen;
}

/** The words of each block with the rule that folds it. */
export function wordsOf(
  source: ParsedSource | null,
): readonly (readonly [string, string | null])[] {
  return (source?.blocks ?? []).map(({ start, end, boilerplateRule }) => [
    source!.text.slice(start, end),
    boilerplateRule,
  ]);
}

/** A MIME message of a head and parts. */
export function mimeMessage(head: string, ...parts: readonly string[]): string {
  const boundary = '=_boundary';
  return [
    head,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
