import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell } from '../../../src/shared/domain/exports/csv-cell.ts';

test.each([
  ['=1+1'],
  ['+49 30 1234'],
  ['-5'],
  ['@handle'],
  ['\tindented'],
  ['\rreturned'],
  ['  =cmd|x'],
  ['\n=1'],
  ['\u00a0\u3000@SUM(A1)'],
  ['\ufeff=1'],
  [' \t text'],
])('%j could run', (text) => {
  expect(guardCell(text)).toEqual({ text: `'${text}`, guarded: true });
});

test.each([
  [''],
  ['said = so'],
  ['“-5”'],
  ["'=1"],
  ['＝1'],
  ['–5'],
  ['\nnext'],
  ['  said'],
  ['1-2'],
])('%j stays', (text) => {
  expect(guardCell(text)).toEqual({ text, guarded: false });
});

test('no cell begins with a sign after the guard, and nothing else changes', () => {
  const cells = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n \u00a0\'a"') });
  fc.assert(
    fc.property(cells, (text) => {
      const cell = guardCell(text);
      expect(/^[\s\ufeff]*[=+\-@\t\r]/.test(cell.text)).toBe(false);
      expect(cell.text).toBe(cell.guarded ? `'${text}` : text);
    }),
  );
});
