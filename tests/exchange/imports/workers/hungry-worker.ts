// Takes a file and fills memory outside of the heap, which no heap limit holds.
const held: Uint8Array[] = [];
process.on('message', () => {
  for (;;) held.push(new Uint8Array(8 * 1024 ** 2).fill(1));
});
