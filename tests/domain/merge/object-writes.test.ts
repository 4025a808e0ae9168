import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareObject } from '../../../src/shared/domain/merge/compare-object.ts';
import {
  headsOf,
  inOrder,
  stateOf,
  unionOf,
  type ObjectWrite,
} from '../../../src/shared/domain/merge/object-writes.ts';

const asIs = (_: string, value: unknown) => value;

/** A history of one object: each write has seen some of those before it, the first one made the object. */
const histories = fc
  .array(
    fc.record({
      seen: fc.array(fc.nat(20), { maxLength: 3 }),
      field: fc.constantFrom('note', 'stance'),
      value: fc.constantFrom('one', 'two', null),
      exists: fc.constantFrom(null, null, null, true, false),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((writes): ObjectWrite[] =>
    writes.map(({ seen, field, value, exists }, index) => ({
      change: `c${index}`,
      parents: [...new Set(seen.filter((number) => number < index).map((number) => `c${number}`))],
      analystId: 'a',
      at: '2026-01-31T09:00:00Z',
      set: exists === false ? {} : { [field]: value },
      exists: index === 0 ? true : exists,
    })),
  );

const shuffled = histories.chain((writes) =>
  fc.tuple(
    fc.constant(writes),
    fc.shuffledSubarray(writes, { minLength: writes.length, maxLength: writes.length }),
  ),
);

test('writes are put in an order in which parents come before children', () => {
  fc.assert(
    fc.property(shuffled, ([writes, mixed]) => {
      const ordered = inOrder(mixed);
      expect(new Set(ordered)).toEqual(new Set(writes));
      const placed = new Set<string>();
      for (const { change, parents } of ordered) {
        for (const parent of parents) expect(placed).toContain(parent);
        placed.add(change);
      }
      expect(headsOf(ordered).toSorted()).toEqual(headsOf(writes).toSorted());
    }),
  );
});

test('what is not in dispute is the same in whatever order the writes became known', () => {
  fc.assert(
    fc.property(shuffled, ([writes, mixed]) => {
      const one = stateOf(inOrder(writes), asIs);
      const other = stateOf(inOrder(mixed), asIs);
      expect(other.fields === null).toBe(one.fields === null);
      expect(other.disputed.toSorted()).toEqual(one.disputed.toSorted());
      for (const [name, value] of Object.entries(one.lastFields)) {
        if (!one.disputed.includes(name)) expect(other.lastFields[name]).toBe(value);
      }
    }),
  );
});

test('writes that go round in a circle, as a hostile parcel may say, come to an end', () => {
  const write = { analystId: 'a', at: '', set: { note: 'x' }, exists: true };
  const circle = [
    { ...write, change: 'c0', parents: ['c1'] },
    { ...write, change: 'c1', parents: ['c0'] },
    { ...write, change: 'c2', parents: ['c2'] },
  ];
  expect(inOrder(circle)).toHaveLength(3);
  // Nobody made it.
  expect(stateOf(inOrder(circle), asIs).fields).toBeNull();
});

test('an object that was merged is the same as before when it is merged again', () => {
  const parts = histories.chain((writes) => fc.tuple(fc.subarray(writes), fc.subarray(writes)));
  fc.assert(
    fc.property(parts, ([ours, theirs]) => {
      fc.pre(theirs.length > 0);
      const again = compareObject(unionOf(ours, theirs), theirs, asIs);
      expect(again).toMatchObject({ outcome: 'same', news: [], fields: [] });
    }),
  );
});
