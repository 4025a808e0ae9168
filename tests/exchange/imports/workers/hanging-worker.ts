// Takes a file and never answers, busy all the while.
process.on('message', () => {
  for (;;);
});
