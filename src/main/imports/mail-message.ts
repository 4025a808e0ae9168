import { Buffer, isAscii, isUtf8 } from 'node:buffer';

import type { Email } from 'postal-mime';

import { ContainerProblem } from './container.ts';
import { decodeBytes } from './decode-bytes.ts';

/** A mail as it was parsed, with the character set that its text was read in. */
export interface Mail extends Email {
  readonly encoding: string;
}

const limits = {
  maxNestingDepth: 64,
  maxHeadersSize: 2 * 1024 ** 2,
  forceRfc822Attachments: true,
} as const;

/**
 * Parses a mail. postal-mime reads MIME, because it bounds what a hostile mail can nest, has no dependencies and is
 * kept up. A character set that the analyst names counts for every text of the mail; one that the mail leaves open
 * is found by its bytes. Throws a `ContainerProblem`.
 */
export async function readMail(bytes: Uint8Array, named: string | undefined): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime');
  const own = withoutSeparator(bytes);
  const encoding = named ?? (await openEncoding(own));
  const labelled = encoding === null ? own : withEncoding(own, encoding, named !== undefined);
  try {
    const mail = await PostalMime.parse(labelled, limits);
    return { ...mail, encoding: encoding ?? declaredEncoding(own) ?? 'UTF-8' };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new ContainerProblem(
      'The mail is nested too deeply, or its head is too long, to be a mail that somebody sent.',
    );
  }
}

/** A mail that was taken out of a box may begin with the line that parted it from the one before. */
function withoutSeparator(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^From [^:\n]/.test(view.toString('latin1', 0, 6))) return bytes;
  return bytes.subarray(view.indexOf('\n') + 1);
}

const charset = /\bcharset\s*=\s*"?([\w.:+-]{2,40})"?/i;

function declaredEncoding(bytes: Uint8Array): string | null {
  const name = charset.exec(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'))?.[1];
  if (name === undefined || /^utf-?8$/i.test(name)) return null;
  return /^(?:us-)?ascii$/i.test(name) ? null : name.toLowerCase();
}

/** The character set of a mail that has other bytes than ASCII and says nowhere what they are; null where it is clear. */
async function openEncoding(bytes: Uint8Array): Promise<string | null> {
  const sample = bytes.subarray(0, 1_000_000);
  if (isAscii(sample) || isUtf8(bytes)) return null;
  if (charset.test(Buffer.from(sample).toString('latin1'))) return null;
  const decoded = await decodeBytes(sample, undefined, () => null);
  return 'encoding' in decoded && decoded.encoding !== 'UTF-8' ? decoded.encoding : null;
}

/** The same mail with another label on its texts: on those that have one if it is to be replaced, and on the mail itself. */
function withEncoding(bytes: Uint8Array, encoding: string, replaces: boolean): Uint8Array {
  let characters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (replaces)
    characters = characters.replaceAll(new RegExp(charset, 'gi'), `charset="${encoding}"`);
  const end = /\r?\n\r?\n/.exec(characters)?.index ?? characters.length;
  const head = characters.slice(0, end);
  if (!charset.test(head)) {
    const type = /^Content-Type:[ \t]*text\/\w+/im.exec(head);
    const label = `; charset="${encoding}"`;
    if (type !== null) {
      const at = type.index + type[0].length;
      characters = characters.slice(0, at) + label + characters.slice(at);
    } else if (!/^Content-Type:/im.test(head)) {
      characters = `Content-Type: text/plain${label}\r\n${characters}`;
    }
  }
  return Buffer.from(characters, 'latin1');
}
