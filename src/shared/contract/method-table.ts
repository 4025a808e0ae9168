import type { ZodType } from 'zod';

/**
 * What a method may do: `read` never changes the project; `write` is one transaction; `host` works
 * without an open project (opening one, settings); `window` is answered by the Electron shell itself.
 */
export type Access = 'read' | 'write' | 'host' | 'window';

/** One interface of the contract: every method takes one plain object and gives one promise. */
// oxlint-disable-next-line typescript/no-explicit-any -- the constraint must accept every input type
export type ApiShape<A> = { [M in keyof A]: (input: any) => Promise<unknown> };

/** A row of the table: the access, the schema its input is checked by, and whether it names files (then a window may only pass paths it was granted). */
export interface MethodRow<Input> {
  readonly access: Access;
  readonly input: ZodType<Input>;
  readonly files?: true;
  /** Beside `files`: the named file is written, so the path must come from a dialog for saving. */
  readonly writesFile?: true;
}

/** The table beside an interface: proof to the compiler that no method is missing, and at run time the list of what may be called. */
export type MethodTable<A extends ApiShape<A>> = {
  readonly [M in keyof A]: MethodRow<Parameters<A[M]>[0]>;
};

/** What a service implements: the same methods, which may answer at once. */
export type Handlers<A extends ApiShape<A>> = {
  readonly [M in keyof A]: (
    input: Parameters<A[M]>[0],
  ) => Awaited<ReturnType<A[M]>> | ReturnType<A[M]>;
};
