import { z } from 'zod';
import { AttestError, type Failure } from '../shared/contract/errors.ts';
import type { MethodRow } from '../shared/contract/method-table.ts';
import type { Transport } from '../shared/contract/transport.ts';

type Tables = Readonly<Record<string, Readonly<Record<string, MethodRow<unknown>>>>>;
type Handler = (input: unknown) => unknown;

/** What an error means for the caller: ours as they are, anything else without its stack. */
export function failureOf(error: unknown, report: (error: unknown) => void): Failure {
  if (error instanceof AttestError) return { code: error.code, message: error.message };
  report(error);
  return {
    code: 'internal',
    message:
      'Something went wrong inside Attest. Everything saved before is kept; this step was not made. Try again, and report it if it comes back.',
  };
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/**
 * Answers calls: only methods of the tables, only input that fits its schema. It knows no transport.
 * `handlers` are those of `Handlers<…>` for each domain of the tables.
 */
export function createRouter(options: {
  readonly tables: object;
  readonly handlers: object;
  /** Null, or why nothing may be written. */
  readonly readOnlyReason: () => string | null;
  readonly report: (error: unknown) => void;
}): Transport {
  const tables = options.tables as Tables;
  const handlers = options.handlers as Readonly<Record<string, Readonly<Record<string, Handler>>>>;
  return async (call) => {
    try {
      const row = own(own(tables, call.domain) ?? {}, call.method);
      const handler = own(own(handlers, call.domain) ?? {}, call.method);
      if (row === undefined || handler === undefined) {
        throw new AttestError(
          'invalid-input',
          `Attest does not know “${call.domain}.${call.method}”.`,
        );
      }
      const reason = row.access === 'write' ? options.readOnlyReason() : null;
      if (reason !== null) {
        throw new AttestError(
          'read-only',
          `This project is open to be read only. ${reason} Nothing was changed.`,
        );
      }
      const input = row.input.safeParse(call.input ?? {});
      if (!input.success) {
        throw new AttestError(
          'invalid-input',
          `That cannot be done as asked. ${z.prettifyError(input.error)}`,
        );
      }
      return { ok: true, value: (await handler(input.data)) ?? null };
    } catch (error) {
      return { ok: false, error: failureOf(error, options.report) };
    }
  };
}
