import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { apiTable } from '../../shared/contract/api.ts';
import { channels } from '../../shared/contract/channels.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { MethodRow } from '../../shared/contract/method-table.ts';
import type { Call, Reply, Transport } from '../../shared/contract/transport.ts';
import type { Grants } from './grants.ts';
import { pageOrigin } from './page-address.ts';
import { pathsTold } from './paths-told.ts';

/** What a window is to the relay. */
export interface Caller {
  readonly grants: Grants;
  /** Answers the domain `window`. */
  readonly answer: Transport;
}

const callSchema = z.strictObject({ domain: z.string(), method: z.string(), input: z.unknown() });
const pathsSchema = z.array(z.string().min(1).max(4_096)).max(10_000);

/**
 * Takes the calls of pages and brings each where it is answered. Only the page of a window of ours is
 * heard, and it may name only files that a person gave to its window.
 * @param callerOf the window that some web contents belong to, by their id
 */
export function startRelay(core: Transport, callerOf: (id: number) => Caller | undefined): void {
  ipcMain.handle(channels.call, async (event, input: unknown): Promise<Reply> => {
    const caller = trustedCaller(event, callerOf);
    if (caller === undefined) return refuse('not-allowed', 'This page may not ask anything.');
    const call = callSchema.safeParse(input);
    if (!call.success) return refuse('invalid-input', 'This is no call that Attest knows.');
    return relay(core, caller, call.data);
  });
  ipcMain.handle(channels.grantFiles, (event, input: unknown): readonly string[] => {
    const caller = trustedCaller(event, callerOf);
    const paths = pathsSchema.safeParse(input);
    if (caller === undefined || !paths.success) return [];
    caller.grants.add('read', paths.data);
    return paths.data;
  });
}

async function relay(core: Transport, caller: Caller, call: Call): Promise<Reply> {
  const row = methodRow(call);
  if (row === undefined) {
    return refuse('invalid-input', `Attest does not know “${call.domain}.${call.method}”.`);
  }
  if (!caller.grants.allow(row, call.input)) {
    return refuse(
      'not-allowed',
      'This window was not given that file. Nothing was done. Choose the file in a dialog, or drop it on the window.',
    );
  }
  if (call.domain === 'window') return caller.answer(call);
  const reply = await core(call);
  if (reply.ok) caller.grants.add('read', pathsTold(call, reply.value));
  return reply;
}

/** The window a message comes from, if it comes from the window's own page and not from a frame in it. */
function trustedCaller(
  event: IpcMainInvokeEvent,
  callerOf: (id: number) => Caller | undefined,
): Caller | undefined {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null) return undefined;
  if (!frame.url.startsWith(`${pageOrigin}/`)) return undefined;
  return callerOf(event.sender.id);
}

function methodRow({ domain, method }: Call): MethodRow<unknown> | undefined {
  const tables = apiTable as unknown as Record<string, Record<string, MethodRow<unknown>>>;
  const table = Object.hasOwn(tables, domain) ? tables[domain] : undefined;
  return table && Object.hasOwn(table, method) ? table[method] : undefined;
}

function refuse(code: ErrorCode, message: string): Reply {
  return { ok: false, error: { code, message } };
}
