import { z } from 'zod';
import { AttestError, type Failure } from '../shared/contract/errors.ts';
import type { MethodRow } from '../shared/contract/method-table.ts';
import type { Transport } from '../shared/contract/transport.ts';

type Tables = Readonly<Record<string, Readonly<Record<string, MethodRow<unknown>>>>>;
type Handler = (input: unknown) => unknown;
type Domains = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

/** What the caller is answered with while something is hidden from them. */
export interface Blindfold {
  /** The handlers of methods that only read. */
  readonly reading: object;
  /** Whether an id is of something hidden: it cannot be named to be changed. */
  readonly isHidden: (id: string) => boolean;
}

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id that an input names, however deep. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return idPattern.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

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
  /** Null, or what hides something from the caller for now. */
  readonly blindfold?: () => Blindfold | null;
  /** Null, or why nothing may be written. */
  readonly readOnlyReason: () => string | null;
  readonly report: (error: unknown) => void;
}): Transport {
  const tables = options.tables as Tables;
  return async (call) => {
    try {
      const row = own(own(tables, call.domain) ?? {}, call.method);
      const blindfold = options.blindfold?.() ?? null;
      const handlers =
        blindfold !== null && row?.access === 'read' ? blindfold.reading : options.handlers;
      const handler = own(own(handlers as Domains, call.domain) ?? {}, call.method);
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
      if (
        blindfold !== null &&
        row.access === 'write' &&
        idsIn(input.data).some((id) => blindfold.isHidden(id))
      ) {
        throw new AttestError(
          'not-found',
          'That is not in this project any more. Nothing was changed.',
        );
      }
      return { ok: true, value: (await handler(input.data)) ?? null };
    } catch (error) {
      return { ok: false, error: failureOf(error, options.report) };
    }
  };
}
