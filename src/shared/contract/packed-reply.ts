import type { Reply } from './transport.ts';

/** Lists of so many entries are packed. */
const longList = 200;

/**
 * Packs the value of a reply that holds long lists. Between processes, and into the world of a page, a value is
 * copied property by property; one text costs a small part of that. The value must be plain data, as JSON has it.
 */
export function packReply(reply: Reply): Reply {
  if (!reply.ok || reply.packed !== undefined || !holdsLongList(reply.value)) return reply;
  return { ok: true, value: null, packed: JSON.stringify(reply.value) };
}

/** The value of a reply, packed or not. */
export function valueOfReply(reply: Extract<Reply, { ok: true }>): unknown {
  return reply.packed === undefined ? reply.value : JSON.parse(reply.packed);
}

function holdsLongList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? isLongList(value) : Object.values(value).some(isLongList);
}

function isLongList(value: unknown): boolean {
  return Array.isArray(value) && value.length >= longList;
}
