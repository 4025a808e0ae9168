import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addTotals,
  describeTotals,
  totalsOfReport,
  totalsOfStatus,
} from '../../scripts/test-totals.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-totals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

function vitestFile(status: string, ...tests: readonly string[]): object {
  return { status, assertionResults: tests.map((each) => ({ status: each })) };
}

test('counts what Vitest reports', () => {
  const file = report({
    testResults: [
      vitestFile('passed', 'passed', 'passed', 'skipped', 'todo'),
      vitestFile('failed', 'passed', 'failed'),
    ],
  });
  expect(totalsOfReport('vitest', file, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('counts a file that could not be loaded as one failed', () => {
  const file = report({
    testResults: [vitestFile('passed', 'passed'), vitestFile('failed')],
  });
  expect(totalsOfReport('vitest', file, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('counts a failure outside of every test', () => {
  const file = report({ testResults: [vitestFile('passed', 'passed')] });
  expect(totalsOfReport('vitest', file, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('counts nothing run, and no report, as failed', () => {
  const empty = report({ testResults: [] });
  expect(totalsOfReport('vitest', empty, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const missing = join(folder, 'missing.json');
  expect(totalsOfReport('playwright', missing, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('counts what Playwright reports, and trusts no test that passed only once', () => {
  const file = report({
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [],
  });
  expect(totalsOfReport('playwright', file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('sums up', () => {
  const sum = addTotals([totalsOfStatus(0), totalsOfStatus(2)]);
  expect(describeTotals(sum)).toBe('1 passed, 1 failed');
  expect(describeTotals({ ...sum, skipped: 3 })).toBe('1 passed, 1 failed, 3 skipped');
});
