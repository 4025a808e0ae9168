import type { Container } from './container.ts';
import { jsonContainer } from './json-container.ts';
import { mailContainer } from './mail-container.ts';
import { mboxContainer } from './mbox-container.ts';
import { tableContainer } from './table-container.ts';
import { zipContainer } from './zip-container.ts';

/** Every reader of files that hold several sources, in the order in which they are asked. */
export const containers: readonly Container[] = [
  zipContainer,
  jsonContainer,
  tableContainer,
  mboxContainer,
  mailContainer,
];
