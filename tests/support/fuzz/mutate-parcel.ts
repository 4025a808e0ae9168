import { gunzipSync, gzipSync } from 'node:zlib';
import { byteMutators } from './mutate-bytes.ts';
import type { SeededRandom } from './seeded-random.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Values that nobody expects in a field. */
const oddValues: readonly Json[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  2 ** 60,
  [],
  {},
  [[5, 1]],
  [[-3, 4]],
  [[0, 1e9]],
  [
    [3, 9],
    [1, 4],
  ],
  '../../../../etc/passwd',
  'C:\\Windows\\system.ini',
  '__proto__',
  "'; DROP TABLE highlights; --",
  '\ud800',
  '\u0000',
  '🙂'.repeat(20_000),
  'text:0000000000000000000000000000000000000000000000000000000000000000',
  '01900000-0000-7000-8000-00000000dead',
  { version: 99, fields: { __proto__: null } },
];

const kinds = ['tag', 'highlight', 'claim', 'comment', 'hand-in', 'source', 'constructor'] as const;

/** A parcel of which bytes or records were changed; the same seed gives the same. */
export function mutateParcel(parcel: Uint8Array, random: SeededRandom): Uint8Array {
  const text = gunzipSync(parcel);
  const way = random.below(6);
  const mutate = random.pick(byteMutators) ?? byteMutators[0]!;
  if (way === 0) return mutate(parcel, text, random);
  if (way === 1) return gzipSync(mutate(text, parcel, random));
  const lines = text
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
  for (let count = 1 + random.below(4); count > 0; count -= 1) mutateLines(lines, random);
  // Most say rightly how many they are, or all would end there.
  const end = lines.findIndex((line) => isObject(line) && line.line === 'end');
  if (end >= 0 && random.below(10) > 0) lines[end] = { line: 'end', lines: lines.length - 1 };
  return gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

function mutateLines(lines: Json[], random: SeededRandom): void {
  // The head stays mostly, or all would end there.
  const at = random.below(20) === 0 ? 0 : 1 + random.below(lines.length - 2);
  const line = lines[at] ?? null;
  const other = lines[1 + random.below(lines.length - 2)] ?? null;
  switch (random.below(8)) {
    case 0:
      lines.splice(at, 1);
      return;
    case 1:
      lines.splice(1 + random.below(lines.length - 2), 0, structuredClone(line));
      return;
    case 2:
      // Two lines that go by one id.
      if (isObject(line) && isObject(other)) line.id = other.id ?? null;
      return;
    case 3:
      if (isObject(line)) line.kind = random.pick(kinds) ?? null;
      return;
    case 4:
      // Something in the place of something of another line.
      swapField(line, other, random);
      return;
    default:
      lines[at] = withOddValue(line, random);
  }
}

function swapField(line: Json, other: Json, random: SeededRandom): void {
  const [one, two] = [setOf(line), setOf(other)];
  const name = random.pick(Object.keys(one ?? {}));
  if (one !== null && two !== null && name !== undefined) {
    one[name] = two[name] ?? random.pick(Object.values(two)) ?? null;
  }
}

function setOf(line: Json): { [name: string]: Json } | null {
  if (!isObject(line) || !Array.isArray(line.writes)) return null;
  const write = line.writes.at(-1) ?? null;
  return isObject(write) && isObject(write.set ?? null) ? (write.set as never) : null;
}

/** Puts an odd value somewhere within a value, or beside what is there. */
function withOddValue(value: Json, random: SeededRandom): Json {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const name = random.pick(names);
  if (name === undefined || random.below(12) === 0) return random.pick(oddValues) ?? null;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === name ? withOddValue(item, random) : item));
  }
  const fields = value as { [name: string]: Json };
  if (random.below(12) === 0) {
    return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
  }
  return { ...fields, [name]: withOddValue(fields[name] ?? null, random) };
}

function isObject(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
