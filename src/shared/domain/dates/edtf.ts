/// <reference path="./edtf-package.d.ts" />
import parse from 'edtf';

/** What is wrong with a date, as a sentence; null for a date in EDTF (Library of Congress, levels 0 and 1). */
export function dateProblem(date: string): string | null {
  try {
    parse(date, { level: 1 });
    return null;
  } catch {
    return 'it is not a date such as 2023, 2023-10, 2023-10-30, 2023-10-31? or 2024-02-19/2024-02-23.';
  }
}
