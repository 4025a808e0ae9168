import { join } from 'node:path';
import type { MergeReport } from '../../src/shared/contract/merges.ts';
import type { SourceId } from '../../src/shared/domain/ids.ts';
import { analystNamed, createTestApp, testFolder, testTime, type TestApp } from './test-app.ts';

/** One analyst's project, with a source whose text the others have too. */
export interface Copy {
  readonly name: string;
  readonly app: TestApp;
  readonly sourceId: SourceId;
}

export const sharedText = 'One sentence stands here. Another follows it.\nAnd a last one, 🙂 too.';

/** A project for each name, each made by itself from the same text. */
export async function copiesOf<Name extends string>(
  ...names: readonly Name[]
): Promise<Record<Name, Copy>> {
  const copies: [Name, Copy][] = [];
  for (const name of names) {
    const app = createTestApp({ ...testTime(name), analyst: analystNamed(name) });
    copies.push([name, { name, app, sourceId: await app.addText(`${name}.txt`, sharedText) }]);
  }
  return Object.fromEntries(copies) as Record<Name, Copy>;
}

/** One copy tells another what it knows; conflicts go as `otherwise` says. */
export async function tell(
  from: Copy,
  to: Copy,
  otherwise: 'agreed' | 'all' = 'agreed',
): Promise<MergeReport> {
  const path = join(testFolder(), `${from.name}.attest-parcel`);
  await from.app.api.merges.pack({ path });
  return to.app.api.merges.take({ path, otherwise });
}
