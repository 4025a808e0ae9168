import { examineText } from '../../shared/domain/sources/examine-text.ts';
import type { WriteDb } from '../database/types.ts';
import { addFindings, bodyBlocks, contentWithoutFindings } from './findings-store.ts';

/** Looks through the texts that came in with an older version of Attest, one transaction each; does nothing where there is none. */
export async function examineTexts(db: WriteDb, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const content = contentWithoutFindings(db);
    if (content === null) return;
    const { number, text } = content;
    const blocks = bodyBlocks(db, number).map((block) => ({ ...block, boilerplateRule: null }));
    const examined = examineText(text, blocks);
    db.transaction(() => addFindings(db, number, examined));
    // Other calls are answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
