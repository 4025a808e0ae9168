import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import { ZipProblem } from './zip-directory.ts';

/** Says in one sentence why a document gives no source. */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';
}

/** What `read` gives, or the sentence with which it gave up; other errors are those of a damaged file and pass through. */
export async function orProblem(read: () => Promise<ParseResult>): Promise<ParseResult> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DocumentProblem || error instanceof ZipProblem) {
      return { problem: error.message };
    }
    throw error;
  }
}
