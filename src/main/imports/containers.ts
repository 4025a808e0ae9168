import type { Container } from './container.ts';

/** Every reader of files that hold several sources, in the order in which they are asked. */
export const containers: readonly Container[] = [];
