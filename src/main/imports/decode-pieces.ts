import iconv from 'iconv-lite';

import { chunksOf, readWhole } from './byte-file.ts';
import type { ByteFile } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import { decodeBytes } from './decode-bytes.ts';

const sampleBytes = 1024 ** 2;

/**
 * The characters of a file in pieces, without a byte-order mark: of an ordinary file in one, of one too large to be
 * held as they come, in the character set of its first mebibyte. Throws a `ContainerProblem`.
 */
export async function* textPieces(
  file: ByteFile,
  { encoding: named }: { readonly encoding?: string },
): AsyncGenerator<string> {
  const whole = await readWhole(file);
  const decoded = await decodeBytes(whole ?? (await file.read(0, sampleBytes)), named, () => null);
  if ('problem' in decoded) throw new ContainerProblem(decoded.problem);
  if (whole !== null) {
    yield decoded.text.replace(/^\ufeff/, '');
    return;
  }
  if (!iconv.encodingExists(decoded.encoding)) {
    const { encoding } = decoded;
    throw new ContainerProblem(
      `A file this large cannot be read in ${encoding}; save it as UTF-8.`,
    );
  }
  const decoder = iconv.getDecoder(decoded.encoding);
  let isFirst = true;
  for await (const chunk of chunksOf(file)) {
    const piece = decoder.write(Buffer.from(chunk));
    yield isFirst ? piece.replace(/^\ufeff/, '') : piece;
    isFirst = false;
  }
  yield decoder.end() ?? '';
}
