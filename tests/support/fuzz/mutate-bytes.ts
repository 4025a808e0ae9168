import { Buffer } from 'node:buffer';

import type { SeededRandom } from './seeded-random.ts';

/** Changes a file, given another of the same format; the bytes that came in stay as they are. */
export type Mutator = (bytes: Uint8Array, other: Uint8Array, random: SeededRandom) => Uint8Array;

const oddNumbers = [0, 1, 0x7f, 0x80, 0xff, 0x7f_ff, 0xff_ff, 0x7f_ff_ff_ff, 0xff_ff_ff_ff];

/** Turns over bits and puts in odd numbers, in a few places. */
export const flipBytes: Mutator = (bytes, _other, random) => {
  const changed = Buffer.from(bytes);
  if (changed.length < 8) return changed;
  for (let count = 1 + random.below(12); count > 0; count -= 1) {
    const at = random.below(changed.length - 4);
    if (random.below(3) > 0) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    else changed.writeUInt32LE(random.pick(oddNumbers) ?? 0, at);
  }
  return changed;
};

/** Cuts the end off, or a part out of the middle. */
export const truncate: Mutator = (bytes, _other, random) => {
  const start = random.below(bytes.length);
  if (random.below(2) === 0) return bytes.slice(0, start);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + random.below(2000))]);
};

/** Joins the beginning of one file to the end of another. */
export const splice: Mutator = (bytes, other, random) =>
  Buffer.concat([
    bytes.subarray(0, random.below(bytes.length)),
    other.subarray(random.below(other.length)),
  ]);

/** Repeats a part, once or very often. */
export const repeatPart: Mutator = (bytes, _other, random) => {
  const start = random.below(bytes.length);
  const part = bytes.subarray(start, start + 1 + random.below(400));
  const times = random.below(4) === 0 ? 2000 : 1 + random.below(5);
  const repeated = Array.from({ length: times }, () => part);
  return Buffer.concat([bytes.subarray(0, start), ...repeated, bytes.subarray(start)]);
};

/** The mutators that know nothing of a format. */
export const byteMutators: readonly Mutator[] = [flipBytes, truncate, splice, repeatPart];
