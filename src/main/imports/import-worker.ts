import type { ListedAddress } from '../../shared/domain/sources/address-list.ts';
import { withFile } from './byte-file.ts';
import type { ImportReply, ImportRequest, PartTaken } from './import-messages.ts';
import { mostBytesAhead, mostPartsAhead } from './import-messages.ts';
import { forbidNetwork } from './no-network.ts';
import { parsePastedText } from './parse-bytes.ts';
import { readAddresses } from './read-addresses.ts';
import { previewArticles } from './preview-articles.ts';
import { brokenProblem, readParts } from './read-parts.ts';
import type { ReadEvent } from './read-parts.ts';
import { readersVersion } from './readers.ts';
import { startWatchdog } from './worker-watchdog.ts';

forbidNetwork();
// How many bytes each part has that was sent and not yet taken.
const ahead: number[] = [];
let goOn: () => void = () => undefined;

process.on('message', (request: ImportRequest | PartTaken) => {
  if (request.kind === 'taken') {
    ahead.shift();
    goOn();
  } else void answer(request);
});
process.on('disconnect', () => process.exit(0));
// A library that gives up on one page of a broken document leaves promises behind that nobody waits for.
process.on('unhandledRejection', () => undefined);
startWatchdog(Number(process.env['ATTEST_IMPORT_MEMORY_LIMIT'] ?? 0));

function reply(message: ImportReply): void {
  process.send?.(message);
}

async function answer(request: ImportRequest): Promise<void> {
  const { id } = request;
  ahead.length = 0;
  if (request.kind === 'version') reply({ id, version: readersVersion });
  else if (request.kind === 'preview') reply({ id, preview: await preview(request) });
  else if (request.kind === 'addresses') reply({ id, addresses: await addresses(request) });
  else {
    try {
      await read(request);
    } catch (error) {
      const part = { name: '', bytes: null, result: { problem: brokenProblem(error) } };
      reply({ id, event: { what: 'part', part: { ...part, complete: false } } });
    }
  }
  reply({ id, end: true });
}

async function addresses({
  file,
  fileName,
  options,
}: Omit<Extract<ImportRequest, { kind: 'preview' }>, 'kind'>): Promise<
  readonly ListedAddress[] | null
> {
  try {
    return await withFile(file, (opened) => readAddresses(opened, fileName, options));
  } catch {
    return null;
  }
}

async function preview({
  file,
  fileName,
  options,
}: Omit<Extract<ImportRequest, { kind: 'preview' }>, 'kind'>): Promise<
  Extract<ImportReply, { preview: unknown }>['preview']
> {
  try {
    return await withFile(file, (opened) => previewArticles(opened, fileName, options));
  } catch (error) {
    return { problem: brokenProblem(error) };
  }
}

async function read(request: Extract<ImportRequest, { kind: 'file' | 'pasted' }>): Promise<void> {
  const { id } = request;
  if (request.kind === 'pasted') {
    const result = await parsePastedText(request.pasted);
    reply({ id, event: { what: 'part', part: { name: '', bytes: null, result, complete: true } } });
    return;
  }
  const done = new Map(request.done.map(([name, complete]) => [name, { complete }]));
  await withFile(request.file, async (file) => {
    for await (const event of readParts(file, request.fileName, request.options, done)) {
      reply({ id, event });
      if (event.what === 'part') await roomAfter(event);
    }
  });
}

/** Waits while whoever asked has enough to do, so that parts do not pile up in memory. */
async function roomAfter({ part }: Extract<ReadEvent, { what: 'part' }>): Promise<void> {
  // Its text, and its words for the search index.
  const text = 'source' in part.result ? 4 * part.result.source.text.length : 0;
  ahead.push((part.bytes?.length ?? 0) + text);
  while (
    ahead.length >= mostPartsAhead ||
    ahead.reduce((sum, size) => sum + size, 0) > mostBytesAhead
  ) {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
}
