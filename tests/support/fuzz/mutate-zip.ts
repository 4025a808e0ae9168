import { Buffer } from 'node:buffer';

import { unzipSync, zipSync } from 'fflate';

import { flipBytes } from './mutate-bytes.ts';
import type { Mutator } from './mutate-bytes.ts';
import { markupTokens, mutateTokens } from './mutate-tokens.ts';
import type { SeededRandom } from './seeded-random.ts';

type Entries = Record<string, Uint8Array>;

/** Changes what an archive holds and packs it again, so that the change reaches the reader of the document. */
export const mutateEntries: Mutator = (bytes, other, random) => {
  const entries = unzipSync(Uint8Array.from(bytes));
  const others = unzipSync(Uint8Array.from(other));
  switch (random.below(8)) {
    case 0: {
      const name = random.pick(Object.keys(entries));
      if (name !== undefined) delete entries[name];
      break;
    }
    case 1: {
      const name = random.pick(Object.keys(others));
      if (name !== undefined) entries[name] = others[name] ?? new Uint8Array();
      break;
    }
    case 2: {
      const names = Object.keys(entries);
      const [from = '', to = ''] = [random.pick(names), random.pick(names)];
      entries[to] = entries[from] ?? new Uint8Array();
      break;
    }
    case 3: {
      const name = random.pick(['../outside', '/outside', 'C:\\outside', 'a'.repeat(3000)]) ?? 'a';
      entries[name] = new Uint8Array(10);
      break;
    }
    case 4: {
      const name = random.pick(Object.keys(entries)) ?? 'a';
      entries[name] = Uint8Array.from(flipBytes(entries[name] ?? new Uint8Array(), bytes, random));
      break;
    }
    default:
      mutateMarkup(entries, others, random);
  }
  return zipSync(entries, { level: 1 });
};

function mutateMarkup(entries: Entries, others: Entries, random: SeededRandom): void {
  const isMarkup = (name: string): boolean => /\.(?:xml|rels|x?html?|opf|ncx)$/.test(name);
  const names = Object.keys(entries).filter(isMarkup);
  // The large parts hold the text; small ones are met often enough as they are.
  const sizes = names.map((name) => Math.ceil(Math.sqrt(entries[name]?.length ?? 1)));
  let place = random.below(sizes.reduce((sum, size) => sum + size, 0));
  const name = names.find((_, index) => (place -= sizes[index] ?? 0) < 0);
  if (name === undefined) return;
  const read = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();
  const mutated = mutateTokens(read(entries[name]), read(others[name]), markupTokens, random);
  entries[name] = Buffer.from(mutated);
}
