import { writeFileSync } from 'node:fs';
import net from 'node:net';

import { answer } from './answer.ts';
import { forbidNetwork } from '../../../../src/main/imports/no-network.ts';

forbidNetwork();

// Tries what a file that took over its reader might try, and reports what succeeded.
process.on('message', (request: { readonly id: number; readonly fileName: string }) => {
  const attempts: readonly (readonly [string, () => unknown])[] = [
    ['write', () => writeFileSync(request.fileName, 'x')],
    ['connect', () => net.connect(80, '127.0.0.1')],
    ['fetch', () => fetch('http://127.0.0.1/')],
    ['environment', () => process.env['PATH']?.length ?? fail()],
  ];
  const done = attempts.flatMap(([name, attempt]) => {
    try {
      attempt();
      return [name];
    } catch {
      return [];
    }
  });
  answer(request.id, { problem: done.join(' ') || 'nothing' });
});

function fail(): never {
  throw new Error('There is none.');
}
