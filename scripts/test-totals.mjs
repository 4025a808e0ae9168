import { readFileSync } from 'node:fs';

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Totals */

/** A stage that is one check: passed when its program ended well. */
export function totalsOfStatus(/** @type {number} */ status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** The sum of several totals. */
export function addTotals(/** @type {readonly Totals[]} */ all) {
  return {
    passed: all.reduce((sum, one) => sum + one.passed, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
    skipped: all.reduce((sum, one) => sum + one.skipped, 0),
  };
}

/** `3 passed, 0 failed`, with the skipped ones named when there are any. */
export function describeTotals(/** @type {Totals} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Counts the tests in the JSON report of Vitest or Playwright. What went wrong outside of a test
 * (a file that could not be loaded, a worker that died, no test at all) counts as one failed.
 * @param {'vitest' | 'playwright'} runner
 * @param {string} file the report; missing when the runner broke down
 * @param {number} status the runner's exit status
 * @returns {Totals}
 */
export function totalsOfReport(runner, file, status) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counted = runner === 'vitest' ? countVitest(report) : countPlaywright(report);
  const nothingRan = counted.passed + counted.failed === 0;
  const failedOutside = counted.failed === 0 && status !== 0;
  return nothingRan || failedOutside ? { ...counted, failed: counted.failed + 1 } : counted;
}

/**
 * @typedef {{ assertionResults: readonly { status: string }[], status: string }} VitestFile
 * @returns {Totals}
 */
function countVitest(/** @type {{ testResults: readonly VitestFile[] }} */ report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  return {
    passed,
    failed: failed + broken.length,
    skipped: tests.length - passed - failed,
  };
}

/**
 * @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} PlaywrightStats
 * @returns {Totals}
 */
function countPlaywright(
  /** @type {{ stats: PlaywrightStats, errors: readonly unknown[] }} */ { stats, errors },
) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
