import { apiTable, type Api } from './api.ts';
import { AttestError } from './errors.ts';
import { valueOfReply } from './packed-reply.ts';
import type { Transport } from './transport.ts';

/** Makes the whole `Api` from its table: each method sends a call; a failure is thrown as an `AttestError`. */
export function createClient(transport: Transport): Api {
  const domains = Object.entries(apiTable).map(([domain, methods]) => {
    const entries = Object.keys(methods).map((method) => [
      method,
      async (input: unknown) => {
        const reply = await transport({ domain, method, input });
        if (reply.ok) return valueOfReply(reply);
        throw new AttestError(reply.error.code, reply.error.message);
      },
    ]);
    return [domain, Object.fromEntries(entries)];
  });
  return Object.fromEntries(domains) as Api;
}
