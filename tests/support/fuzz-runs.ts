/** How many runs `npm run fuzz` asks for, times what share of them a slow property can take; a few where it is not asked. */
export function fuzzRuns(share: number): number {
  return Math.max(10, Math.round(Number(process.env['FUZZ_RUNS'] ?? 100) * share));
}
