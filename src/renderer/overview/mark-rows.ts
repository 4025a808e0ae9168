/** From one row to another one, both included. */
export type RowRange = readonly [first: number, last: number];

/** How marks lie in rows: what a strip of so many pixels shows of a text. Changed in place, mark by mark. */
export interface MarkRows<MarkId extends string> {
  /** Puts a mark in, or elsewhere: each of its parts from one row to another one, both included. */
  put(id: MarkId, parts: readonly RowRange[], colour: number): void;
  remove(id: MarkId): void;
  /** How many marks a row has. */
  countAt(row: number): number;
  /** The colour that most marks of a row have; of equals the lowest. Null for an empty row. */
  colourAt(row: number): number | null;
}

/** Rows without marks; colours are numbers below `colours`. */
export function createMarkRows<MarkId extends string>(
  rows: number,
  colours: number,
): MarkRows<MarkId> {
  const counts = new Uint32Array(rows * colours);
  const places = new Map<MarkId, { covered: ReadonlySet<number>; colour: number }>();

  function add(id: MarkId, by: 1 | -1): void {
    const place = places.get(id);
    if (place === undefined) return;
    for (const row of place.covered) {
      const index = row * colours + place.colour;
      counts[index] = (counts[index] ?? 0) + by;
    }
  }

  function remove(id: MarkId): void {
    add(id, -1);
    places.delete(id);
  }

  return {
    put(id, parts, colour) {
      remove(id);
      const covered = new Set<number>();
      for (const [first, last] of parts) {
        const from = Math.min(Math.max(0, first), rows - 1);
        const to = Math.min(Math.max(from, last), rows - 1);
        for (let row = from; row <= to; row += 1) covered.add(row);
      }
      places.set(id, { covered, colour });
      add(id, 1);
    },
    remove,
    countAt(row) {
      let sum = 0;
      for (let colour = 0; colour < colours; colour += 1)
        sum += counts[row * colours + colour] ?? 0;
      return sum;
    },
    colourAt(row) {
      let most = 0;
      let found: number | null = null;
      for (let colour = 0; colour < colours; colour += 1) {
        const count = counts[row * colours + colour] ?? 0;
        if (count > most) [most, found] = [count, colour];
      }
      return found;
    },
  };
}
