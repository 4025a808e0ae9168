import type { ParseResult } from '../../shared/domain/sources/parsed-source.ts';
import type { ImportReply, ImportRequest } from './import-messages.ts';
import { forbidNetwork } from './no-network.ts';
import { parseBytes, parsePastedText } from './parse-bytes.ts';
import { startWatchdog } from './worker-watchdog.ts';

forbidNetwork();
process.on('message', (request: ImportRequest) => {
  void answer(request);
});
process.on('disconnect', () => process.exit(0));
startWatchdog(Number(process.env['ATTEST_IMPORT_MEMORY_LIMIT'] ?? 0));

async function answer(request: ImportRequest): Promise<void> {
  const reply: ImportReply = { id: request.id, result: await parse(request) };
  process.send?.(reply);
}

async function parse(request: ImportRequest): Promise<ParseResult> {
  try {
    return request.kind === 'file'
      ? await parseBytes(request.bytes, request.fileName, request.options)
      : await parsePastedText(request.pasted);
  } catch (error) {
    if (error instanceof RangeError) {
      return { problem: 'The file is nested too deeply or is too large to be read.' };
    }
    return { problem: 'The file is damaged and could not be read.' };
  }
}
