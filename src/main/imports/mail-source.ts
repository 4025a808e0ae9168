import type { Address } from 'postal-mime';

import { mailRules } from '../../shared/domain/sources/boilerplate-rules.ts';
import { findMailFurniture } from '../../shared/domain/sources/mail-furniture.ts';
import { normaliseText } from '../../shared/domain/sources/normalise-text.ts';
import { emptyMetadata, maximumTextLength } from '../../shared/domain/sources/parsed-source.ts';
import type {
  InlineRange,
  MetadataOrigins,
  ParsedBlock,
  ParsedMetadata,
  ParseResult,
} from '../../shared/domain/sources/parsed-source.ts';
import { splitPlainText } from '../../shared/domain/sources/plain-text-blocks.ts';
import { toEdtfDate } from '../../shared/domain/sources/to-edtf-date.ts';
import { detectLanguage } from './detect-language.ts';
import { buildHtmlBlocks } from './html-blocks.ts';
import { tooLongProblem } from './importer.ts';
import type { Mail } from './mail-message.ts';

interface Body {
  readonly text: string;
  readonly blocks: readonly ParsedBlock[];
  readonly inlineRanges?: readonly InlineRange[];
}

/** Makes a source of a mail: its head as it would be printed, then its text; the metadata from the head. */
export async function mailSource(mail: Mail): Promise<ParseResult> {
  const body = await readBody(mail);
  if ('problem' in body) return body;
  const head = readHead(mail);
  const between = head === '' || body.text === '' ? '' : '\n\n';
  const shift = head.length + between.length;
  const normalised = normaliseText(head + between + body.text, true);
  const { text } = normalised;
  if (text.length > maximumTextLength) return { problem: tooLongProblem(text.length) };
  const blocks = findMailFurniture(text, [
    ...headBlocks(head),
    ...body.blocks.map((block) => moved(block, shift)),
  ]);
  const language = await detectLanguage(text, blocks);
  const metadata = { ...readMetadata(mail), language };
  return {
    source: {
      ...normalised,
      blocks,
      ...(body.inlineRanges === undefined
        ? {}
        : { inlineRanges: body.inlineRanges.map((range) => moved(range, shift)) }),
      metadata,
      metadataOrigins: originsOf(metadata),
      encoding: mail.encoding,
      mediaType: 'message/rfc822',
      importer: 'mail',
      importerVersion: 1,
    },
  };
}

function moved<T extends { readonly start: number; readonly end: number }>(
  range: T,
  by: number,
): T {
  return { ...range, start: range.start + by, end: range.end + by };
}

/** The plain text of a mail where it is the whole mail; its HTML where the plain text is missing or a stub. */
async function readBody(mail: Mail): Promise<Body | { readonly problem: string }> {
  const plain = plainBody(mail.text ?? '');
  if (mail.html !== undefined && mail.html.trim() !== '') {
    const html = await buildHtmlBlocks(mail.html, { article: false });
    if ('text' in html && isStub(plain.text, html.text)) return html;
    if (plain.blocks.length === 0 && 'problem' in html) return withoutText(mail);
  }
  return plain.blocks.length === 0 ? withoutText(mail) : plain;
}

/** A mail that only carries files has no text of its own; its subject stands for it. */
function withoutText(mail: Mail): Body | { readonly problem: string } {
  const hasHead = readHead(mail) !== '';
  return hasHead ? { text: '', blocks: [] } : { problem: 'The mail has no text and no subject.' };
}

function plainBody(characters: string): Body {
  const { text } = normaliseText(characters.replace(/\s+$/, ''));
  return { text, blocks: joinWrapped(text, splitPlainText(text)) };
}

// Mail programs break lines after at most 78 characters, and nobody else breaks one this long.
const leastWrapped = 50;

/** Lines of a paragraph that a mail program broke; one line each is what `splitPlainText` makes where it is not sure. */
function joinWrapped(text: string, blocks: readonly ParsedBlock[]): readonly ParsedBlock[] {
  const joined: ParsedBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const isWrapped =
      before?.kind === 'paragraph' &&
      block.kind === 'paragraph' &&
      before.boilerplateRule === null &&
      block.boilerplateRule === null &&
      text.slice(before.end, block.start) === '\n' &&
      before.end - Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1) >=
        leastWrapped &&
      !/^(?:[-_=*]{2,}|https?:)/.test(text.slice(block.start, block.start + 6));
    if (isWrapped) joined[joined.length - 1] = { ...before, end: block.end };
    else joined.push(block);
  }
  return joined;
}

function isStub(plain: string, html: string): boolean {
  const length = (text: string): number => text.replaceAll(/\s+/g, '').length;
  return length(plain) < 0.5 * length(html);
}

const longestField = 10_000;
const printed = [
  ['From', 'from'],
  ['To', 'to'],
  ['Cc', 'cc'],
  ['Date', 'date'],
  ['Subject', 'subject'],
] as const;

/** The fields of the head that a reader is shown, one a line. */
function readHead(mail: Mail): string {
  return printed
    .flatMap(([label, field]) => {
      const value = field === 'date' ? headerOf(mail, 'date') : mail[field];
      const words = typeof value === 'string' ? value : addresses(value);
      const line = normaliseText(words)
        .text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .slice(0, longestField)
        .trim();
      return line === '' ? [] : [`${label}: ${line.toWellFormed()}`];
    })
    .join('\n');
}

function headBlocks(head: string): readonly ParsedBlock[] {
  let start = 0;
  return head === ''
    ? []
    : head.split('\n').map((line) => {
        const block = { start, end: start + line.length };
        start = block.end + 1;
        return {
          ...block,
          kind: 'paragraph',
          level: null,
          boilerplateRule: mailRules.head.id,
        } as const;
      });
}

function headerOf(mail: Mail, key: string): string {
  return mail.headers.find((header) => header.key === key)?.value ?? '';
}

function addresses(value: Address | readonly Address[] | undefined): string {
  const list: readonly Address[] = value === undefined ? [] : 'length' in value ? value : [value];
  return list.map(addressText).join(', ');
}

function addressText(address: Address): string {
  if (address.group !== undefined) {
    return `${address.name}: ${address.group.map(addressText).join(', ')}`;
  }
  if (address.name === '') return address.address;
  return address.address === '' ? address.name : `${address.name} <${address.address}>`;
}

function readMetadata(mail: Mail): ParsedMetadata {
  const sender = mail.from?.group?.[0] ?? mail.from ?? mail.sender;
  const byline = sender === undefined ? null : sender.name || sender.address || null;
  // Some write the zone as a comment too: `-0400 (EDT)`.
  const date = headerOf(mail, 'date').replace(/\s*\([^)]*\)\s*$/, '');
  const archived = /<?(https?:\/\/[^\s>]+)>?/.exec(headerOf(mail, 'archived-at'))?.[1] ?? null;
  return {
    ...emptyMetadata,
    title: oneLine(mail.subject),
    byline: oneLine(byline ?? undefined),
    published: toEdtfDate(date) ?? toEdtfDate(mail.date ?? ''),
    url: archived,
  };
}

function oneLine(words: string | undefined): string | null {
  const line = normaliseText(words ?? '')
    .text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 1_000)
    .trim();
  return line === '' ? null : line.toWellFormed();
}

function originsOf(metadata: ParsedMetadata): MetadataOrigins {
  return Object.fromEntries(
    Object.entries(metadata)
      .filter(([, value]) => value !== null)
      .map(([name]) => [name, name === 'language' ? 'statistics of the text' : 'mail header']),
  );
}
