import { Buffer } from 'node:buffer';

import type { Attachment } from 'postal-mime';

import { readWhole } from './byte-file.ts';
import { ContainerProblem } from './container.ts';
import type { Contained, Container } from './container.ts';
import { readMail } from './mail-message.ts';
import { mailSource } from './mail-source.ts';
import { attachmentName, uniqueNames } from './part-names.ts';
import { tooLargeProblem } from './read-file.ts';

/** Reads mails (RFC 5322): the mail is a source, and so is each file that is attached to it. */
export const mailContainer: Container = {
  name: 'mail',
  version: 1,
  canRead: (fileName, start) => {
    if (/\.(?:eml|emlx)$/.test(fileName)) return true;
    return (
      !/\.(?:txt|text|md|html?|mht|mhtml|csv|tsv|jsonl?|xml|log)$/.test(fileName) && isMail(start)
    );
  },
  contents: async function* (file, options) {
    const bytes = await readWhole(file);
    if (bytes === null) throw new ContainerProblem(tooLargeProblem(file.size));
    const mail = await readMail(bytes, options.encoding);
    const files = mail.attachments.filter(isFile);
    yield {
      name: '',
      bytes: null,
      hasMore: files.length > 0,
      parse: async () => await mailSource(mail),
    };
    const unique = uniqueNames();
    for (const [index, attachment] of files.entries()) {
      yield attached(attachment, index + 1, unique);
    }
  },
};

/** Whether the first lines are the head of a mail: fields that every mail has, one a line. */
export function isMail(start: string): boolean {
  const head = start.replace(/^From [^\n]*\n/, '').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.split(/\r?\n/).slice(0, -1);
  if (lines.length < 2 || !lines.every((line) => /^(?:[\w-]{1,60}:|[ \t])/.test(line)))
    return false;
  const usual =
    /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to):/gim;
  return new Set(head.match(usual)?.map((field) => field.toLowerCase())).size >= 2;
}

/** Pictures that the mail itself shows, and signatures of its bytes, are no files that somebody attached. */
function isFile({ related, disposition, mimeType }: Attachment): boolean {
  if (/^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/.test(mimeType)) return false;
  return !mimeType.startsWith('image/') || (related !== true && disposition !== 'inline');
}

function attached(
  attachment: Attachment,
  number: number,
  unique: (name: string) => string,
): Contained {
  const fileName = attachmentName(attachment.filename, attachment.mimeType, number);
  const name = unique(`/${fileName}`);
  const { content } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return bytes.length === 0
    ? { name, problem: 'The attachment is empty.' }
    : { name, bytes, fileName };
}
