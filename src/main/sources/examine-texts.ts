import { sketchOf } from '../../shared/domain/sources/text-sketch.ts';
import type { WriteDb } from '../database/types.ts';
import { addFindings, bodyBlocks, contentWithoutFindings } from './findings-store.ts';

/** Looks through the texts that came in with an older version of Attest, one transaction each; does nothing where there is none. */
export async function examineTexts(db: WriteDb, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const content = contentWithoutFindings(db);
    if (content === null) return;
    const { number, text } = content;
    const blocks = bodyBlocks(db, number);
    const sketch = sketchOf(blocks.map(({ start, end }) => text.slice(start, end)));
    db.transaction(() => addFindings(db, number, text, sketch));
    // Other calls are answered in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
