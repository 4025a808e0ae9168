import type { Failure } from './errors.ts';

/** A call as it crosses any transport. */
export interface Call {
  readonly domain: string;
  readonly method: string;
  readonly input: unknown;
}

/** Its answer. A value with long lists may be packed: it is null then, and stands in `packed` as JSON. */
export type Reply =
  | { readonly ok: true; readonly value: unknown; readonly packed?: string }
  | { readonly ok: false; readonly error: Failure };

/** Sends a call and brings the answer; it never rejects but for a broken connection. */
export type Transport = (call: Call) => Promise<Reply>;
