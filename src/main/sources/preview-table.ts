import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AttestError } from '../../shared/contract/errors.ts';
import type { ParseOptions } from '../../shared/domain/sources/parsed-source.ts';
import type { TablePreview } from '../../shared/domain/sources/table-preview.ts';
import { describeFileError } from '../imports/file-problems.ts';
import type { Parser } from '../imports/parse-file.ts';

/** What a file of articles would give, read by a child process; throws `invalid-input` with a sentence. */
export async function previewTable(
  parser: Parser,
  path: string,
  options: ParseOptions,
): Promise<TablePreview> {
  const stats = await stat(path).catch((error: unknown) => fail(describeFileError(error)));
  if (!stats.isFile()) fail('This is no file.');
  if (stats.size === 0) fail('The file is empty.');
  const preview = await parser.preview({ path, size: stats.size }, basename(path), options);
  if ('columns' in preview) return preview;
  return fail(preview.problem);
}

function fail(problem: string): never {
  throw new AttestError('invalid-input', `${problem} Nothing was changed.`);
}
