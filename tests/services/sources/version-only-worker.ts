import { readersVersion } from '../../../src/main/imports/readers.ts';

// Says which readers there are, and fails on every file.
process.on('message', (request: { readonly id: number; readonly kind: string }) => {
  if (request.kind !== 'version') process.exit(7);
  process.send?.({ id: request.id, version: readersVersion });
  process.send?.({ id: request.id, end: true });
});
