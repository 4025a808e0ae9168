import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

import { DocumentProblem } from './document-problem.ts';

/** What is told of an XML document while it is read; text and CDATA are the same. */
export interface XmlHandlers {
  readonly open: (tag: SaxesTagNS) => void;
  readonly close: (tag: SaxesTagNS) => void;
  readonly text: (characters: string) => void;
}

const deepest = 2000;
const sliceLength = 64 * 1024;
const namespaceOf: Readonly<Record<string, string>> = {
  xml: 'http://www.w3.org/XML/1998/namespace',
};

/**
 * Reads XML from beginning to end. saxes was chosen because it checks what it reads, keeps no tree and knows no
 * entities but the five of XML: what a document type defines is never expanded. Throws a `DocumentProblem` where the
 * XML is broken or nested too deeply.
 */
export function readXml(xml: string, what: string, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    // A file made by hand may use the usual prefixes without declaring them.
    resolvePrefix: (prefix: string) => namespaceOf[prefix] ?? `undeclared:${prefix}`,
  });
  let depth = 0;
  let failure: string | null = null;
  parser.on('error', (error) => {
    // Names of entities that a document type defines stand as they are.
    if (/undefined entity/.test(error.message)) return;
    failure ??= error.message;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new DocumentProblem(`${what} is nested too deeply to be read.`);
    open(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close(tag);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  for (let at = 0; at < xml.length; at += sliceLength) {
    parser.write(xml.slice(at, at + sliceLength));
    if (failure !== null) break;
  }
  if (failure === null) parser.close();
  if (failure !== null) {
    throw new DocumentProblem(`${what} is damaged: it is no well-formed XML; get the file again.`);
  }
}

/** The value of an attribute by its local name, whatever its prefix; an empty string where there is none. */
export function xmlAttribute(tag: SaxesTagNS, name: string): string {
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.local === name) return attribute.value;
  }
  return '';
}

/** The characters of an XML document: UTF-8, or UTF-16 by its byte-order mark, or what its declaration names. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(
    start,
  )?.[1];
  const named = declared === undefined || /^utf-16/i.test(declared) ? 'utf-8' : declared;
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** Characters as the text of HTML or XML; what XML cannot hold becomes U+FFFD. */
export function escapeMarkup(characters: string): string {
  return (
    characters
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
  );
}
