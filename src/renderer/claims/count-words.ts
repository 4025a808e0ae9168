/** A number with its noun: `1 mention`, `3 mentions`, `1,200 mentions`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
