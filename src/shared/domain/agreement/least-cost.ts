/** That `a` and `b` may be paired, at a cost. */
export interface PossiblePair {
  readonly a: number;
  readonly b: number;
  readonly cost: number;
}

/**
 * The least cost of pairing the items of two lists one to one, where what stays alone costs `alone`; pairs that are
 * not named are never made. Items that no pair connects are solved apart, so that the time grows with the size of
 * the groups and not of the lists.
 */
export function matchAtLeastCost(
  countA: number,
  countB: number,
  pairs: readonly PossiblePair[],
  alone: number,
): number {
  let saved = 0;
  for (const group of groupsOf(countA, pairs)) saved += mostSaved(group, alone);
  return (countA + countB) * alone - saved;
}

/** The pairs that hang together by their items. */
function groupsOf(countA: number, pairs: readonly PossiblePair[]): PossiblePair[][] {
  const parents = new Map<number, number>();
  const root = (item: number): number => {
    let at = item;
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) {
      parents.set(at, parents.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const { a, b } of pairs) {
    const one = root(a);
    const other = root(countA + b);
    if (one !== other) parents.set(one, other);
  }
  const groups = new Map<number, PossiblePair[]>();
  for (const pair of pairs) {
    const key = root(pair.a);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return [...groups.values()];
}

/** How much cheaper the best pairing of a group is than leaving all of it alone: the Hungarian method on what each pair saves (Kuhn 1955; potentials after Jonker and Volgenant 1987). */
function mostSaved(group: readonly PossiblePair[], alone: number): number {
  const [only] = group;
  if (group.length === 1 && only !== undefined) return Math.max(0, 2 * alone - only.cost);
  const rows = [...new Set(group.map(({ a }) => a))];
  const columns = [...new Set(group.map(({ b }) => b))];
  const rowOf = new Map(rows.map((item, index) => [item, index]));
  const columnOf = new Map(columns.map((item, index) => [item, index]));
  // A column of its own for each row stands for leaving it alone, which saves nothing.
  const width = columns.length + rows.length;
  const costs = rows.map(() => new Float64Array(width));
  for (const { a, b, cost } of group) {
    const row = costs[rowOf.get(a) ?? 0];
    const column = columnOf.get(b) ?? 0;
    if (row !== undefined) row[column] = Math.min(row[column] ?? 0, cost - 2 * alone);
  }
  return -assign(costs, width);
}

/** The least sum of one cost a row, no column twice. */
function assign(costs: readonly Float64Array[], width: number): number {
  const rowPotential = new Float64Array(costs.length + 1);
  const columnPotential = new Float64Array(width + 1);
  const rowOfColumn = new Int32Array(width + 1);
  const previous = new Int32Array(width + 1);
  for (let row = 1; row <= costs.length; row += 1) {
    rowOfColumn[0] = row;
    let column = 0;
    const slack = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const isDone = new Uint8Array(width + 1);
    do {
      isDone[column] = 1;
      const current = rowOfColumn[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let nextColumn = 0;
      for (let other = 1; other <= width; other += 1) {
        if (isDone[other] === 1) continue;
        const reduced =
          (costs[current - 1]?.[other - 1] ?? 0) -
          (rowPotential[current] ?? 0) -
          (columnPotential[other] ?? 0);
        if (reduced < (slack[other] ?? 0)) {
          slack[other] = reduced;
          previous[other] = column;
        }
        if ((slack[other] ?? 0) < step) {
          step = slack[other] ?? 0;
          nextColumn = other;
        }
      }
      for (let other = 0; other <= width; other += 1) {
        if (isDone[other] === 1) {
          const owner = rowOfColumn[other] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + step;
          columnPotential[other] = (columnPotential[other] ?? 0) - step;
        } else slack[other] = (slack[other] ?? 0) - step;
      }
      column = nextColumn;
    } while (rowOfColumn[column] !== 0);
    do {
      const before = previous[column] ?? 0;
      rowOfColumn[column] = rowOfColumn[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  let sum = 0;
  for (let column = 1; column <= width; column += 1) {
    const row = rowOfColumn[column] ?? 0;
    if (row !== 0) sum += costs[row - 1]?.[column - 1] ?? 0;
  }
  return sum;
}
