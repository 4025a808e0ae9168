import { expect, test } from 'vitest';
import { createClient } from '../../src/shared/contract/client.ts';
import { packReply, valueOfReply } from '../../src/shared/contract/packed-reply.ts';
import type { Reply } from '../../src/shared/contract/transport.ts';

const rows = Array.from({ length: 500 }, (_, number) => ({
  number,
  text: `“${number}” 😀 \ud800`,
  no: null,
}));

test('long lists travel as one text, and come out as they were', () => {
  for (const value of [rows, { rows, more: true }]) {
    const packed = packReply({ ok: true, value });
    expect(packed).toMatchObject({ ok: true, value: null, packed: expect.any(String) });
    expect(valueOfReply(packed as Extract<Reply, { ok: true }>)).toEqual(value);
  }
});

test('short values and failures stay as they are', () => {
  const replies: Reply[] = [
    { ok: true, value: null },
    { ok: true, value: 'text' },
    { ok: true, value: rows.slice(0, 10) },
    { ok: false, error: { code: 'not-found', message: 'No.' } },
  ];
  for (const reply of replies) expect(packReply(reply)).toBe(reply);
});

test('a client does not see the difference', async () => {
  const api = createClient(async () => packReply({ ok: true, value: rows }));
  expect(await api.sources.list({})).toEqual(rows);
});
