import { resolve } from 'node:path';

/** The project named among a program's arguments: the first that ends in `.attest`; null for none. */
export function projectArgument(args: readonly string[], workingFolder: string): string | null {
  const named = args.find((arg) => !arg.startsWith('-') && /\.attest$/i.test(arg));
  return named === undefined ? null : resolve(workingFolder, named);
}
